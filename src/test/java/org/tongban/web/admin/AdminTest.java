package org.tongban.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.calendar.LimitUnit;
import org.tongban.calendar.SettableTime;
import org.tongban.identity.Actor;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;
import org.tongban.identity.TestSignIn;
import org.tongban.places.Offices;
import org.tongban.places.ProblemTickets;
import org.tongban.places.Unrouted;

/** What the three administrators can do, and that none of them can do what another does (D-20, D-22). */
@TongbanTest
class AdminTest {
    private static final String SYSTEM = "coordination-320000/system-admin";
    private static final String SECURITY = "coordination-320000/security-admin";
    private static final String AUDIT = "coordination-320000/audit-admin";
    private static final String OFFICER = "social-insurance-320104/officer1";

    @Autowired
    MockMvc mvc;

    @Autowired
    SettableTime time;

    @Autowired
    Offices offices;

    @Autowired
    HolidayCalendar calendar;

    @Autowired
    ProblemTickets tickets;

    @Autowired
    ReadLog reads;

    @BeforeEach
    @AfterEach
    void monday() {
        time.set(TestNode.START);
    }

    private ResultActions open(MockHttpSession who, String path) throws Exception {
        return mvc.perform(get(path).session(who));
    }

    private ResultActions send(MockHttpSession who, String path, Map<String, String> form) throws Exception {
        var request = post(path).session(who).with(csrf());
        form.forEach(request::param);
        return mvc.perform(request);
    }

    private MockHttpSession as(String who) throws Exception {
        return TestSignIn.session(mvc, who);
    }

