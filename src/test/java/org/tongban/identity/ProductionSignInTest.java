package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongban.TestDatabase;
import org.tongban.TestNode;

/** A node without profile {@code demo}: real sign-in only, by an identity provider that is not ours (policy N-20). */
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class)
@Import({TestNode.class, Probe.class})
class ProductionSignInTest {

    private static final TestProvider PROVIDER = new TestProvider();

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext node;

    @Autowired
    Environment environment;

    @Autowired
    Staffing staffing;

    @Autowired
    People people;

    @Autowired
    ProviderSignIn providerSignIn;

    @DynamicPropertySource
    static void production(DynamicPropertyRegistry properties) throws Exception {
        var keys = Files.createTempDirectory(Path.of("target"), "keys");
        properties.add("tongban.keys.store", () -> keys.resolve("keys.p12").toString());
        properties.add(
                "tongban.keys.password-file", () -> keys.resolve("password").toString());
        properties.add("tongban.keys.create", () -> true);
        for (var registration : new String[] {"people", "organisations", "staff"}) {
            var prefix = "spring.security.oauth2.client.registration." + registration + ".";
            properties.add(prefix + "provider", () -> "province");
            properties.add(prefix + "client-id", () -> "tongban");
            properties.add(prefix + "client-secret", () -> "secret");
            properties.add(prefix + "scope", () -> "openid");
            properties.add(prefix + "authorization-grant-type", () -> "authorization_code");
            properties.add(prefix + "redirect-uri", () -> "{baseUrl}/login/oauth2/code/{registrationId}");
        }
        var provider = "spring.security.oauth2.client.provider.province.";
        properties.add(provider + "authorization-uri", () -> PROVIDER.address() + "/authorize");
        properties.add(provider + "token-uri", () -> PROVIDER.address() + "/token");
        properties.add(provider + "jwk-set-uri", () -> PROVIDER.address() + "/jwks");
        var signIn = "tongban.sign-in.providers.";
        properties.add(signIn + "people.kind", () -> "person");
        properties.add(signIn + "people.label", () -> "江苏政务服务网（个人）");
        properties.add(signIn + "people.claims.assurance", () -> "level");
        properties.add(signIn + "organisations.kind", () -> "organisation");
        properties.add(signIn + "organisations.label", () -> "江苏政务服务网（单位）");
        properties.add(signIn + "organisations.assurance", () -> "4");
        properties.add(signIn + "staff.kind", () -> "staff");
        properties.add(signIn + "staff.label", () -> "政务人员统一登录");
        properties.add(signIn + "staff.claims.staff", () -> "employee");
        properties.add(signIn + "staff.require.acr", () -> "2");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void nothing_of_the_demonstration_exists() throws Exception {
        mvc.perform(get("/demo/people")).andExpect(status().isNotFound());
        mvc.perform(post("/demo/people").param("who", "person-0").with(csrf())).andExpect(status().isNotFound());
        assertThat(node.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .keySet())
                .isNotEmpty()
                .noneMatch(mapping -> mapping.getPatternValues().stream().anyMatch(path -> path.contains("demo")));
        for (var bean : node.getBeanDefinitionNames()) {
            assertThat(bean).doesNotStartWith("example");
        }
        assertThat(people.staff("social-insurance-320100", Role.OFFICER)).isEmpty();
        mvc.perform(post("/oauth2/token")
                        .param("grant_type", "client_credentials")
                        .with(httpBasic("demo-platform", "demo")))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void cookies_travel_by_tls_only() {
        assertThat(environment.getProperty("server.servlet.session.cookie.secure", Boolean.class))
                .isTrue();
        assertThat(environment.getProperty("server.servlet.session.cookie.http-only", Boolean.class))
                .isTrue();
        assertThat(environment.getProperty("server.servlet.session.cookie.same-site"))
                .isEqualTo("lax");
        assertThat(environment.getProperty("server.servlet.session.cookie.name"))
                .startsWith("__Host-");
    }

    @Test
    void a_provider_of_whom_nothing_says_whom_it_knows_stops_the_start() {
        var unknown = ClientRegistration.withRegistrationId("unknown")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientId("x")
                .tokenUri("https://provider.example/token")
                .build();
        assertThatThrownBy(() -> providerSignIn.expect(List.of(unknown)))
                .hasMessageContaining("tongban.sign-in.providers.unknown");
    }

    @Test
    void the_sign_in_page_offers_every_provider() throws Exception {
        mvc.perform(get("/sign-in"))
                .andExpect(content()
                        .string(allOf(
                                containsString("江苏政务服务网（个人）"),
                                containsString("/oauth2/authorization/organisations"),
                                containsString("政务人员统一登录"))));
    }

    @Test
    @DisplayName("N-20, N-21: an applicant comes in by the provider's word, at the level it tells")
    void an_applicant_comes_in() throws Exception {
        var session = new MockHttpSession();
        signIn("people", session, Map.of("name", "周婷", "id_number", "320205199408186143", "level", "3"))
                .andExpect(redirectedUrl("/home"));
        whoami(session)
                .andExpect(jsonPath("$.name").value("周婷"))
                .andExpect(jsonPath("$.role").value("APPLICANT"))
                .andExpect(jsonPath("$.assurance").value("3"));
        var again = new MockHttpSession();
        signIn("people", again, Map.of("name", "周婷", "id_number", "320205199408186143"));
        assertThat(id(again)).isEqualTo(id(session));
        whoami(again).andExpect(jsonPath("$.assurance").value("1"));
    }

    @Test
    void a_foreigner_comes_in_with_a_passport_and_an_organisation_with_its_code() throws Exception {
        var foreigner = new MockHttpSession();
        signIn("people", foreigner, Map.of("name", "Maria Santos", "id_type", "护照", "id_number", "P9384756A"));
        whoami(foreigner).andExpect(jsonPath("$.name").value("Maria Santos"));
        var organisation = new MockHttpSession();
        signIn(
                "organisations",
                organisation,
                Map.of("name", "南京云帆科技有限公司", "id_number", "91320114Y2121YA94H", "agent_name", "李小燕"));
        whoami(organisation)
                .andExpect(jsonPath("$.name").value("南京云帆科技有限公司"))
                .andExpect(jsonPath("$.assurance").value("4"));
        assertThat(people.applicant(id(organisation)))
                .hasValueSatisfying(applicant ->
                        assertThat(((Organisation) applicant).agentName()).isEqualTo("李小燕"));
    }

    @Test
    void whom_the_provider_does_not_identify_stays_outside() throws Exception {
        for (var told : new Object[][] {
            {"people", Map.of("name", "无号")},
            {"people", Map.of("name", "错号", "id_number", "320205199408186144")},
            {"organisations", Map.of("name", "错码", "id_number", "91320114Y2121YA94J")}
        }) {
            @SuppressWarnings("unchecked")
            var claims = (Map<String, Object>) told[1];
            var session = new MockHttpSession();
            signIn((String) told[0], session, claims).andExpect(redirectedUrl("/sign-in?problem=unknown"));
            assertThat(session.isInvalid()).isTrue();
        }
    }

    @Test
    @DisplayName("D-22: staff come in with an account, a post and a second factor, else not")
    void staff_come_in() throws Exception {
        var systemAdmin = Actor.staff("a", "系统", Role.SYSTEM_ADMIN, "coordination-320000");
        var securityAdmin = Actor.staff("b", "安全", Role.SECURITY_ADMIN, "coordination-320000");
        Map<String, Object> claims = Map.of("employee", "320100-007", "acr", "2");
        var stranger = new MockHttpSession();
        signIn("staff", stranger, claims).andExpect(redirectedUrl("/sign-in?problem=unknown"));

        var account = staffing.add(systemAdmin, "钱经办", "staff", "320100-007");
        signIn("staff", new MockHttpSession(), claims).andExpect(redirectedUrl("/sign-in?problem=unknown"));

        staffing.givePost(securityAdmin, account, new Post(Role.OFFICER, "tax-320100"), TestNode.START, null);
        signIn("staff", new MockHttpSession(), Map.of("employee", "320100-007"))
                .andExpect(redirectedUrl("/sign-in?problem=unknown"));
        signIn("people", new MockHttpSession(), claims).andExpect(redirectedUrl("/sign-in?problem=unknown"));

        var session = new MockHttpSession();
        signIn("staff", session, claims).andExpect(redirectedUrl("/home"));
        whoami(session)
                .andExpect(jsonPath("$.id").value(account))
                .andExpect(jsonPath("$.role").value("OFFICER"))
                .andExpect(jsonPath("$.office").value("tax-320100"));
        assertThat(session.getMaxInactiveInterval()).isEqualTo(20 * 60);
    }

    @Test
    void an_answer_that_nobody_asked_for_and_a_code_that_fails_let_nobody_in() throws Exception {
        mvc.perform(get("/login/oauth2/code/people").param("code", "x").param("state", "y"))
                .andExpect(redirectedUrl("/sign-in?problem=failed"));
        var session = new MockHttpSession();
        var state = Objects.requireNonNull(asked("people", session).get("state"));
        mvc.perform(get("/login/oauth2/code/people")
                        .param("code", "unknown")
                        .param("state", state)
                        .session(session))
                .andExpect(redirectedUrl("/sign-in?problem=failed"));
        mvc.perform(get("/probe/signed-in").session(session)).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(get("/sign-in").param("problem", "failed"))
                .andExpect(content().string(containsString("身份认证没有完成")))
                .andExpect(content().string(not(containsString("unknown"))));
    }

    private ResultActions whoami(MockHttpSession session) throws Exception {
        return mvc.perform(get("/probe/signed-in").session(session));
    }

    private String id(MockHttpSession session) throws Exception {
        return JsonPath.read(whoami(session).andReturn().getResponse().getContentAsString(), "$.id");
    }

    /** The whole way: to the provider, and back with a code for which it tells these claims. */
    private ResultActions signIn(String registration, MockHttpSession session, Map<String, Object> claims)
            throws Exception {
        var asked = asked(registration, session);
        var told = new HashMap<>(claims);
        told.put("nonce", Objects.requireNonNull(asked.get("nonce")));
        PROVIDER.knows("code", told);
        return mvc.perform(get("/login/oauth2/code/" + registration)
                .param("code", "code")
                .param("state", Objects.requireNonNull(asked.get("state")))
                .session(session));
    }

    private Map<String, String> asked(String registration, MockHttpSession session) throws Exception {
        var location = Objects.requireNonNull(
                mvc.perform(get("/oauth2/authorization/" + registration).session(session))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
        assertThat(location).startsWith(PROVIDER.address() + "/authorize");
        var query = UriComponentsBuilder.fromUriString(location).build().getQueryParams();
        var asked = new HashMap<String, String>();
        query.toSingleValueMap()
                .forEach((name, value) -> asked.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8)));
        return asked;
    }
}
