package org.tongban.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * 统一身份认证: makes a {@link Login} of what an identity provider tells (policy N-20). Staff must have an account and a post;
 * applicants get an account at their first sign-in.
 */
@Component
class ProviderSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);
    private static final String IDENTITY_CARD = "居民身份证";

    private final SignInSettings settings;
    private final AccountStore accounts;
    private final People people;
    private final Logins logins;
    private final SecurityLog log;

    ProviderSignIn(SignInSettings settings, AccountStore accounts, People people, Logins logins, SecurityLog log) {
        this.settings = settings;
        this.accounts = accounts;
        this.people = people;
        this.logins = logins;
        this.log = log;
    }

    /** @throws IllegalStateException if a provider is registered and nothing says whom it knows */
    void expect(Iterable<ClientRegistration> registered) {
        for (var provider : registered) {
            if (!settings.providers().containsKey(provider.getRegistrationId())) {
                throw new IllegalStateException("缺 tongban.sign-in.providers." + provider.getRegistrationId()
                        + "：要写明这个身份认证来源的登录者是谁（kind、label、claims）");
            }
        }
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var token = (OAuth2AuthenticationToken) authentication;
        var registration = token.getAuthorizedClientRegistrationId();
        var claims = Objects.requireNonNull(token.getPrincipal()).getAttributes();
        var login = login(registration, claims);
        if (login.isPresent()) {
            logins.enter(login.get(), registration, request, response);
            response.sendRedirect(logins.wayBack(login.get(), request, response));
        } else {
            log.record("", "", SecurityLog.Act.SIGN_IN_REFUSED, registration, token.getName());
            request.getSession().invalidate();
            response.sendRedirect(ClosedDoor.SIGN_IN + "?problem=unknown");
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        LOG.warn("sign-in by identity provider failed: {}", why.getMessage());
        response.sendRedirect(ClosedDoor.SIGN_IN + "?problem=failed");
    }

    /** Empty where the provider says too little, or a member of staff has no account or no post. */
    private Optional<Login> login(String registration, Map<String, Object> claims) {
        var provider = settings.providers().get(registration);
        if (provider == null || !satisfied(provider.require(), claims)) {
            return Optional.empty();
        }
        var names = provider.claims();
        return switch (provider.kind()) {
            case STAFF ->
                text(claims, names.staff())
                        .flatMap(login -> accounts.staff(registration, login))
                        .flatMap(account -> people.staffLogin(account.id()));
            case PERSON -> person(names, claims).flatMap(person -> people.enrol(person, assurance(provider, claims)));
            case ORGANISATION ->
                organisation(names, claims)
                        .flatMap(organisation -> people.enrol(organisation, assurance(provider, claims)));
        };
    }

    private static Optional<Applicant> person(SignInSettings.Claims names, Map<String, Object> claims) {
        var name = text(claims, names.name());
        var number = text(claims, names.number());
        if (name.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        @Nullable String phone = text(claims, names.phone()).orElse(null);
        var type = text(claims, names.type()).orElse(IDENTITY_CARD);
        if (!type.equals(IDENTITY_CARD)) {
            return Optional.of(new Person(name.get(), null, type, number.get(), null, null, phone, null));
        }
        return IdNumber.isValid(number.get())
                ? Optional.of(Person.of(name.get(), new IdNumber(number.get()), phone))
                : Optional.empty();
    }

    private static Optional<Applicant> organisation(SignInSettings.Claims names, Map<String, Object> claims) {
        var name = text(claims, names.name());
        var code = text(claims, names.number()).filter(Uscc::isValid);
        if (name.isEmpty() || code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Organisation(
                name.get(),
                new Uscc(code.get()),
                null,
                text(claims, names.phone()).orElse(null),
                null,
                text(claims, names.agent()).orElse(null)));
    }

    private static int assurance(SignInSettings.Provider provider, Map<String, Object> claims) {
        @Nullable String claim = provider.claims().assurance();
        return claim == null
                ? provider.assurance()
                : text(claims, claim)
                        .filter(told -> told.matches("[1-5]"))
                        .map(Integer::parseInt)
                        .orElse(1);
    }

    private static boolean satisfied(Map<String, String> required, Map<String, Object> claims) {
        return required.entrySet().stream()
                .allMatch(claim -> text(claims, claim.getKey())
                        .filter(claim.getValue()::equals)
                        .isPresent());
    }

    private static Optional<String> text(Map<String, Object> claims, String name) {
        return Optional.ofNullable(claims.get(name))
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
