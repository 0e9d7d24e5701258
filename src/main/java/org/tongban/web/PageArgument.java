package org.tongban.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Makes the {@link Page} of a request, once. */
@Component
class PageArgument implements HandlerMethodArgumentResolver {
    static final String LANGUAGE_COOKIE = "language";
    static final String ELDER_COOKIE = "elder";
    private static final String PAGE = Page.class.getName();

    private final ObjectProvider<VisitorSource> visitors;
    private final boolean demo;

    PageArgument(ObjectProvider<VisitorSource> visitors, Environment environment) {
        this.visitors = visitors;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class;
    }

    @Override
    public Page resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        return page(Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class)));
    }

    Page page(HttpServletRequest request) {
        if (request.getAttribute(PAGE) instanceof Page made) {
            return made;
        }
        var made = make(request);
        request.setAttribute(PAGE, made);
        return made;
    }

    private Page make(HttpServletRequest request) {
        var path = request.getRequestURI();
        var query = request.getQueryString();
        var source = visitors.getIfAvailable();
        return new Page(
                path,
                query == null ? path : path + "?" + query,
                look(request),
                source == null ? Visitor.ANONYMOUS : source.visitor(request),
                (CsrfToken) request.getAttribute(CsrfToken.class.getName()));
    }

    private Look look(HttpServletRequest request) {
        var language = cookie(request, LANGUAGE_COOKIE).map(Language::of).orElse(Language.CHINESE);
        return new Look(language, cookie(request, ELDER_COOKIE).isPresent(), demo);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
