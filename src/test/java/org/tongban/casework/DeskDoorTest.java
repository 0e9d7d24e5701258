package org.tongban.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Field;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/** What a desk needs of the door besides the moves: handing on, who may read what, where a case is found again. */
@TongbanTest
@Import(Given.class)
class DeskDoorTest {
    private static final String TRANSFER = "2020-08";
    private static final String LICENCE = "2021-56";
    private static final String NOTARISED = "2020-01";
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Casework casework;

    @Autowired
    Casebook casebook;

    @Autowired
    CaseSearch search;

    @Autowired
    Worklist worklist;

    @Autowired
    Given given;

    @Autowired
    SettableTime time;

    @BeforeEach
    void monday_morning() {
        time.set(MONDAY.atTime(9, 0).atZone(Time.ZONE).toInstant());
    }

    @Test
    @DisplayName("M-20: a case is not sent to an office that is not there")
    void a_case_is_not_sent_to_an_office_that_is_not_there() {
        var file = given.submitted(TRANSFER);
        assertThat(told(file, Act.of(Move.REROUTE, Map.of("office", "nowhere-999999", "text", "不归我们管"))))
                .isEqualTo("office");
        assertThat(told(file, Act.of(Move.REROUTE, Map.of("office", file.office(), "text", "不归我们管"))))
                .isEqualTo("office");
        var sent = casework.act(
                file.casefileId(),
                file.revision(),
                Act.of(Move.REROUTE, Map.of("office", "social-insurance-310115", "text", "归浦东新区管")),
                Given.officer(file));
        assertThat(sent.office()).isEqualTo("social-insurance-310115");
    }

    @Test
    @DisplayName("complaint 8: a task is handed only to somebody who has a post there")
    void a_task_is_handed_only_to_somebody_who_has_a_post_there() {
        var file = given.submitted(TRANSFER);
        var by = Given.officer(file);
        var task = file.openTasks().getFirst().no();
        for (var nobody : List.of("nobody", "social-insurance-310115/officer1")) {
            assertThatExceptionOfType(RefusedMove.class)
                    .isThrownBy(() -> casework.assign(
                            file.casefileId(), task, TaskMove.HAND_TO, Map.of("to", nobody, "reason", "请假"), by))
                    .satisfies(e -> assertThat(e.refusal().text()).contains("没有本机构的岗位"));
        }
        var colleague = file.office() + "/officer2";
        var after =
                casework.assign(file.casefileId(), task, TaskMove.HAND_TO, Map.of("to", colleague, "reason", "请假"), by);
        assertThat(after.task(task).orElseThrow().claimedBy()).isEqualTo(colleague);
    }

    @Test
    void an_office_that_is_not_there_is_not_asked_to_countersign() {
        var file = given.submitted(TRANSFER);
        var task = file.openTasks().getFirst().no();
        assertThatExceptionOfType(RefusedMove.class)
                .isThrownBy(() -> casework.assign(
                        file.casefileId(),
                        task,
                        TaskMove.COUNTERSIGN,
                        Map.of("office", "nowhere-999999", "question", "请会签"),
                        Given.officer(file)))
                .satisfies(e -> assertThat(e.refusal().code()).isEqualTo("fields"));
    }

    @Test
    @DisplayName("L-24: a stop moves the day on the desk as well (complaint 7)")
    void a_stop_moves_the_day_on_the_desk_as_well() {
        var file = given.stepsFinished(given.accepted(LICENCE));
        var by = Given.officer(file);
        var before = decisionOnDesk(file).dueOn();
        file = casework.act(file.casefileId(), file.revision(), Act.of(Move.PAUSE, pause(file)), by);
        time.set(MONDAY.plusDays(7).atTime(9, 0).atZone(Time.ZONE).toInstant());
        var leg = file.legs().size() > 1 ? Map.<String, Object>of("leg", "1") : Map.<String, Object>of();
        file = casework.act(file.casefileId(), file.revision(), Act.of(Move.RESUME, leg), by);
        assertThat(file.leg(1).dueOn()).isAfter(before);
        assertThat(decisionOnDesk(file).dueOn()).isEqualTo(file.leg(1).dueOn());
    }

    private static Map<String, Object> pause(Casefile file) {
        var fields = new HashMap<String, Object>(Map.of("procedure", "鉴定", "expectedDays", "7", "text", "需要鉴定，约七天"));
        if (file.legs().size() > 1) {
            fields.put("leg", "1");
        }
        return fields;
    }

