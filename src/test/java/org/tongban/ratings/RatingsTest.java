package org.tongban.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.calendar.Time;
import org.tongban.casework.Act;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.casework.Move;
import org.tongban.casework.RefusedMove;
import org.tongban.identity.Actor;
import org.tongban.identity.ExamplePeople;
import org.tongban.identity.Role;
import org.tongban.identity.TestSignIn;
import org.tongban.supervision.Working;

/** 好差评 by its rules, N-30 to N-36. */
@TongbanTest
@Import(Given.class)
class RatingsTest {
    private static final String TRANSFER = "2020-08";
    private static final String LAWYER = "2020-06";
    private static final LocalDate MONDAY = TestNode.START;

    @Autowired
    Casework casework;

    @Autowired
    Ratings ratings;

    @Autowired
    RatingTickets tickets;

    @Autowired
    RatingFigures figures;

    @Autowired
    ApplicationContext node;

    @Autowired
    RatingFolding folding;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HotlineDispatch dispatching;

    @Autowired
    ExamplePeople examples;

    @Autowired
    Given given;

    @Autowired
    SettableTime time;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void monday_morning() {
        time.set(MONDAY.atTime(9, 0).atZone(Time.ZONE).toInstant());
    }

    @Test
    @DisplayName("N-30, N-31, N-32: five grades, one for a closed case, none assumed")
    void n30_n31_n32_one_of_five_grades_for_a_closed_case_and_none_assumed() throws Exception {
        assertThat(Grade.values()).extracting(Grade::label).containsExactly("非常满意", "满意", "基本满意", "不满意", "非常不满意");
        var file = closed();
        int before = counted().ofItem(TRANSFER).total();
        var session = session();
        assertThat(body(session, "/my/cases/" + file.number())).contains("还没有评价", "去打分");
        var form = body(session, page(file));
        assertThat(form).doesNotContainPattern("name=\"grade\"[^>]*checked");
        rate(session, file, "", 422);
        rate(session, file, "6", 422);
        assertThat(counted().ofItem(TRANSFER).total()).as("silence is nothing").isEqualTo(before);
        rate(session, file, "4", 303);
        rate(session, file, "5", 422);
        assertThat(counted().ofItem(TRANSFER).total()).isEqualTo(before + 1);
        assertThat(body(session, page(file))).contains("满意").doesNotContain("name=\"grade\"");
    }

    @Test
    @DisplayName("N-31: a case that has not ended is not rated yet")
    void n31_nothing_is_rated_before_the_end() throws Exception {
        var file = given.accepted(TRANSFER);
        mvc.perform(get(page(file)).session(session())).andExpect(status().isNotFound());
        assertThatExceptionOfType(RefusedMove.class)
                .isThrownBy(() -> ratings.rate(file.casefileId(), Rating.CASE, said(Grade.SATISFIED), applicant()))
                .satisfies(e -> assertThat(e.refusal().code()).isEqualTo("nothing-to-rate"));
    }

