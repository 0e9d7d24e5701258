package org.tongban.identity;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.tongban.TongbanTest;

@TongbanTest
@Import(Probe.class)
class DoorGuardTest {

    @Autowired
    MockMvc mvc;

    @Test
    void an_open_door_also_tells_who_came() throws Exception {
        mvc.perform(get("/probe/open")).andExpect(content().string("nobody"));
        mvc.perform(get("/probe/open").session(TestSignIn.session(mvc, "person-0")))
                .andExpect(content().string("李小燕"));
    }

    @Test
    void a_door_that_nobody_classified_is_closed_to_everybody() throws Exception {
        mvc.perform(get("/probe/forgotten")).andExpect(redirectedUrl("/sign-in"));
        for (var who : new String[] {"person-0", "notary-320100/officer1", "coordination-320000/system-admin"}) {
            mvc.perform(get("/probe/forgotten").session(TestSignIn.session(mvc, who)))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void a_part_of_a_page_asked_for_after_the_session_is_gone_leads_the_whole_page_to_sign_in() throws Exception {
        mvc.perform(get("/probe/officers").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/sign-in"))
                .andExpect(cookie().doesNotExist("REDIRECT_URI"));
    }

    @Test
    void a_door_for_some_roles_opens_for_them_alone() throws Exception {
        mvc.perform(get("/probe/officers")).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(get("/probe/officers").session(TestSignIn.session(mvc, "notary-320100/approver")))
                .andExpect(status().isOk());
        for (var who : new String[] {"person-0", "notary-320100/clerk", "education-320000/checker"}) {
            mvc.perform(get("/probe/officers").session(TestSignIn.session(mvc, who)))
                    .andExpect(status().isForbidden());
        }
    }
}