    private static Task decisionOnDesk(Casefile file) {
        return file.openTasks().stream()
                .filter(t -> t.leg() == 1 && t.kind() == TaskKind.DECISION)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_day_that_does_not_exist_is_told_and_no_fault() {
        var input = new MoveForm.Input("dueBackOn", "应还日期", MoveForm.Kind.DATE, false, List.of(), 0, "");
        var form = new MoveForm(Move.MOVE_ORIGINAL, null, "登记原件流转", List.of(input));
        assertThat(form.problems(Map.of("dueBackOn", "2026-02-30"))).hasSize(1);
        assertThat(form.problems(Map.of("dueBackOn", "2026-02-28"))).isEmpty();
    }

    @Test
    @DisplayName("D-01: who is only asked something is told what the question needs, and nothing else")
    void who_is_only_asked_something_is_told_what_the_question_needs() {
        var file = asked();
        var task = inquiry(file);
        var checker = Actor.staff(task.office() + "/checker", "核验一", Role.CHECKER, task.office());
        assertThat(casebook.whole(file, checker)).isFalse();
        assertThatExceptionOfType(NoSuchCase.class).isThrownBy(() -> casebook.open(file.casefileId(), checker));

        var inquiry = casebook.inquiry(file.casefileId(), task.no(), checker);
        assertThat(inquiry.check().answers()).isNotEmpty();
        var sent = inquiry.item().form().stream()
                .filter(f -> f.about().purpose() == Field.Purpose.INQUIRY)
                .map(Field::key)
                .toList();
        assertThat(inquiry.answers().keySet()).isNotEmpty().isSubsetOf(sent);
        assertThat(casebook.open(file.casefileId(), Given.officer(file)).filed().answers())
                .hasSizeGreaterThan(inquiry.answers().size());
        assertThat(inquiry.words()).isEmpty();
        assertThat(inquiry.applicant().identity())
                .isEqualTo(given.example(NOTARISED).filing().applicant().identity());
        assertThat(inquiry.applicant().phone()).isNull();
    }

    @Test
    void the_answer_of_an_inquiry_can_be_read_again_where_it_was_given_and_nowhere_else() {
        var file = asked();
        var task = inquiry(file);
        var checker = Actor.staff(task.office() + "/checker", "核验一", Role.CHECKER, task.office());
        var answer = casebook.inquiry(file.casefileId(), task.no(), checker)
                .check()
                .answers()
                .getFirst();
        casework.act(
                file.casefileId(),
                file.revision(),
                new Act(Move.FINISH_STEP, task.no(), Map.of("result", answer, "text", "与登记信息一致")),
                checker);
        var inquiry = casebook.inquiry(file.casefileId(), task.no(), checker);
        assertThat(inquiry.task().result()).isEqualTo(answer);
        assertThat(inquiry.words()).containsEntry("text", "与登记信息一致");
        var elsewhere = Actor.staff("education-310000/checker", "核验二", Role.CHECKER, "education-310000");
        assertThatExceptionOfType(NoSuchCase.class)
                .isThrownBy(() -> casebook.inquiry(file.casefileId(), task.no(), elsewhere));
        assertThatExceptionOfType(NoSuchCase.class)
                .isThrownBy(() -> casebook.inquiry(file.casefileId(), 1, Given.officer(file)));
    }

    @Test
    void a_case_and_the_one_it_answers_find_each_other() {
        var first = given.submitted(TRANSFER);
        var s = given.submission(TRANSFER);
        var again = casework.submit(
                new Submission(
                        s.item(),
                        s.filing(),
                        s.materials(),
                        s.originals(),
                        s.answeredSteps(),
                        s.insisted(),
                        UUID.randomUUID().toString(),
                        s.channel(),
                        first.casefileId()),
                given.applicant(TRANSFER));
        assertThat(again.linkedTo()).isEqualTo(first.casefileId());
        assertThat(search.linkedTo(first.casefileId()))
                .extracting(CaseSearch.Row::casefileId)
                .containsExactly(again.casefileId());
    }

    @Test
    void open_cases_of_an_office_come_due_first_page_by_page() {
        var office = given.submitted(TRANSFER).office();
        given.submitted(TRANSFER);
        given.accepted(TRANSFER);
        var all = search.open(office, CaseSearch.Filter.NONE, null, 1000);
        assertThat(all).hasSizeGreaterThanOrEqualTo(3);
        assertThat(all.stream().map(CaseSearch.Row::after).map(CaseSearch.After::dueOn))
                .isSorted();
        var second = search.open(office, CaseSearch.Filter.NONE, all.getFirst().after(), 1);
        assertThat(second)
                .extracting(CaseSearch.Row::casefileId)
                .containsExactly(all.get(1).casefileId());
        assertThat(search.open(office, new CaseSearch.Filter(null, CaseState.ACCEPTED, null), null, 1000))
                .isNotEmpty()
                .allMatch(row -> row.state() == CaseState.ACCEPTED);
    }

    private Casefile asked() {
        var file = given.accepted(NOTARISED);
        for (var task = blocking(file); task != null; task = blocking(file)) {
            file = casework.act(
                    file.casefileId(),
                    file.revision(),
                    new Act(Move.FINISH_STEP, task.no(), Map.of("result", "完成")),
                    Given.at(task));
        }
        return file;
    }

    private static @Nullable Task blocking(Casefile file) {
        return file.openTasks().stream().anyMatch(t -> t.kind() == TaskKind.INQUIRY)
                ? null
                : file.openTasks().stream()
                        .filter(t -> t.kind().step())
                        .findFirst()
                        .orElse(null);
    }

    private static Task inquiry(Casefile file) {
        return file.openTasks().stream()
                .filter(t -> t.kind() == TaskKind.INQUIRY)
                .findFirst()
                .orElseThrow();
    }

    private String told(Casefile file, Act act) {
        try {
            casework.act(file.casefileId(), file.revision(), act, Given.officer(file));
            return "nothing";
        } catch (RefusedMove e) {
            return e.refusal() instanceof Refusal.Fields fields
                    ? fields.problems().getFirst().key()
                    : e.refusal().code();
        }
    }
}
