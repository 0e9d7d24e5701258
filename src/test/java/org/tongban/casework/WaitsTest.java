package org.tongban.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongban.TongbanTest;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.ItemExamples;
import org.tongban.identity.Actor;

/** Periods that run and end by themselves, and what stops the clock: the days, as figures. */
@TongbanTest
@Import(Given.class)
class WaitsTest extends CaseInHand {
    private static final String DIVORCE = "later-04";
    private static final String SOLE_TRADER = "2020-39";
    private static final String COMPANY = "2020-33";
    private static final String COOPERATIVE = "2020-42";
    private static final String DISABILITY = "2021-68";
    private static final String EXAM = "2020-44";
    private static final String INSTITUTION = "2020-46";
    private static final String INSTRUMENT = "2021-56";

    @Autowired
    Casebook casebook;

    @Autowired
    Sweep sweep;

    @Autowired
    ItemExamples examples;

    @Autowired
    Catalogue catalogue;

    @Test
    @DisplayName(
            "L-51, L-52: thirty natural days end at 24:00 of the last, which moves on from a holiday; then thirty more to come together")
    void thirty_days_and_thirty_more() {
        at(LocalDate.of(2026, 3, 6).atTime(16, 30));
        var file = accepted(DIVORCE);
        var cooling = waiting(file);
        assertThat(cooling.endsAt())
                .as("5 April is a holiday, 7 April the day after")
                .isEqualTo(end("2026-04-07"));
        at(LocalDate.of(2026, 4, 7).atTime(23, 59));
        assertThat(swept(file).revision()).isEqualTo(file.revision());
        at(LocalDate.of(2026, 4, 8).atStartOfDay());
        file = swept(file);
        var window = file.openTasks().getFirst();
        assertThat(window.kind()).isEqualTo(TaskKind.APPOINTMENT);
        assertThat(window.dueOn()).isEqualTo(LocalDate.of(2026, 5, 7));
        at(LocalDate.of(2026, 5, 7).atTime(23, 59));
        assertThat(swept(file).closed()).isFalse();
        at(LocalDate.of(2026, 5, 8).atStartOfDay());
        file = swept(file);
        assertThat(file.outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(file.tasks().getLast().state()).isEqualTo(StepState.LAPSED);
    }

    @Test
    @DisplayName("a server that was down gives nobody more days: what follows a period counts from its end")
    void what_follows_a_period_counts_from_its_end() {
        var file = accepted(DIVORCE);
        assertThat(waiting(file).endsAt()).isEqualTo(end("2026-04-01"));
        at(LocalDate.of(2026, 4, 20).atTime(8, 0));
        file = swept(file);
        assertThat(file.openTasks().getFirst().dueOn()).isEqualTo(LocalDate.of(2026, 5, 6));
        at(LocalDate.of(2026, 8, 1).atTime(8, 0));
        var late = accepted(DIVORCE);
        at(LocalDate.of(2027, 1, 4).atTime(8, 0));
        assertThat(swept(late).outcome()).as("both periods at once").isEqualTo(Outcome.WITHDRAWN);
    }

    @Test
    @DisplayName("on the last evening one of the two may still withdraw, a minute later the period is over")
    void on_the_last_evening_one_may_still_withdraw() {
        var file = accepted(DIVORCE);
        at(LocalDate.of(2026, 4, 1).atTime(23, 58));
        var party = file.parties().getFirst();
        var partner = Actor.applicant("partner", "另一方", String.valueOf(party.subject()), 4);
        assertThat(casebook.forParty(file.casefileId(), partner).waits())
                .extracting(Task::endsAt)
                .containsExactly(end("2026-04-01"));
        file = act(file, Act.of(Move.WITHDRAW), partner);
        assertThat(file.outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(file.alarms()).noneMatch(Alarm::armed);
    }

    @Test
    @DisplayName(
            "L-25: the ten days in which the tax office may object do not count, as the service's own instrument says")
    void the_days_of_objection_do_not_count() {
        var file = given.submitted(SOLE_TRADER);
        file = accept(file);
        assertThat(file.leg(1).dueOn()).isEqualTo(LocalDate.of(2026, 3, 3));
        file = stepDone(file);
        assertThat(file.paused()).isTrue();
        assertThat(waiting(file).endsAt()).isEqualTo(end("2026-03-12"));
        var now = file;
        assertThat(refusal(now, Act.of(Move.RESUME), Given.officer(now)).code()).isEqualTo("still-waiting");
        at(LocalDate.of(2026, 3, 16).atTime(9, 0));
        file = swept(file);
        assertThat(file.paused()).isFalse();
        assertThat(file.leg(1).dueOn())
                .as("ten days, eight of them working days, and not those that the sweep came late")
                .isEqualTo(LocalDate.of(2026, 3, 13));
        assertThat(file.openTasks()).extracting(Task::kind).containsExactly(TaskKind.DECISION);
    }

    @Test
    @DisplayName(
            "who is asked may say before the end that they have no objection, or that they have one, and what it is")
    void who_is_asked_may_answer_before_the_end() {
        var file = stepDone(accept(given.submitted(SOLE_TRADER)));
        var wait = waiting(file);
        var tax = Given.at(wait);
        assertThat(refusal(file, new Act(Move.FINISH_STEP, wait.no(), Map.of("result", "有异议")), tax)
                        .code())
                .isEqualTo("fields");
        var none = act(file, new Act(Move.FINISH_STEP, wait.no(), Map.of("result", "没有异议", "text", "未办过税务登记")), tax);
        assertThat(none.task(wait.no()).orElseThrow().state()).isEqualTo(StepState.DONE);
        assertThat(none.leg(1).dueOn()).as("over on the day it began").isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(none.alarms()).noneMatch(Alarm::armed);

        var other = stepDone(accept(given.submitted(SOLE_TRADER)));
        var objected = act(
                other,
                new Act(Move.FINISH_STEP, waiting(other).no(), Map.of("result", "有异议", "text", "尚有欠税")),
                Given.at(waiting(other)));
        assertThat(objected.task(wait.no()).orElseThrow().state()).isEqualTo(StepState.FAILED);
        assertThat(objected.state()).as("a person decides").isEqualTo(CaseState.ACCEPTED);
    }

    @Test
    @DisplayName(
            "a public notice cannot be ended early by saying that nobody objects, and takes an objection within its days")
    void a_public_notice_takes_objections() {
        var file = given.stepsFinished(accept(given.submitted(DISABILITY)));
        var notice = waiting(file);
        assertThat(notice.endsAt()).as("five working days").isEqualTo(end("2026-03-09"));
        var form = casework.possible(file, Given.at(notice)).stream()
                .filter(f -> Integer.valueOf(notice.no()).equals(f.task()))
                .findFirst()
                .orElseThrow();
        assertThat(form.inputs().getFirst().options())
                .extracting(MoveForm.Option::value)
                .containsExactly("有异议");
        at(LocalDate.of(2026, 3, 9).atTime(17, 0));
        file = act(
                file,
                new Act(Move.FINISH_STEP, notice.no(), Map.of("result", "有异议", "text", "邻居反映")),
                Given.at(notice));
        assertThat(file.openTasks()).extracting(Task::kind).containsExactly(TaskKind.DECISION);
    }

    @Test
    @DisplayName(
            "L-10: before an announcement of 45 or 20 days is over one is refused and told the first day on which one may apply")
    void before_an_announcement_is_over_one_is_told_the_first_day() {
        assertThat(refusedUntil(COMPANY, 0, "creditorNoticeDate", "2026-02-16", MONDAY))
                .isEqualTo(LocalDate.of(2026, 4, 3));
        assertThat(refusedUntil(COMPANY, 0, "creditorNoticeDate", "2026-02-16", LocalDate.of(2026, 4, 2)))
                .isEqualTo(LocalDate.of(2026, 4, 3));
        assertThat(refusedUntil(COMPANY, 0, "creditorNoticeDate", "2026-02-16", LocalDate.of(2026, 4, 3)))
                .isNull();
        assertThat(refusedUntil(COMPANY, 1, "simpleNoticeEnd", "2026-03-09", MONDAY))
                .isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(refusedUntil(COOPERATIVE, 0, "creditorNoticeDate", "2026-02-16", MONDAY))
                .isEqualTo(LocalDate.of(2026, 4, 3));
        var over = check(COMPANY, 1, "simpleNoticeEnd", "2026-02-01", MONDAY);
        assertThat(over.refusals())
                .singleElement()
                .satisfies(r -> assertThat(r.from())
                        .as("twenty days are over: time does not help")
                        .isNull());
    }

    @Test
    @DisplayName(
            "L-24: an exam, an on-site appraisal and a type test each stop the clock from a recorded start to a recorded end, told in writing")
    void exam_appraisal_and_test_stop_the_clock() {
        assertThat(dueAround(EXAM, "考试")).containsExactly("2026-03-30", "2026-04-14");
        assertThat(dueAround(INSTITUTION, "鉴定")).containsExactly("2026-03-30", "2026-04-14");
        assertThat(dueAround(INSTRUMENT, "检测")).containsExactly("2026-03-16", "2026-03-30");
        assertThat(dueAround(DISABILITY, "残疾评定")).containsExactly("2026-03-23", "2026-04-07");
    }

    /** The due date before, and after ten working days of the procedure. */
    private List<String> dueAround(String item, String procedure) {
        at(MONDAY.atTime(9, 0));
        var file = accept(given.submitted(item));
        var before = file.leg(1).dueOn();
        var pause = Act.of(Move.PAUSE, Map.of("procedure", procedure, "expectedDays", 14, "text", "请携带身份证按通知到场"));
        file = act(file, pause, Given.officer(file));
        assertThat(file.leg(1).dueOn()).isEqualTo(before);
        assertThat(file.dueOn()).as("nothing runs").isNull();
        var line = casebook.open(file.casefileId(), Given.officer(file)).lines().getLast();
        assertThat(line.words()).containsEntry("text", "请携带身份证按通知到场");
        at(MONDAY.plusDays(14).atTime(17, 0));
        file = act(file, Act.of(Move.RESUME), Given.officer(file));
        return List.of(String.valueOf(before), String.valueOf(file.leg(1).dueOn()));
    }

    @Test
    @DisplayName(
            "L-25: nothing else stops the clock: no question to another office, no message, no leave, no empty desk")
    void nothing_else_stops_the_clock() {
        var transfer = given.accepted(TRANSFER);
        var due = transfer.leg(1).dueOn();
        var stop = Act.of(Move.PAUSE, Map.of("procedure", "鉴定", "expectedDays", 7, "text", "等对方来函"));
        assertThat(refusal(transfer, stop, Given.officer(transfer)).code()).isEqualTo("nothing-stops-it");
        var task = transfer.openTasks().getFirst().no();
        var officer = Given.officer(transfer);
        casework.assign(
                transfer.casefileId(),
                task,
                TaskMove.COUNTERSIGN,
                Map.of("office", "social-insurance-310115", "question", "请协助核对"),
                officer);
        var file = store.read(transfer.casefileId()).orElseThrow().file();
        file = act(file, Act.of(Move.WRITE, Map.of("text", "正在等外地回函")), officer);
        at(LocalDate.of(2026, 6, 1).atTime(9, 0));
        file = swept(file);
        assertThat(file.leg(1).dueOn()).isEqualTo(due);
        assertThat(file.paused()).isFalse();
        assertThat(file.intervals())
                .singleElement()
                .satisfies(i -> assertThat(i.running()).isTrue());

        var licence = accept(given.submitted(INSTRUMENT));
        var idle = Act.of(Move.PAUSE, Map.of("procedure", "经办人休假", "expectedDays", 7, "text", "休假"));
        assertThat(refusal(licence, idle, Given.officer(licence)).code()).isEqualTo("fields");
    }

    private @Nullable LocalDate refusedUntil(String item, int example, String key, String value, LocalDate today) {
        var refusals = check(item, example, key, value, today).refusals();
        return refusals.isEmpty() ? null : refusals.getFirst().from();
    }

    private org.tongban.catalogue.Precheck check(String item, int example, String key, String value, LocalDate today) {
        var f = examples.of(item).get(example).filing();
        var answers = new HashMap<>(f.answers());
        answers.put(key, value);
        var filing = new Filing(
                f.applicant(), f.agent(), f.relation(), f.places(), f.mode(), answers, f.materials(), f.unavailable());
        return catalogue.check(catalogue.item(item), filing, today);
    }

    private Casefile accepted(String item) {
        return given.accepted(item, given.example(item));
    }

    private Casefile accept(Casefile file) {
        var ready = given.stepsFinished(file);
        return act(ready, Act.of(Move.ACCEPT), Given.officer(ready));
    }

    private Casefile stepDone(Casefile file) {
        var task = file.openTasks().getFirst();
        return act(file, new Act(Move.FINISH_STEP, task.no(), Map.of("result", "完成")), Given.at(task));
    }

    private static Task waiting(Casefile file) {
        return file.openTasks().stream()
                .filter(t -> t.state() == StepState.WAITING)
                .findFirst()
                .orElseThrow();
    }

    private Casefile swept(Casefile file) {
        sweep.run();
        return store.read(file.casefileId()).orElseThrow().file();
    }

    private static Instant end(String day) {
        return Time.endOf(LocalDate.parse(day));
    }

    private void at(LocalDateTime when) {
        time.set(when.atZone(Time.ZONE).toInstant());
    }
}
