package org.tongban.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongban.TongbanTest;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.calendar.HolidayYear;
import org.tongban.calendar.LimitUnit;
import org.tongban.calendar.Time;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/** The days of a case: from when they run, what stops, extends and ends them, and what their end brings. */
@TongbanTest
@Import(Given.class)
class CaseLimitsTest extends CaseInHand {
    private static final String LICENCE = "2020-53";
    private static final String LONG = "2020-11";

    @Autowired
    Sweep sweep;

    @Autowired
    HolidayCalendar calendar;

    /** L-05, M-06: a window elsewhere receives; the five days run only when the copy has reached the competent place. */
    @Test
    void l05_received_elsewhere_the_five_days_run_from_the_hand_over() {
        time.set(given.example(LAWYER).today());
        var window = "service-hall-320500";
        var file = casework.receive(
                given.submission(LAWYER, given.atWindow(LAWYER), key(), true), Given.ATTENDANCE, Given.clerk(window));
        assertThat(file.state()).isEqualTo(CaseState.RECEIVED);
        assertThat(file.submittedAt()).isNull();
        assertThat(file.alarms()).isEmpty();
        assertThat(refusal(file, Act.of(Move.ACCEPT), Given.clerk(window)).code())
                .isEqualTo("not-possible-now");
        var handedOverOn = given.example(LAWYER).today().plusDays(3);
        time.set(handedOverOn);
        file = act(file, Act.of(Move.HAND_OVER), Given.clerk(window));
        assertThat(file.state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(refusal(file, Act.of(Move.ACCEPT), Given.clerk(window)).code())
                .isEqualTo("not-yours");
        assertThat(file.alarms())
                .singleElement()
                .satisfies(a -> assertThat(a.firesAt())
                        .isEqualTo(calendar.limits()
                                .end(handedOverOn, 5, LimitUnit.WORKING)
                                .endsAt()));
    }

    /** L-04: a licence on which the office says nothing for five working days is accepted from the day it was received. */
    @Test
    void l04_five_working_days_of_silence_accept_a_licence_from_the_day_of_receipt() {
        var file = given.submitted(LICENCE);
        time.set(LocalDate.of(2026, 3, 9).atTime(23, 59).atZone(Time.ZONE).toInstant());
        sweep.run();
        assertThat(now(file).state()).isEqualTo(CaseState.SUBMITTED);
        time.set(LocalDate.of(2026, 3, 10).atStartOfDay(Time.ZONE).toInstant());
        sweep.run();
        assertThat(now(file).state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(now(file).acceptedOn()).isEqualTo(MONDAY);
        assertThat(store.events(file.casefileId()).getLast().event())
                .isEqualTo(new CaseEvent.Accepted(MONDAY, true, null));
    }

    /** L-31: elsewhere silence is overdue, not acceptance. */
    @Test
    void silence_does_not_accept_what_is_not_a_licence() {
        var file = given.submitted(TRANSFER);
        time.set(LocalDate.of(2026, 4, 1).atTime(9, 0).atZone(Time.ZONE).toInstant());
        sweep.run();
        assertThat(now(file).state()).isEqualTo(CaseState.SUBMITTED);
    }

    /** L-03, L-06, L-07: told once; a second time only about what came in; the days begin again when it is complete. */
    @Test
    void l06_a_supplement_is_asked_for_once_and_a_second_time_only_for_what_was_supplied() {
        var file = given.submitted(LICENCE);
        var first = file.itemId().isEmpty() ? "" : "material." + itemMaterial(0);
        var other = "material." + itemMaterial(1);
        file = act(file, supplement(first), Given.officer(file));
        assertThat(file.state()).isEqualTo(CaseState.SUPPLEMENTING);
        time.set(MONDAY.plusDays(7).atTime(9, 0).atZone(Time.ZONE).toInstant());
        file = act(file, Act.of(Move.SUPPLEMENT, Map.of("text", "已补")), given.applicant(LICENCE));
        assertThat(file.state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(file.alarms())
                .filteredOn(Alarm::armed)
                .singleElement()
                .satisfies(a -> assertThat(a.firesAt()).isEqualTo(Time.endOf(LocalDate.of(2026, 3, 16))));
        assertThat(refusal(file, supplement(other), Given.officer(file)).code()).isEqualTo("told-once");
        assertThat(act(file, supplement(first), Given.officer(file)).state()).isEqualTo(CaseState.SUPPLEMENTING);
    }

    /** L-42: a lapsed supplement ends nothing by itself; the officer is told. */
    @Test
    void l42_a_lapsed_supplement_comes_back_to_the_officer() {
        var file = given.submitted(LICENCE);
        file = act(file, supplement("material." + itemMaterial(0)), Given.officer(file));
        time.set(MONDAY.plusDays(40).atTime(9, 0).atZone(Time.ZONE).toInstant());
        sweep.run();
        var lapsed = now(file);
        assertThat(lapsed.state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(lapsed.openTasks())
                .singleElement()
                .satisfies(t -> assertThat(t.title()).contains("补正期限已过"));
    }

    /** L-21: one extension, proposed by one person, approved by another. */
    @Test
    void l21_an_extension_needs_two_people_and_is_given_once() {
        var file = accepted(LICENCE);
        var due = file.leg(1).statutoryDueOn();
        var extend = Act.of(Move.EXTEND, Map.of("days", 10, "text", "需要补充检验"));
        assertThat(refusal(file, extend, Given.officer(file)).code()).isEqualTo("not-yours");
        assertThat(refusal(file, extend, Given.approver(file)).code()).isEqualTo("not-proposed");
        file = act(file, propose(Move.EXTEND), Given.officer(file));
        var samePerson = new Actor(Given.officer(file).id(), "同一人", Role.APPROVER, null, file.office(), 5);
        assertThat(refusal(file, extend, samePerson).code()).isEqualTo("same-person");
        file = act(file, extend, Given.approver(file));
        assertThat(file.leg(1).statutoryDueOn()).isAfter(due);
        assertThat(refusal(file, extend, Given.approver(file)).code()).isEqualTo("extended-before");
        assertThat(refusal(file, propose(Move.EXTEND), Given.officer(file)).code())
                .isEqualTo("fields");
    }

    /** L-24: only a recorded special procedure stops the clock, and its days are given back. */
    @Test
    void l24_a_special_procedure_stops_the_clock_and_its_end_moves_the_date() {
        var file = accepted(LICENCE);
        var due = file.leg(1).dueOn();
        file = act(
                file,
                Act.of(Move.PAUSE, Map.of("procedure", "专家评审", "expectedDays", 30, "text", "组织专家评审")),
                Given.officer(file));
        assertThat(file.paused()).isTrue();
        assertThat(file.dueOn()).isNull();
        time.set(MONDAY.plusDays(14).atTime(9, 0).atZone(Time.ZONE).toInstant());
        file = act(file, Act.of(Move.RESUME), Given.officer(file));
        assertThat(file.leg(1).dueOn()).isAfter(due);
        assertThat(file.intervals()).extracting(Interval::running).containsExactly(true, false, true);
    }

    /** L-54: a limit past the last known year is flagged, and counted again when the year is known. */
    @Test
    void l54_a_limit_past_the_last_known_year_is_flagged_and_recounted() throws InterruptedException {
        time.set(LocalDate.of(2026, 12, 1));
        var file = given.accepted(LONG);
        assertThat(file.dueProvisional()).isTrue();
        var due = file.leg(1).dueOn();
        var first = LocalDate.of(2027, 1, 1);
        var off = new TreeMap<>(Map.of(first, "元旦", first.plusDays(3), "元旦", first.plusDays(4), "元旦"));
        var notice = new HolidayYear.Notice("国办发明电〔2026〕1号", "测试用的安排", LocalDate.of(2026, 11, 30));
        calendar.enter(new HolidayYear(2027, List.of(notice), off, new TreeMap<>()), "admin", time.now());
        for (int i = 0; i < 200 && now(file).dueProvisional(); i++) {
            Thread.sleep(50);
        }
        assertThat(now(file).dueProvisional()).isFalse();
        assertThat(now(file).leg(1).dueOn()).isAfter(due);
        assertThat(store.events(file.casefileId()).getLast().event()).isEqualTo(new CaseEvent.DueRecounted());
    }

    private Casefile accepted(String item) {
        return given.accepted(item);
    }

    private Casefile now(Casefile file) {
        return store.read(file.casefileId()).orElseThrow().file();
    }

    private static Act supplement(String defect) {
        return Act.of(Move.ASK_SUPPLEMENT, Map.of("defects", List.of(defect), "text", "请补齐", "days", 15));
    }

    private String itemMaterial(int index) {
        return given.submission(LICENCE).item().materials().get(index).key();
    }
}
