package org.tongban.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongban.Statements;
import org.tongban.TongbanTest;
import org.tongban.catalogue.Filing;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/** A case from receipt to closing, through the door that pages and API use. */
@TongbanTest
@Import(Given.class)
class CaseworkTest extends CaseInHand {
    @Autowired
    Casebook casebook;

    @Autowired
    Worklist worklist;

    @Autowired
    HistoryCheck history;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_transfer_goes_from_submission_to_delivery() {
        var file = given.accepted(TRANSFER);
        assertThat(file.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(file.openTasks()).extracting(Task::kind).contains(TaskKind.WORK);
        file = given.stepsFinished(file);
        file = act(file, Act.of(Move.GRANT, Map.of("results", results(file), "text", "同意转入")), Given.officer(file));
        assertThat(file.state()).isEqualTo(CaseState.DECIDED);
        file = act(file, Act.of(Move.DELIVER, Map.of("way", "网上送达")), Given.officer(file));
        assertThat(file.state()).isEqualTo(CaseState.CLOSED);
        assertThat(file.outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(file.openTasks()).isEmpty();
        assertThat(Casefile.replay(store.events(file.casefileId()))).isEqualTo(file);
    }

    @Test
    void steps_open_where_they_belong_and_hold_up_the_decision() {
        var file = given.accepted(TRANSFER);
        var office = file.office();
        assertThat(refusal(file, Act.of(Move.GRANT, Map.of("results", results(file))), Given.officer(file))
                        .code())
                .isEqualTo("steps-open");
        var first = file.openTasks().getFirst();
        file = act(file, new Act(Move.FINISH_STEP, first.no(), Map.of("result", "完成")), Given.at(first));
        assertThat(file.openTasks()).anyMatch(t -> !t.office().equals(office) && t.kind() == TaskKind.WORK);
    }

    /** L-10: a refusal by a rule opens no case. */
    @Test
    void l10_a_rule_refuses_in_its_own_words_and_opens_no_case() {
        var f = given.example(TRANSFER).filing();
        var answers = new java.util.HashMap<>(f.answers());
        answers.put("receivingPension", true);
        var filing = new Filing(
                f.applicant(), f.agent(), f.relation(), f.places(), f.mode(), answers, f.materials(), f.unavailable());
        var before = cases();
        var refused = catchThrowableOfType(
                RefusedFiling.class,
                () -> casework.submit(given.submission(TRANSFER, filing, key(), false), given.applicant(TRANSFER)));
        assertThat(refused.check().refusals())
                .extracting(r -> r.text())
                .containsExactly("处于缴费期、尚未领取城乡居民养老保险待遇（已领取的不论户籍是否迁移都不转移）");
        assertThat(cases()).isEqualTo(before);
    }

    /** M-14: one return, for form. */
    @Test
    void m14_a_window_returns_for_form_once() {
        time.set(given.example(LAWYER).today());
        var window = "service-hall-320500";
        var file = casework.receive(
                given.submission(LAWYER, given.atWindow(LAWYER), key(), true), Given.ATTENDANCE, Given.clerk(window));
        var back = Act.of(Move.RETURN_FOR_FORM, Map.of("defects", List.of("material.diploma"), "text", "扫描不清，请重新扫描"));
        var returned = act(file, back, Given.clerk(window));
        assertThat(refusal(returned, back, Given.clerk(window)).code()).isEqualTo("returned-before");
    }

    @Test
    void a_refusal_names_its_grounds_and_takes_two_people() {
        var file = given.stepsFinished(given.accepted(TRANSFER));
        var refuse = Act.of(Move.REFUSE, Map.of("grounds", List.of("已办理注销登记、个人账户已退清"), "text", "转出地账户已退清"));
        assertThat(refusal(file, refuse, Given.approver(file)).code()).isEqualTo("not-proposed");
        file = act(file, propose(Move.REFUSE), Given.officer(file));
        assertThat(refusal(file, Act.of(Move.REFUSE, Map.of("text", "不行")), Given.approver(file))
                        .code())
                .isEqualTo("fields");
        file = act(file, refuse, Given.approver(file));
        assertThat(file.leg(1).outcome()).isEqualTo(Outcome.REFUSED);
    }

    /** Complaint 10: the second of two is told what changed, and nothing of the first is lost. */
    @Test
    void the_second_of_two_officers_is_told_what_changed() {
        var file = given.submitted(TRANSFER);
        act(file, Act.of(Move.ACCEPT), Given.officer(file));
        var refusal = (Refusal.Stale)
                refusal(file, Act.of(Move.DECLINE, Map.of("ground", "依法不需要办理", "text", "无须办理")), Given.officer(file));
        assertThat(refusal.since())
                .singleElement()
                .satisfies(s -> assertThat(s).contains("经办一").contains("受理"));
    }

    /** L-41: withdrawal ends the case, keeps its record and sends the originals back. */
    @Test
    void l41_a_withdrawn_case_returns_the_originals() {
        time.set(given.example(LAWYER).today());
        var window = "service-hall-320500";
        var s = given.submission(LAWYER, given.atWindow(LAWYER), key(), true);
        var file = casework.receive(
                new Submission(
                        s.item(),
                        s.filing(),
                        s.materials(),
                        List.of("diploma"),
                        List.of(),
                        true,
                        s.request(),
                        "counter",
                        null),
                Given.ATTENDANCE,
                Given.clerk(window));
        assertThat(file.originals())
                .singleElement()
                .satisfies(o -> assertThat(o.holder()).isEqualTo(window));
        file = act(file, Act.of(Move.WITHDRAW), given.applicant(LAWYER));
        assertThat(file.outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(file.openTasks())
                .singleElement()
                .satisfies(t -> assertThat(t.kind()).isEqualTo(TaskKind.CUSTODY));
    }

    @Test
    void a_stranger_learns_nothing_not_even_that_the_case_exists() {
        var file = given.submitted(TRANSFER);
        var stranger = Actor.staff("x", "别处", Role.OFFICER, "market-regulation-110101");
        assertThat(casework.find(file.casefileId(), stranger)).isEmpty();
        assertThatThrownBy(() -> act(file, Act.of(Move.ACCEPT), stranger)).isInstanceOf(NoSuchCase.class);
    }

    @Test
    void the_same_request_opens_one_case() {
        var key = key();
        var first = casework.submit(given.submission(TRANSFER, key, false), given.applicant(TRANSFER));
        var again = casework.submit(given.submission(TRANSFER, key, false), given.applicant(TRANSFER));
        assertThat(again.casefileId()).isEqualTo(first.casefileId());
        assertThat(store.events(first.casefileId())).hasSize(1);
    }

    /** D-24: what people wrote does not stand in the database in the clear. */
    @Test
    void d24_answers_and_opinions_are_sealed_and_open_to_those_concerned() {
        var file = given.submitted(TRANSFER);
        file = act(file, Act.of(Move.WRITE, Map.of("text", "请问几时可以办好")), given.applicant(TRANSFER));
        var stored = jdbc.sql(
                        "select string_agg(body, '') || (select row_to_json(c)::text from casework.casefile c where c.casefile_id = :id) from casework.event where casefile_id = :id")
                .param("id", file.casefileId())
                .query(String.class)
                .single();
        assertThat(stored)
                .doesNotContain("几时可以办好")
                .doesNotContain(given.example(TRANSFER).filing().applicant().name())
                .contains("MessageWritten");
        var opened = casebook.open(file.casefileId(), Given.officer(file));
        assertThat(opened.filed().answers())
                .containsEntry(
                        "hukouAddress",
                        given.example(TRANSFER).filing().answers().get("hukouAddress"));
        assertThat(opened.lines().getLast().words()).containsEntry("text", "请问几时可以办好");
    }

    /** D-21: the chain shows an edited event, and the role of the application cannot make one. */
    @Test
    void d21_history_verifies_and_the_application_cannot_rewrite_it() {
        var file = given.accepted(TRANSFER);
        assertThat(history.run().faults()).isEmpty();
        assertThat(history.run().events()).isGreaterThanOrEqualTo(2);
        assertThatThrownBy(() -> jdbc.sql("update casework.event set body = '' where casefile_id = :id")
                        .param("id", file.casefileId())
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void an_action_takes_at_most_six_statements_and_a_submission_ten() throws Exception {
        var submission = given.submission(TRANSFER);
        var applicant = given.applicant(TRANSFER);
        statements.atMost(10, () -> casework.submit(submission, applicant));
        var file = given.submitted(TRANSFER);
        statements.atMost(
                6, () -> casework.act(file.casefileId(), file.revision(), Act.of(Move.ACCEPT), Given.officer(file)));
        statements.atMost(4, () -> worklist.page(file.office(), Worklist.Filter.NONE, null, 50));
    }

    @Test
    void the_worklist_shows_what_is_due_first_and_goes_on_where_it_ended() {
        for (int i = 0; i < 5; i++) {
            given.submitted(TRANSFER);
        }
        var office = given.submitted(TRANSFER).office();
        var first = worklist.page(office, Worklist.Filter.NONE, null, 3);
        var second = worklist.page(office, Worklist.Filter.NONE, first.getLast().after(), 3);
        assertThat(first).hasSize(3);
        assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);
        var all = worklist.page(office, Worklist.Filter.NONE, null, 500);
        assertThat(all)
                .isSortedAccordingTo(
                        java.util.Comparator.comparing(r -> r.dueOn() == null ? LocalDate.MAX : r.dueOn()));
    }

    private List<String> results(Casefile file) {
        return List.of(
                given.submission(file.itemId()).item().results().getFirst().name());
    }

    private long cases() {
        return jdbc.sql("select count(*) from casework.casefile")
                .query(Long.class)
                .single();
    }
}