    @Test
    void d22_each_of_the_three_sees_what_is_theirs_and_nobody_else_sees_any_of_it() throws Exception {
        var theirs = Map.of(
                SYSTEM, List.of("offices", "staff", "holidays", "tickets", "clock"),
                SECURITY, List.of("staff", "clients"),
                AUDIT, List.of("staff", "reads", "security", "history"),
                OFFICER, List.<String>of());
        for (var who : theirs.entrySet()) {
            var session = as(who.getKey());
            for (var part : AdminPart.values()) {
                boolean may = who.getValue().contains(part.path().substring("/admin/".length()));
                open(session, part.path()).andExpect(status().is(may ? 200 : 403));
            }
        }
        open(as(SECURITY), "/admin").andExpect(content().string(not(containsString("/admin/reads"))));
        mvc.perform(get("/admin/reads")).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void an_office_gets_another_address_from_a_day_on_and_keeps_the_old_one_until_then() throws Exception {
        var system = as(SYSTEM);
        var code = "civil-affairs-320581";
        var office = offices.byCode(code).orElseThrow();
        var before = offices.details(office);
        var from = TestNode.START.plusDays(10);
        var form = Map.of(
                "name",
                "常熟市民政局",
                "address",
                "枫林路1号",
                "phone",
                "0512-00000000",
                "hours",
                "工作日",
                "serves",
                "",
                "instrument",
                "常民〔2026〕1号",
                "from",
                from.toString());
        send(system, "/admin/offices/" + code, form).andExpect(status().isSeeOther());

        assertThat(offices.details(office)).isEqualTo(before);
        open(system, "/admin/offices/" + code)
                .andExpect(content().string(containsString("枫林路1号")))
                .andExpect(content().string(containsString("尚未生效")));
        time.set(from);
        assertThat(offices.details(office).address()).isEqualTo("枫林路1号");
    }

    @Test
    void an_office_that_is_closed_or_serves_elsewhere_moves_the_competence() throws Exception {
        var system = as(SYSTEM);
        var today = TestNode.START.toString();
        send(
                        system,
                        "/admin/offices/civil-affairs-320582",
                        Map.of("name", "张家港市民政局", "serves", "320582、320583", "instrument", "苏府〔2026〕2号", "from", today))
                .andExpect(status().isSeeOther());
        assertThat(offices.find("civil-affairs", "320583", null).orElseThrow().code())
                .isEqualTo("civil-affairs-320582");
        time.advance(Duration.ofMinutes(1));
        send(
                        system,
                        "/admin/offices/civil-affairs-320582",
                        Map.of(
                                "name", "张家港市民政局",
                                "instrument", "苏府〔2026〕3号",
                                "from", today,
                                "closed", "true",
                                "revision", "1"))
                .andExpect(status().isSeeOther());
        assertThat(offices.find("civil-affairs", "320582", null).orElseThrow().code())
                .as("the office above")
                .isEqualTo("civil-affairs-320500");
    }

    /** Two at once: the second is told, keeps what they typed and sees what the first registered. */
    @Test
    void the_second_of_two_administrators_of_one_office_is_told() throws Exception {
        var path = "/admin/offices/civil-affairs-320585";
        var today = TestNode.START.toString();
        open(as(SYSTEM), path).andExpect(content().string(containsString("name=\"revision\" value=\"0\"")));
        send(as(SYSTEM), path, Map.of("name", "太仓市民政局", "instrument", "太民〔2026〕1号", "from", today, "revision", "0"))
                .andExpect(status().isSeeOther());
        time.advance(Duration.ofMinutes(1));
        var second = Map.of(
                "name", "太仓市民政局", "instrument", "太民〔2026〕2号", "address", "上海东路9号", "from", today, "revision", "0");
        send(as(SYSTEM), path, second)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("同事登记了新的变更")))
                .andExpect(content().string(containsString("上海东路9号")))
                .andExpect(content().string(containsString("太民〔2026〕1号")))
                .andExpect(content().string(containsString("name=\"revision\" value=\"1\"")));
        assertThat(offices.said("civil-affairs-320585")).hasSize(1);
    }

    @Test
    void a_change_that_is_not_right_is_shown_again_with_what_was_typed() throws Exception {
        send(
                        as(SYSTEM),
                        "/admin/offices/civil-affairs-320583",
                        Map.of(
                                "name",
                                "昆山市民政局",
                                "address",
                                "前进路9号",
                                "serves",
                                "999999",
                                "instrument",
                                "",
                                "from",
                                "2020-01-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("前进路9号")))
                .andExpect(content().string(containsString("请填写依据")))
                .andExpect(content().string(containsString("生效日期不能早于今天")));
        send(
                        as(SYSTEM),
                        "/admin/offices/civil-affairs-320583",
                        Map.of(
                                "name",
                                "昆山市民政局",
                                "serves",
                                "999999",
                                "instrument",
                                "x",
                                "from",
                                TestNode.START.toString()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("没有这个行政区划：999999")));
    }

    @Test
    void d22_one_administrator_adds_somebody_another_gives_the_post_and_the_third_reads_it() throws Exception {
        var login = "zhou-" + UUID.randomUUID();
        var added = send(as(SYSTEM), "/admin/staff", Map.of("name", "周敏", "provider", "staff", "login", login))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse();
        var path = Objects.requireNonNull(added.getRedirectedUrl());
        var post = Map.of(
                "office", "social-insurance-320104", "role", "OFFICER", "from", "2026-03-02", "to", "2026-12-31");
        send(as(SYSTEM), path + "/posts", post).andExpect(status().isForbidden());
        send(as(SECURITY), path + "/close", Map.of()).andExpect(status().isForbidden());

        send(as(SECURITY), path + "/posts", post).andExpect(status().isSeeOther());
        send(as(SECURITY), path + "/posts", Map.of("office", "nowhere", "role", "OFFICER", "from", "2026-03-02"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("没有这个机构")));
        send(
                        as(SECURITY),
                        path + "/posts",
                        Map.of("office", "coordination-320000", "role", "AUDIT_ADMIN", "from", "2026-03-02"))
                .andExpect(status().isSeeOther());
        send(
                        as(SECURITY),
                        path + "/posts",
                        Map.of("office", "coordination-320000", "role", "SYSTEM_ADMIN", "from", "2026-03-02"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("不能由同一人担任")));

        time.set(TestNode.START.plusDays(1));
        send(as(SECURITY), path + "/posts/end", Map.of("office", "social-insurance-320104", "role", "OFFICER"))
                .andExpect(status().isSeeOther());
        open(as(AUDIT), path)
                .andExpect(content().string(containsString("已结束")))
                .andExpect(content().string(not(containsString("收回"))));
        open(as(AUDIT), "/admin/staff?q=" + login).andExpect(content().string(containsString("周敏")));
        send(as(SYSTEM), path + "/close", Map.of()).andExpect(status().isSeeOther());
        open(as(AUDIT), path).andExpect(content().string(containsString("已停用")));
        open(as(AUDIT), "/admin/security?object=" + path.substring("/admin/staff/".length()))
                .andExpect(content().string(containsString("授予岗位")))
                .andExpect(content().string(containsString("停用账号")));
    }

    @Test
    void l54_a_year_of_holidays_is_entered_by_its_notice_and_counts_at_once() throws Exception {
        var system = as(SYSTEM);
        var before = calendar.limits().end(LocalDate.of(2028, 9, 28), 5, LimitUnit.WORKING);
        assertThat(before.provisional()).isTrue();
        var form = Map.of(
                "notices", "国办发明电〔2027〕9号 2027-11-03 国务院办公厅关于2028年部分节假日安排的通知",
                "holidays", "元旦 2028-01-01 2028-01-03\n国庆节 2028-10-01 2028-10-07",
                "working", "2028-09-30 国庆节");
        send(system, "/admin/holidays/2028", form).andExpect(status().isSeeOther());
        var after = calendar.limits().end(LocalDate.of(2028, 9, 28), 5, LimitUnit.WORKING);
        assertThat(after.provisional()).isFalse();
        assertThat(after.on()).isEqualTo(LocalDate.of(2028, 10, 11));
        open(system, "/admin/holidays/2028")
                .andExpect(content().string(containsString("国庆节 2028-10-01 2028-10-07")))
                .andExpect(content().string(containsString("2028-09-30 国庆节")));
    }

    @Test
    void a_year_that_is_not_right_is_told_line_by_line_and_nothing_typed_is_lost() throws Exception {
        var form = Map.of(
                "notices", "通知", "holidays", "春节 2028-02-30 2028-03-01\n元旦 2027-01-01", "working", "2028-03-01 春节");
        send(as(SYSTEM), "/admin/holidays/2028", form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("这一行要写成“文号 日期 标题”：通知")))
                .andExpect(content().string(containsString("春节 2028-02-30 2028-03-01")))
                .andExpect(content().string(containsString("调休上班的日子应当是周六或周日")));
        open(as(SYSTEM), "/admin/holidays/2050").andExpect(status().isNotFound());
    }

    @Test
    void m20_what_could_not_be_routed_is_answered_once_and_read_where_it_was_raised() throws Exception {
        var system = as(SYSTEM);
        var ticket = tickets.open(
                new Unrouted("2020-07", null, "找不到转入地的经办机构", "810000"), TestNode.START.minusDays(1), time.now());
        var path = "/admin/tickets/" + ticket.id();
        open(system, "/admin/tickets")
                .andExpect(content().string(containsString("找不到转入地的经办机构")))
                .andExpect(content().string(containsString("已超期")));
        send(system, path, Map.of("answer", " ")).andExpect(status().isUnprocessableContent());
        send(system, path, Map.of("answer", "请向江苏省协调办申请")).andExpect(status().isSeeOther());
        send(system, path, Map.of("answer", "另一个答复")).andExpect(status().isSeeOther());
        open(system, path)
                .andExpect(content().string(containsString("刚才已经由别人答复")))
                .andExpect(content().string(containsString("请向江苏省协调办申请")));
        mvc.perform(get("/help/unsolved/" + ticket.id())).andExpect(content().string(containsString("请向江苏省协调办申请")));
    }

    @Test
    void a_client_gets_its_secret_shown_once_can_call_with_it_and_no_more_once_closed() throws Exception {
        var security = as(SECURITY);
        var id = "platform-" + UUID.randomUUID();
        send(security, "/admin/clients", Map.of("id", id, "name", "长三角平台", "role", "PLATFORM"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请选择平台核验身份的级别")));
        send(security, "/admin/clients", Map.of("id", id, "name", "长三角平台", "role", "PLATFORM", "assurance", "4"))
                .andExpect(status().isSeeOther());
        var shown = open(security, "/admin/clients").andReturn().getResponse().getContentAsString();
        var secret = shown.replaceAll("(?s).*<code[^>]*>([^<]+)</code>.*", "$1");
        assertThat(secret).hasSizeBetween(40, 50);
        open(security, "/admin/clients").andExpect(content().string(not(containsString(secret))));
        mvc.perform(post("/oauth2/token")
                        .param("grant_type", "client_credentials")
                        .with(httpBasic(id, secret)))
                .andExpect(status().isOk());
        send(security, "/admin/clients/" + id + "/close", Map.of()).andExpect(status().isSeeOther());
        mvc.perform(post("/oauth2/token")
                        .param("grant_type", "client_credentials")
                        .with(httpBasic(id, secret)))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void d21_the_auditor_finds_who_read_a_case_by_case_by_person_and_by_day_page_by_page() throws Exception {
        var number = "3212345678901234565";
        var reader = Actor.staff("reader-" + UUID.randomUUID(), "钱多", Role.OFFICER, "social-insurance-320104");
        for (int i = 0; i < 51; i++) {
            time.advance(Duration.ofMinutes(1));
            reads.record(reader, ReadLog.What.CASE, number);
        }
        var audit = as(AUDIT);
        var first = open(audit, "/admin/reads?object=" + number + "&account=" + reader.id())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(first.split("<th scope=\"row\">", -1)).hasSize(51);
        var next = first.replaceAll("(?s).*href=\"(/admin/reads[^\"]*before[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        var second = mvc.perform(get(java.net.URI.create(next)).session(audit))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(second.split("<th scope=\"row\">", -1)).hasSize(2);
        open(audit, "/admin/reads?account=" + reader.id() + "&until=2026-03-01")
                .andExpect(content().string(containsString("没有符合条件的记录")));
        open(audit, "/admin/reads?until=gestern").andExpect(content().string(containsString("没有按日期筛选")));
        open(audit, "/admin/reads").andExpect(content().string(containsString("查看日志")));
    }

    @Test
    void d21_the_auditor_checks_all_histories_and_reads_what_was_found() throws Exception {
        var audit = as(AUDIT);
        send(audit, "/admin/history", Map.of()).andExpect(status().isSeeOther());
        var shown = "";
        for (int tries = 0; tries < 600 && !shown.contains("没有发现问题"); tries++) {
            Thread.sleep(50);
            shown = open(audit, "/admin/history").andReturn().getResponse().getContentAsString();
        }
        assertThat(shown).contains("没有发现问题").contains("看不出三种情形");
    }

    @Test
    void days_pass_in_the_demonstration_and_only_forward() throws Exception {
        var system = as(SYSTEM);
        send(system, "/admin/clock", Map.of("days", "10")).andExpect(status().isSeeOther());
        assertThat(time.today()).isEqualTo(TestNode.START.plusDays(10));
        open(system, "/admin/clock").andExpect(content().string(containsString("向前拨了 10 天")));
        for (var wrong : List.of("-1", "0", "zehn", "999")) {
            send(system, "/admin/clock", Map.of("days", wrong)).andExpect(status().isUnprocessableContent());
        }
    }
}
