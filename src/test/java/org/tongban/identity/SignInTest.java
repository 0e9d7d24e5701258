package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.tongban.Statements;
import org.tongban.TongbanTest;
import org.tongban.web.Assets;

@TongbanTest
@Import(Probe.class)
class SignInTest {

    private static final Actor SYSTEM_ADMIN =
            Actor.staff("coordination-320000/system-admin", "系统", Role.SYSTEM_ADMIN, "coordination-320000");
    private static final Actor SECURITY_ADMIN =
            Actor.staff("coordination-320000/security-admin", "安全", Role.SECURITY_ADMIN, "coordination-320000");

    @Autowired
    MockMvc mvc;

    @Autowired
    Staffing staffing;

    @Autowired
    People people;

    @Autowired
    Logins logins;

    @Autowired
    Statements statements;

    @Test
    void the_demonstration_lists_people_for_every_role() throws Exception {
        mvc.perform(get("/demo/people"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("李小燕")))
                .andExpect(content().string(containsString("玛丽亚·桑托斯")))
                .andExpect(content().string(containsString("港澳居民来往内地通行证")))
                .andExpect(content().string(containsString("台湾居民居住证")))
                .andExpect(content().string(containsString("苏州市政务服务中心，窗口人员")))
                .andExpect(content().string(containsString("广州市政务服务中心，窗口人员")))
                .andExpect(content().string(containsString("江苏省教育厅，配合单位经办人")))
                .andExpect(content().string(containsString("江苏省住房和城乡建设厅，牵头单位管理员")))
                .andExpect(content().string(containsString("督查员")))
                .andExpect(content().string(containsString("审计管理员")));
    }

    @Test
    void anybody_of_any_office_is_found_by_its_code_or_its_place() throws Exception {
        mvc.perform(get("/demo/people").param("q", "social-insurance-650100"))
                .andExpect(content().string(containsString("social-insurance-650100/officer2")));
        mvc.perform(get("/demo/people").param("q", "乌鲁木齐 社会保险"))
                .andExpect(content().string(containsString("social-insurance-650100/approver")));
        mvc.perform(get("/demo/people").param("q", "没有这个地方"))
                .andExpect(content().string(containsString("没有找到机构")));
    }

    @Test
    void an_applicant_signs_in_with_one_click_and_acts_as_themselves_N_21() throws Exception {
        var session = TestSignIn.session(mvc, "person-0");
        mvc.perform(get("/probe/signed-in").session(session))
                .andExpect(jsonPath("$.name").value("李小燕"))
                .andExpect(jsonPath("$.role").value("APPLICANT"))
                .andExpect(jsonPath("$.office").value("null"))
                .andExpect(jsonPath("$.assurance").value("4"));
    }

    @Test
    void an_officer_of_any_office_acts_from_that_office() throws Exception {
        var session = TestSignIn.session(mvc, "social-insurance-650100/officer1");
        mvc.perform(get("/probe/signed-in").session(session))
                .andExpect(jsonPath("$.id").value("social-insurance-650100/officer1"))
                .andExpect(jsonPath("$.role").value("OFFICER"))
                .andExpect(jsonPath("$.office").value("social-insurance-650100"));
    }

    @Test
    void nobody_signs_in_as_staff_of_an_office_that_does_not_exist() throws Exception {
        mvc.perform(post("/demo/people")
                        .param("who", "social-insurance-999999/officer1")
                        .with(csrf()))
                .andExpect(redirectedUrl("/demo/people"));
    }

    @Test
    @DisplayName("Signing in brings back to the page first asked for, under a new session id")
    void signing_in_brings_back() throws Exception {
        var asked = mvc.perform(get("/probe/officers").queryParam("page", "2"))
                .andExpect(redirectedUrl("/sign-in"))
                .andReturn();
        var session = new MockHttpSession();
        var before = session.getId();
        mvc.perform(post("/demo/people")
                        .param("who", "notary-320100/officer1")
                        .cookie(asked.getResponse().getCookies())
                        .session(session)
                        .with(csrf()))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/probe/officers?page=2"));
        assertThat(session.getId()).isNotEqualTo(before);
    }

    @Test
    void a_forged_way_back_leads_nowhere_else() throws Exception {
        var elsewhere = Base64.getEncoder().encodeToString("https://evil.example//evil.example/x".getBytes());
        mvc.perform(post("/demo/people")
                        .param("who", "notary-320100/officer1")
                        .cookie(new Cookie("REDIRECT_URI", elsewhere))
                        .with(csrf()))
                .andExpect(header().string("Location", "/home"));
    }

