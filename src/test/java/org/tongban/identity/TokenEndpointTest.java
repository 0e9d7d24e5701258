package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.tongban.Statements;
import org.tongban.TongbanTest;

@TongbanTest
@Import(Probe.class)
class TokenEndpointTest {

    private static final Actor SECURITY_ADMIN =
            Actor.staff("coordination-320000/security-admin", "安全", Role.SECURITY_ADMIN, "coordination-320000");

    @Autowired
    MockMvc mvc;

    @Autowired
    Clients clients;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    @Test
    void the_platform_of_the_demonstration_acts_for_no_office_and_vouches_at_level_4_N_21() throws Exception {
        probe(TestSignIn.bearer(mvc, "demo-platform"))
                .andExpect(jsonPath("$.role").value("PLATFORM"))
                .andExpect(jsonPath("$.office").value("null"))
                .andExpect(jsonPath("$.assurance").value("4"));
    }

    @Test
    void every_office_by_rule_has_a_system_of_its_own() throws Exception {
        for (var office : new String[] {"social-insurance-320100", "notary-440100", "service-hall-650102"}) {
            probe(TestSignIn.bearer(mvc, "demo-" + office))
                    .andExpect(jsonPath("$.id").value("demo-" + office))
                    .andExpect(jsonPath("$.role").value("OFFICE_SYSTEM"))
                    .andExpect(jsonPath("$.office").value(office));
        }
    }

    @Test
    void credentials_may_also_come_as_form_fields() throws Exception {
        mvc.perform(post("/oauth2/token")
                        .param("grant_type", "client_credentials")
                        .param("client_id", "demo-platform")
                        .param("client_secret", "demo"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.token_type").value("Bearer"))
                .andExpect(jsonPath("$.expires_in").isNumber());
    }

    @Test
    void a_wrong_secret_and_an_office_that_does_not_exist_get_no_token() throws Exception {
        token("demo-platform", "wrong").andExpect(status().isUnauthorized());
        token("demo-social-insurance-999999", "demo").andExpect(status().isUnauthorized());
        token("nobody", "demo").andExpect(status().isUnauthorized());
    }

    @Test
    void other_grants_and_endpoints_of_the_authorization_server_are_not_offered() throws Exception {
        mvc.perform(post("/oauth2/token")
                        .param("grant_type", "password")
                        .param("username", "x")
                        .param("password", "y")
                        .with(httpBasic("demo-platform", "demo")))
                .andExpect(status().isBadRequest());
        for (var path : new String[] {"/oauth2/authorize", "/oauth2/introspect", "/oauth2/jwks"}) {
            mvc.perform(get(path).with(httpBasic("demo-platform", "demo"))).andExpect(status().isNotFound());
        }
    }

    @Test
    void a_token_of_somebody_else_s_making_is_told_401_with_a_code() throws Exception {
        var ours = TestSignIn.bearer(mvc, "demo-platform");
        var forged = ours.substring(0, ours.lastIndexOf('.')) + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        for (var token : new String[] {forged, "Bearer nonsense"}) {
            probe(token)
                    .andExpect(status().isUnauthorized())
                    .andExpect(header().string(HttpHeaders.WWW_AUTHENTICATE, containsString("Bearer")))
                    .andExpect(content().contentType("application/problem+json"))
                    .andExpect(jsonPath("$.code").value("unauthenticated"));
        }
    }

    @Test
    void a_client_in_the_wrong_role_is_told_403_with_a_code() throws Exception {
        mvc.perform(get("/api/probe/platform")
                        .header(HttpHeaders.AUTHORIZATION, TestSignIn.bearer(mvc, "demo-notary-320100")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("forbidden"));
    }

    @Test
    @DisplayName(
            "D-24: a registered client's secret is shown once and kept as a keyed hash; a closed client is out at once")
    void clients_are_registered_and_closed() throws Exception {
        var secret = clients.register(
                SECURITY_ADMIN, new Client("nanjing-notary", "南京公证", Role.OFFICE_SYSTEM, "notary-320100", 5));
        assertThat(secret).hasSizeGreaterThanOrEqualTo(43);
        assertThat(jdbc.sql("select secret_hash from identity.client where id = 'nanjing-notary'")
                        .query(String.class)
                        .single())
                .hasSize(64)
                .doesNotContain(secret);

        var answer = token("nanjing-notary", secret)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var bearer = "Bearer " + JsonPath.<String>read(answer, "$.access_token");
        probe(bearer).andExpect(jsonPath("$.office").value("notary-320100"));

        clients.close(SECURITY_ADMIN, "nanjing-notary");
        probe(bearer).andExpect(status().isUnauthorized());
        token("nanjing-notary", secret).andExpect(status().isUnauthorized());
    }

    @Test
    void an_api_request_asks_the_database_nothing_about_its_client() throws Exception {
        var bearer = TestSignIn.bearer(mvc, "demo-platform");
        assertThat(statements.during(() -> probe(bearer).andExpect(status().isOk())))
                .isEmpty();
    }

    @Test
    @DisplayName("D-22: who fails ten times is locked out, from that address and for that client alone")
    void failing_too_often_locks_out() throws Exception {
        for (int i = 0; i < 10; i++) {
            token("demo-tax-320100", "guess " + i).andExpect(status().isUnauthorized());
        }
        token("demo-tax-320100", "demo")
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string(HttpHeaders.RETRY_AFTER, "900"))
                .andExpect(jsonPath("$.code").value("too-many-requests"));
        token("demo-tax-320200", "demo").andExpect(status().isOk());
        mvc.perform(post("/oauth2/token")
                        .param("grant_type", "client_credentials")
                        .with(httpBasic("demo-tax-320100", "demo"))
                        .with(request -> {
                            request.setRemoteAddr("192.0.2.7");
                            return request;
                        }))
                .andExpect(status().isOk());
    }

    @Test
    @DisplayName("One address may not ask without end")
    void an_address_is_throttled() throws Exception {
        int refused = 0;
        for (int i = 0; i < 1200 && refused == 0; i++) {
            refused += mvc.perform(post("/oauth2/token").with(request -> {
                                        request.setRemoteAddr("192.0.2.8");
                                        return request;
                                    }))
                                    .andReturn()
                                    .getResponse()
                                    .getStatus()
                            == 429
                    ? 1
                    : 0;
        }
        assertThat(refused).isPositive();
    }

    private ResultActions token(String client, String secret) throws Exception {
        return mvc.perform(
                post("/oauth2/token").param("grant_type", "client_credentials").with(httpBasic(client, secret)));
    }

    private ResultActions probe(String bearer) throws Exception {
        return mvc.perform(get("/api/probe").header(HttpHeaders.AUTHORIZATION, bearer));
    }
}
