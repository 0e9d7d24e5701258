package org.tongban.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.tongban.TongbanTest;
import org.tongban.calendar.Time;
import org.tongban.casework.Casefile;
import org.tongban.casework.Given;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;
import org.tongban.identity.TestSignIn;
import org.tongban.supervision.Working;

/** 差评整改: a bad rating is looked into, answered, called back, contested or late (N-33 to N-36). */
@TongbanTest
@Import(Given.class)
class RedressTest extends RatedCase {
    @Autowired
    ApplicationContext node;

    @Autowired
    HotlineDispatch dispatching;

    @Test
    @DisplayName(
            "N-31, N-33, N-35: a bad one opens a ticket at once, with its days, that tells nothing of the rater and not to the rated")
    void n31_n33_n35_a_bad_one_opens_a_ticket_at_once() throws Exception {
        var file = closed();
        ratings.rate(file.casefileId(), Rating.CASE, said(Grade.VERY_DISSATISFIED), applicant());
        var ticket = ticketOf(file);
        assertThat(ticket.state()).isEqualTo(TicketState.OPEN);
        assertThat(List.of(ticket.startBy(), ticket.verifyBy(), ticket.finishBy()))
                .containsExactly(MONDAY.plusDays(1), MONDAY.plusDays(7), MONDAY.plusDays(21));
        dispatching.run();
        assertThat(ticketOf(file).hotline()).startsWith("模拟12345-");

        var colleague = TestSignIn.session(mvc, file.office() + "/approver");
        var path = "/redress/" + ticket.id();
        var name = given.example(TRANSFER).filing().applicant().name();
        assertThat(body(colleague, "/redress")).contains(path);
        assertThat(body(colleague, path))
                .contains("等了很久")
                .doesNotContain(name)
                .doesNotContain(file.number().toString())
                .doesNotContain(file.applicantMasked());
        var rated = TestSignIn.session(mvc, file.office() + "/officer1");
        assertThat(body(rated, "/redress")).doesNotContain(path);
        mvc.perform(get(path).session(rated)).andExpect(status().isNotFound());
        var elsewhere = TestSignIn.session(mvc, "social-insurance-310115/officer1");
        mvc.perform(get(path).session(elsewhere)).andExpect(status().isNotFound());
        var revealed = mvc.perform(
                        post(path + "/reveal").session(colleague).with(csrf()).param("reason", "核实经过"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(revealed).contains(file.number().toString());
    }

    @Test
    @DisplayName(
            "N-34: answered, put right, called back; the rater who is not satisfied is heard by the supervisor; the share is told")
    void n34_answered_put_right_and_called_back() throws Exception {
        var file = closed();
        var before = counted().ofItem(TRANSFER);
        ratings.rate(file.casefileId(), Rating.CASE, said(Grade.DISSATISFIED), applicant());
        assertThat(counted().ofItem(TRANSFER).allDone()).isFalse();
        var session = TestSignIn.session(mvc, file.office() + "/approver");
        act(session, file, "START", Map.of(), 303);
        act(session, file, "VERIFY", Map.of("words", "等待三十天，属实"), 422);
        act(session, file, "VERIFY", Map.of("yes", "true", "words", "等待三十天，属实"), 303);
        act(session, file, "ANSWER", Map.of("words", "向您道歉", "published", "已加派人手"), 422);
        act(session, file, "ANSWER", Map.of("words", "向您道歉", "redress", "加派人手", "published", "已加派人手"), 303);
        var rater = session();
        assertThat(body(rater, page(file))).contains("向您道歉", "加派人手", "您对这个答复满意吗");
        mvc.perform(post(page(file) + "/call-back").session(rater).with(csrf())).andExpect(status().is(422));
        mvc.perform(post(page(file) + "/call-back").session(rater).with(csrf()).param("satisfied", "false"))
                .andExpect(status().isSeeOther());
        assertThat(ticketOf(file).state()).isEqualTo(TicketState.DISSATISFIED);
        var now = counted().ofItem(TRANSFER);
        assertThat(now.answered() - before.answered()).isEqualTo(1);
        assertThat(now.calledBack() - before.calledBack()).isEqualTo(1);
        act(supervisor(), file, "REVIEW", Map.of("yes", "false", "words", "答复妥当"), 303);
        assertThat(ticketOf(file).state()).isEqualTo(TicketState.CLOSED);
    }

    @Test
    @DisplayName("N-35: the days are a parameter with a date from which they hold")
    void n35_the_days_hold_from_a_date_on() throws Exception {
        time.set(MONDAY.plusYears(3).atTime(9, 0).atZone(Time.ZONE).toInstant());
        var from = time.today().plusDays(1);
        var wrong = days(from, "5", "3", "9");
        setDays(wrong, 422);
        setDays(days(time.today(), "2", "4", "9"), 422);
        setDays(days(from, "2", "4", "9"), 303);
        assertThat(tickets.days().getFirst()).isEqualTo(new HandlingDays(from, 2, 4, 9, "苏政务办〔2029〕1号"));
        assertThat(tickets.days())
                .last()
                .extracting(HandlingDays::source)
                .asString()
                .contains("待确认");
    }

    @Test
    @DisplayName(
            "N-36: a malicious one is contested, reviewed and not counted; few are not shown; answers are published")
    void n36_contested_reviewed_published_and_protected() throws Exception {
        var file = closed();
        ratings.rate(file.casefileId(), Rating.CASE, said(Grade.VERY_DISSATISFIED), applicant());
        int counted = counted().ofItem(TRANSFER).total();
        var session = TestSignIn.session(mvc, file.office() + "/approver");
        act(session, file, "START", Map.of(), 303);
        act(session, file, "CONTEST", Map.of("words", "评价人说的是另一个机构"), 303);
        act(session, file, "REVIEW", Map.of("yes", "true", "words", "成立"), 422);
        act(supervisor(), file, "REVIEW", Map.of("yes", "true", "words", "说的是另一个机构"), 303);
        assertThat(ticketOf(file).state()).isEqualTo(TicketState.EXCLUDED);
        assertThat(counted().ofItem(TRANSFER).total()).isEqualTo(counted - 1);
        assertThat(body(session(), page(file))).contains("不计入统计", "说的是另一个机构");

        counted();
        assertThat(body(null, "/ratings?place=540000")).contains("暂不公布");
        for (int i = 0; i < Figures.FEWEST; i++) {
            ratings.rate(closed().casefileId(), Rating.CASE, said(Grade.SATISFIED), applicant());
        }
        var bad = closed();
        ratings.rate(bad.casefileId(), Rating.CASE, said(Grade.DISSATISFIED), applicant());
        act(session, bad, "START", Map.of(), 303);
        act(session, bad, "VERIFY", Map.of("yes", "true", "words", "属实"), 303);
        act(session, bad, "ANSWER", Map.of("words", "道歉", "redress", "改", "published", "已改为当天答复"), 303);
        counted();
        assertThat(body(null, "/ratings?item=" + TRANSFER))
                .contains("截至")
                .contains("已改为当天答复")
                .contains("实名差评的处理")
                .doesNotContain("等了很久");
    }

    @Test
    @DisplayName(
            "N-35: a bad rating that is not dealt with within its days brings a supervision order, which does not tell the rater")
    void n35_a_bad_rating_that_waits_too_long_brings_an_order() throws Exception {
        var file = closed();
        ratings.rate(file.casefileId(), Rating.CASE, said(Grade.DISSATISFIED), applicant());
        var finishBy = ticketOf(file).finishBy();
        time.set(finishBy);
        new Working(node).openOrders();
        var office = TestSignIn.session(mvc, file.office() + "/approver");
        assertThat(body(office, "/orders")).doesNotContain("差评未按期办结");
        time.set(finishBy.plusDays(8));
        new Working(node).openOrders();
        assertThat(body(office, "/orders")).contains("差评未按期办结", "按规则自动发出");
        var pages = new ArrayList<String>();
        for (var order : Pattern.compile("href=\"(/orders/\\d+)\"")
                .matcher(body(office, "/orders"))
                .results()
                .map(found -> found.group(1))
                .toList()) {
            pages.add(body(office, order));
        }
        assertThat(pages)
                .filteredOn(page -> page.contains("/redress/" + ticketOf(file).id()))
                .singleElement()
                .asString()
                .doesNotContain(file.number().toString())
                .doesNotContain(file.applicantMasked());
    }

    private Map<String, String> days(LocalDate from, String start, String verify, String finish) {
        return Map.of(
                "fromOn-year",
                String.valueOf(from.getYear()),
                "fromOn-month",
                String.valueOf(from.getMonthValue()),
                "fromOn-day",
                String.valueOf(from.getDayOfMonth()),
                "startDays",
                start,
                "verifyDays",
                verify,
                "finishDays",
                finish,
                "source",
                "苏政务办〔2029〕1号");
    }

    private void setDays(Map<String, String> fields, int expected) throws Exception {
        var call = post("/supervisor/rating-days").session(supervisor()).with(csrf());
        fields.forEach(call::param);
        mvc.perform(call).andExpect(status().is(expected));
    }

    private Ticket ticketOf(Casefile file) {
        return tickets.page(supervisorActor(), null, 500).stream()
                .filter(ticket -> ticket.key().casefileId() == file.casefileId())
                .findFirst()
                .orElseGet(() -> store.of(file.casefileId()).getFirst());
    }

    @Autowired
    RatingTicketStore store;

    private void act(MockHttpSession session, Casefile file, String move, Map<String, String> fields, int expected)
            throws Exception {
        var ticket = ticketOf(file);
        var call = post("/redress/" + ticket.id() + "/" + move)
                .session(session)
                .with(csrf())
                .param("revision", String.valueOf(ticket.revision()));
        fields.forEach(call::param);
        mvc.perform(call).andExpect(status().is(expected));
    }

    private static Actor supervisorActor() {
        return Actor.staff("coordination-320000/supervisor", "督查", Role.SUPERVISOR, "coordination-320000");
    }

    private MockHttpSession supervisor() throws Exception {
        return TestSignIn.session(mvc, "coordination-320000/supervisor");
    }
}