    @Test
    void signing_out_ends_the_session() throws Exception {
        var session = TestSignIn.session(mvc, "person-1");
        mvc.perform(post("/sign-out").session(session).with(csrf())).andExpect(redirectedUrl("/"));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    @DisplayName("D-22: sessions of staff end after their own idle time")
    void staff_sessions_have_their_own_idle_time() throws Exception {
        assertThat(TestSignIn.session(mvc, "person-2").getMaxInactiveInterval()).isEqualTo(30 * 60);
        assertThat(TestSignIn.session(mvc, "tax-320000/officer1").getMaxInactiveInterval())
                .isEqualTo(8 * 60 * 60);
    }

    @Test
    void a_session_ends_after_half_a_day_however_busy() throws Exception {
        var old = new MockHttpSession() {
            @Override
            public long getCreationTime() {
                return super.getCreationTime() - Duration.ofHours(13).toMillis();
            }
        };
        mvc.perform(post("/demo/people").param("who", "person-4").session(old).with(csrf()));
        mvc.perform(get("/probe/signed-in").session(old)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void staff_with_several_posts_choose_one_and_may_change_it() throws Exception {
        var account = staffing.add(SYSTEM_ADMIN, "钱多岗", "province", "several-posts");
        staffing.givePost(SECURITY_ADMIN, account, new Post(Role.OFFICER, "tax-320100"), LocalDate.EPOCH, null);
        staffing.givePost(SECURITY_ADMIN, account, new Post(Role.CLERK, "service-hall-320100"), LocalDate.EPOCH, null);
        var session = TestSignIn.session(mvc, account);

        mvc.perform(get("/probe/signed-in").session(session)).andExpect(redirectedUrl("/post"));
        mvc.perform(get("/post").session(session))
                .andExpect(content().string(containsString("南京市税务局")))
                .andExpect(content().string(containsString("南京市政务服务中心")));

        choose(session, "OFFICER@tax-320100", "/home");
        mvc.perform(get("/probe/signed-in").session(session))
                .andExpect(jsonPath("$.office").value("tax-320100"));
        choose(session, "CLERK@service-hall-320100", "/home");
        mvc.perform(get("/probe/signed-in").session(session))
                .andExpect(jsonPath("$.role").value("CLERK"));
        choose(session, "APPROVER@tax-320100", "/post");
        mvc.perform(get("/probe/signed-in").session(session))
                .andExpect(jsonPath("$.role").value("CLERK"));

        staffing.takePost(SECURITY_ADMIN, account, new Post(Role.CLERK, "service-hall-320100"));
        mvc.perform(get("/probe/signed-in").session(session)).andExpect(redirectedUrl("/post"));
        staffing.close(SYSTEM_ADMIN, account);
        mvc.perform(get("/probe/signed-in").session(session)).andExpect(redirectedUrl("/sign-in"));
    }

    private void choose(MockHttpSession session, String post, String then) throws Exception {
        mvc.perform(post("/post").param("post", post).session(session).with(csrf()))
                .andExpect(header().string("Location", endsWith(then)));
    }

    @Test
    void a_request_of_somebody_signed_in_asks_the_database_nothing() throws Exception {
        var session = TestSignIn.session(mvc, "person-3");
        mvc.perform(get("/probe/signed-in").session(session)).andExpect(status().isOk());
        assertThat(statements.during(() ->
                        mvc.perform(get("/probe/signed-in").session(session)).andExpect(status().isOk())))
                .isEmpty();
    }

    @Test
    void visitors_who_do_not_sign_in_need_no_session() throws Exception {
        var visit = mvc.perform(get("/demo/people")).andReturn();
        assertThat(visit.getRequest().getSession(false)).isNull();
        var cookie = Objects.requireNonNull(visit.getResponse().getCookie("form"));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    void forms_without_our_token_are_refused() throws Exception {
        mvc.perform(post("/demo/people").param("who", "person-0")).andExpect(redirectedUrl("/sign-in"));
        var session = TestSignIn.session(mvc, "tax-320000/officer1");
        mvc.perform(post("/probe/officers").session(session)).andExpect(status().isForbidden());
        mvc.perform(post("/probe/officers").session(session).with(csrf())).andExpect(status().isOk());
    }

    @Test
    void files_of_our_own_may_be_kept() throws Exception {
        for (var path : new String[] {"/assets/tongban.css", Assets.HTMX}) {
            mvc.perform(get(path))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Cache-Control", containsString("max-age=31536000")));
        }
    }

    @Test
    void every_answer_says_what_browsers_may_do_and_keeps_nothing_personal() throws Exception {
        for (var path : new String[] {"/demo/people", "/probe/officers", "/api/probe", "/nothing/here"}) {
            mvc.perform(get(path))
                    .andExpect(header().string("Content-Security-Policy", startsWith("default-src 'self';")))
                    .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                    .andExpect(header().string("Referrer-Policy", "same-origin"))
                    .andExpect(header().string("Cache-Control", containsString("no-store")));
        }
    }
}