    @Test
    @DisplayName("N-31: one rating a visit, by a code that the clerk shows and cannot look behind")
    void n31_one_rating_a_visit_by_a_code_of_the_counter() throws Exception {
        time.set(given.example(LAWYER).today());
        var window = "service-hall-320500";
        var file = casework.receive(
                given.submission(
                        LAWYER, given.atWindow(LAWYER), UUID.randomUUID().toString(), true),
                Given.ATTENDANCE,
                Given.clerk(window));
        var clerk = TestSignIn.session(mvc, window + "/clerk");
        var shown = body(clerk, "/counter/cases/" + file.number() + "/rating-code");
        var code = ratings.codeAtWindow(file.casefileId(), Given.clerk(window)).orElseThrow();
        assertThat(shown).contains(code, "<path d=\"M");
        assertThat(body(null, "/rate?number=" + file.number() + "&code=" + code))
                .contains("给这次服务打分");
        var wrong = code.equals("00000000") ? "00000001" : "00000000";
        byCode(file, wrong, "2", 422);
        byCode(file, code, "2", 303);
        assertThat(body(null, "/rate?number=" + file.number() + "&code=" + code))
                .as("rated before, and never how")
                .contains("谢谢您的评价")
                .doesNotContain("不满意");
        assertThat(body(clerk, "/counter/cases/" + file.number() + "/rating-code"))
                .contains(code)
                .doesNotContain("不满意", "已评价");
        assertThat(tickets.page(officer2(window, Role.APPROVER), null, 50)).isNotEmpty();
    }

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
    @DisplayName("what is counted is folded from deltas, and the night sets it right by the ratings themselves")
    void figures_are_held_against_the_ratings_every_night() throws Exception {
        ratings.rate(closed().casefileId(), Rating.CASE, said(Grade.VERY_SATISFIED), applicant());
        int before = counted().ofItem(TRANSFER).total();
        assertThat(folding.check()).as("nothing to set right").isZero();
        var file = closed();
        ratings.rate(file.casefileId(), Rating.CASE, said(Grade.DISSATISFIED), applicant());
        assertThat(figures.ofItem(TRANSFER).total()).as("not folded yet").isEqualTo(before);
        assertThat(folding.check())
                .as("what is not folded yet is no difference")
                .isZero();
        int after = counted().ofItem(TRANSFER).total();
        assertThat(after).isEqualTo(before + 1);
        jdbc.sql("update ratings.tally_of set grade_5 = grade_5 + 7 where item_id = :item")
                .param("item", TRANSFER)
                .update();
        jdbc.sql("update ratings.tally set grade_5 = grade_5 + 7 where scope = :scope")
                .param("scope", "item:" + TRANSFER)
                .update();
        assertThat(folding.check()).isPositive();
        assertThat(figures.ofItem(TRANSFER).total()).isEqualTo(after);
        var scope = new RatingFigures.Scope(figures.from(), time.today(), Set.of(TRANSFER), null, null);
        assertThat(figures.total(scope).total()).isEqualTo(after);
        assertThat(figures.total(scope.visits(true)).total()
                        + figures.total(scope.visits(false)).total())
                .isEqualTo(after);
        assertThat(figures.by(RatingFigures.By.OFFICE, scope)).containsKey(file.office());
        assertThat(figures.checked().orElseThrow().differences()).isPositive();
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

    private RatingFigures counted() {
        while (folding.run()) {}
        return figures;
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

    private Casefile closed() {
        return closed(given, casework);
    }

    static Casefile closed(Given given, Casework casework) {
        var file = given.stepsFinished(given.accepted(TRANSFER));
        for (var leg : file.legs()) {
            var fields = new HashMap<String, Object>(Map.of(
                    "results",
                    List.of(given.submission(TRANSFER)
                            .item()
                            .results()
                            .getFirst()
                            .name())));
            if (file.legs().size() > 1) {
                fields.put("leg", String.valueOf(leg.no()));
            }
            file = casework.act(file.casefileId(), file.revision(), Act.of(Move.GRANT, fields), Given.officer(file));
            fields.remove("results");
            fields.put("way", "网上送达");
            file = casework.act(file.casefileId(), file.revision(), Act.of(Move.DELIVER, fields), Given.officer(file));
        }
        return file;
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

    private void rate(MockHttpSession session, Casefile file, String grade, int expected) throws Exception {
        mvc.perform(post(page(file)).session(session).with(csrf()).param("grade", grade))
                .andExpect(status().is(expected));
    }

    private void byCode(Casefile file, String code, String grade, int expected) throws Exception {
        mvc.perform(post("/rate")
                        .with(csrf())
                        .param("number", file.number().toString())
                        .param("code", code)
                        .param("grade", grade))
                .andExpect(status().is(expected));
    }

    private static String page(Casefile file) {
        return "/my/cases/" + file.number() + "/ratings/case";
    }

    private static Ratings.Said said(Grade grade) {
        return new Ratings.Said(grade, List.of("等得久"), "等了很久", true);
    }

    private Actor applicant() {
        return given.applicant(TRANSFER);
    }

    private static Actor officer2(String office, Role role) {
        return Actor.staff(office + "/other", "同事", role, office);
    }

    private static Actor supervisorActor() {
        return Actor.staff("coordination-320000/supervisor", "督查", Role.SUPERVISOR, "coordination-320000");
    }

    private MockHttpSession supervisor() throws Exception {
        return TestSignIn.session(mvc, "coordination-320000/supervisor");
    }

    private MockHttpSession session() throws Exception {
        var name = given.example(TRANSFER).filing().applicant().name();
        var key = examples.groups().getFirst().people().stream()
                .filter(someone -> someone.name().equals(name))
                .findFirst()
                .orElseThrow()
                .key();
        return TestSignIn.session(mvc, key);
    }

    private String body(@org.jspecify.annotations.Nullable MockHttpSession session, String path) throws Exception {
        var call = get(path);
        if (session != null) {
            call.session(session);
        }
        return mvc.perform(call)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
