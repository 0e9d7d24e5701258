package org.tongban.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import java.util.Objects;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** Signs in as people and clients of the demonstration, through the same doors as everybody. */
public final class TestSignIn {

    private TestSignIn() {}

    /** @param who key of the demo page: {@code person-0}, {@code organisation-0}, {@code social-insurance-320100/officer1} */
    public static MockHttpSession session(MockMvc mvc, String who) throws Exception {
        var session = mvc.perform(post("/demo/people").param("who", who).with(csrf()))
                .andReturn()
                .getRequest()
                .getSession(false);
        return (MockHttpSession) Objects.requireNonNull(session, "nobody is called " + who);
    }

    /** Value of the Authorization header for a client of the demonstration. */
    public static String bearer(MockMvc mvc, String client) throws Exception {
        var answer = mvc.perform(post("/oauth2/token")
                        .param("grant_type", "client_credentials")
                        .with(httpBasic(client, "demo")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return "Bearer " + JsonPath.<String>read(answer, "$.access_token");
    }
}
