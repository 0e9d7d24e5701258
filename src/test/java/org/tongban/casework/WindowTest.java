package org.tongban.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongban.Statements;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.identity.Actor;

/** What a window does with a case: receive, return once, hand over, keep originals, go on with what began online. */
@TongbanTest
@Import(Given.class)
class WindowTest {
    private static final String LAWYER = "2020-04";
    private static final String TRANSFER = "2020-08";
    private static final LocalDate MONDAY = LocalDate.of(2026, 7, 13);
    private static final LocalDate BACK_ON = MONDAY.plusDays(30);

    @Autowired
    Casework casework;

    @Autowired
    CasefileStore store;

    @Autowired
    WindowList cases;

    @Autowired
    CustodyList custody;

    @Autowired
    Worklist worklist;

    @Autowired
    Given given;

    @Autowired
    SettableTime time;

    @Autowired
    Statements statements;

    /** A window of its own for each test, so that its lists hold nothing of others. */
    private String window = "";

    private static int windows = 1;

    @BeforeEach
    void monday_morning() {
        time.set(MONDAY);
        window = "service-hall-3205" + String.format("%02d", windows++);
    }

    /** M-25: nobody fills in for somebody without having made sure of them. */
    @Test
    void m25_a_clerk_records_how_the_person_was_identified_and_agreed() {
        var submission = submission(LAWYER);
        var refused =
                catchThrowableOfType(RefusedMove.class, () -> casework.receive(submission, null, Given.clerk(window)));
        assertThat(refused.refusal().code()).isEqualTo("unattended");
        var file = casework.receive(submission, Given.ATTENDANCE, Given.clerk(window));
        var entry = store.events(file.casefileId()).getFirst();
        assertThat(entry.event())
                .isInstanceOfSatisfying(
                        CaseEvent.Received.class,
                        e -> assertThat(e.attendance()).isEqualTo(Given.ATTENDANCE));
        assertThat(entry.by().role()).isEqualTo("CLERK");
        assertThat(entry.onBehalfOf()).isEqualTo(file.applicant());
    }

    /** M-14: one return for form, listing all; then it waits for the applicant and comes back to the desk to be checked. */
    @Test
    void m14_what_was_returned_waits_for_the_applicant_and_comes_back_to_the_desk() {
        var file = received();
        assertThat(desk()).containsExactly(TaskKind.FORM_CHECK);
        assertThat(file.dueOn()).as("handed over on the day of receipt").isEqualTo(MONDAY);
        file = act(file, Move.RETURN_FOR_FORM, Map.of("defects", List.of("material.diploma"), "text", "扫描不清"));
        assertThat(desk()).isEmpty();
        assertThat(list(WindowList.Group.WAITING)).containsExactly(file.casefileId());
        file = act(file, Move.SUPPLEMENT, Map.of("text", "已重新扫描"));
        assertThat(desk()).containsExactly(TaskKind.FORM_CHECK);
        assertThat(list(WindowList.Group.WAITING)).isEmpty();
        file = act(file, Move.HAND_OVER, Map.of("checked", List.of("idCard")));
        assertThat(desk()).isEmpty();
        assertThat(list(WindowList.Group.HANDED_OVER)).containsExactly(file.casefileId());
        assertThat(file.tasks())
                .filteredOn(t -> t.kind() == TaskKind.SUPPLEMENT)
                .allMatch(t -> !t.state().open());
    }

    /** M-07, M-08: an original goes from window to office and back, and each act says who has it. */
    @Test
    void m08_an_original_travels_to_the_office_and_back_without_a_gap() {
        var file = received("diploma");
        assertThat(file.originals()).singleElement().satisfies(o -> {
            assertThat(o.holder()).isEqualTo(window);
            assertThat(o.dueBackOn()).isEqualTo(BACK_ON);
        });
        assertThat(kept(CustodyList.Group.HERE)).containsExactly("diploma");
        file = act(
                file, Move.HAND_OVER, Map.of("original", List.of("diploma"), "carrier", "邮政", "trackingNumber", "E1"));
        assertThat(kept(CustodyList.Group.HERE)).isEmpty();
        assertThat(kept(CustodyList.Group.SENT)).containsExactly("diploma");
        var office = Given.officer(file);
        assertThat(refusal(file, moved("归还申请人"), office).code()).isEqualTo("original-elsewhere");
        file = act(file, moved("签收"), office);
        assertThat(file.originals().getFirst().holder()).isEqualTo(file.office());
        file = act(file, sent(Objects.requireNonNull(file.receivedBy())), office);
        assertThat(kept(CustodyList.Group.COMING)).containsExactly("diploma");
        file = act(file, moved("签收"), Given.clerk(window));
        file = act(file, moved("归还申请人"), Given.clerk(window));
        assertThat(file.originals().getFirst().holder()).isEqualTo("申请人");
        assertThat(file.originals().getFirst().dueBackOn()).isNull();
        assertThat(kept(CustodyList.Group.HERE)).isEmpty();
        assertThat(Casefile.replay(store.events(file.casefileId()))).isEqualTo(file);
    }

    @Test
    void m07_a_parcel_has_a_carrier_a_number_and_an_address() {
        var file = received("diploma");
        var refusal = refusal(
                file,
                Act.of(Move.MOVE_ORIGINAL, Map.of("original", List.of("diploma"), "act", "寄出")),
                Given.clerk(window));
        assertThat(refusal)
                .isInstanceOfSatisfying(
                        Refusal.Fields.class,
                        f -> assertThat(f.problems())
                                .extracting(Refusal.Fields.Problem::key)
                                .containsExactly("carrier", "trackingNumber", "to"));
        var byHand = Act.of(
                Move.MOVE_ORIGINAL,
                Map.of("original", List.of("diploma"), "act", "寄出", "carrier", "专人递送", "to", file.office()));
        assertThat(act(file, byHand, Given.clerk(window)).originals().getFirst().to())
                .isEqualTo(file.office());
    }

    /** L-41: what ends gives back, from where it lies; the return itself closes the task. */
    @Test
    void l41_the_window_that_keeps_an_original_has_to_give_it_back() {
        var file = received("diploma");
        file = act(file, Move.WITHDRAW, Map.of());
        assertThat(desk()).containsExactly(TaskKind.CUSTODY);
        var task = file.openTasks().getFirst();
        assertThat(refusal(file, new Act(Move.FINISH_STEP, task.no(), Map.of("result", "完成")), Given.clerk(window))
                        .code())
                .isEqualTo("by-custody");
        file = act(file, moved("归还申请人"), Given.clerk(window));
        assertThat(file.openTasks()).isEmpty();
        assertThat(list(WindowList.Group.CLOSED)).containsExactly(file.casefileId());
    }

    /** M-23: begun online, continued at a window, by the clerk's own login and for the person who is there. */
    @Test
    void m23_a_case_begun_online_goes_on_at_a_window() {
        var file = given.submitted(TRANSFER);
        var clerk = Given.clerk(window);
        assertThat(casework.find(file.casefileId(), clerk)).isEmpty();
        assertThat(refusedToAttend(file, given.applicant(TRANSFER))).isEqualTo("not-present");
        file = casework.attend(file.casefileId(), Given.ATTENDANCE, clerk.attending(file.applicant()));
        assertThat(file.receivedBy()).isEqualTo(window);
        assertThat(store.events(file.casefileId()).getLast().onBehalfOf()).isEqualTo(file.applicant());
        assertThat(refusedToAttend(file, clerk.attending(file.applicant()))).isEqualTo("here-already");
        var supplement = Act.of(
                Move.ASK_SUPPLEMENT,
                Map.of("defects", List.of("material." + material(file)), "text", "请补", "days", 15));
        file = act(file, supplement, Given.officer(file));
        assertThat(list(WindowList.Group.WAITING)).containsExactly(file.casefileId());
        file = act(file, Move.SUPPLEMENT, Map.of("text", "在窗口补交"));
        assertThat(file.state()).isEqualTo(CaseState.SUBMITTED);
    }

    @Test
    void a_second_window_waits_until_the_first_has_nothing_in_hand() {
        var file = received("diploma");
        var other = Given.clerk("service-hall-440100").attending(file.applicant());
        assertThat(refusedToAttend(file, other)).isEqualTo("another-window");
        file = act(file, moved("归还申请人"), Given.clerk(window));
        file = act(file, Move.HAND_OVER, Map.of());
        assertThat(casework.attend(file.casefileId(), Given.ATTENDANCE, other).receivedBy())
                .isEqualTo("service-hall-440100");
        assertThat(list(WindowList.Group.HANDED_OVER)).isEmpty();
    }

    /** Handed in by a window where the place is competent itself: no receipt elsewhere, and the window keeps sight of it. */
    @Test
    void a_window_can_hand_a_case_in_directly_and_keeps_sight_of_it() {
        var file = casework.submit(given.submission(TRANSFER), Given.ATTENDANCE, Given.clerk(window));
        assertThat(file.state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(file.receivedBy()).isEqualTo(window);
        assertThat(list(WindowList.Group.HANDED_OVER)).containsExactly(file.casefileId());
        assertThat(refusal(file, Act.of(Move.ACCEPT), Given.clerk(window)).code())
                .isEqualTo("not-yours");
    }

    @Test
    void lists_go_on_where_they_ended_and_take_one_statement() throws Exception {
        for (int i = 0; i < 5; i++) {
            act(received("diploma", "degreeCertificate"), Move.HAND_OVER, Map.of());
        }
        var first = cases.page(window, WindowList.Group.HANDED_OVER, null, 3);
        var second =
                cases.page(window, WindowList.Group.HANDED_OVER, first.getLast().after(), 3);
        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
        var keptFirst = custody.page(window, CustodyList.Group.HERE, null, 7);
        var keptNext =
                custody.page(window, CustodyList.Group.HERE, keptFirst.getLast().after(), 7);
        assertThat(keptFirst).hasSize(7);
        assertThat(keptNext).hasSize(3).doesNotContainAnyElementsOf(keptFirst);
        statements.atMost(1, () -> cases.page(window, WindowList.Group.RESULTS, null, 50));
        statements.atMost(1, () -> custody.page(window, CustodyList.Group.HERE, null, 50));
    }

    private String refusedToAttend(Casefile file, Actor by) {
        return catchThrowableOfType(RefusedMove.class, () -> casework.attend(file.casefileId(), Given.ATTENDANCE, by))
                .refusal()
                .code();
    }

    private Casefile received(String... originals) {
        var s = submission(LAWYER);
        var with = new Submission(
                s.item(), s.filing(), s.materials(), List.of(originals), List.of(), true, s.request(), "counter", null);
        var attendance = new Attendance(
                Attendance.IDENTITY_CHECKS.getFirst(),
                Attendance.CONSENTS.getFirst(),
                originals.length == 0 ? null : BACK_ON);
        return casework.receive(with, attendance, Given.clerk(window));
    }

    private Submission submission(String item) {
        return given.submission(item, given.atWindow(item), UUID.randomUUID().toString(), true);
    }

    private static Act moved(String how) {
        return Act.of(Move.MOVE_ORIGINAL, Map.of("original", List.of("diploma"), "act", how));
    }

    private static Act sent(String to) {
        return Act.of(
                Move.MOVE_ORIGINAL,
                Map.of("original", List.of("diploma"), "act", "寄出", "carrier", "邮政", "trackingNumber", "E2", "to", to));
    }

    private Casefile act(Casefile file, Move move, Map<String, Object> fields) {
        return act(file, Act.of(move, fields), Given.clerk(window));
    }

    private Casefile act(Casefile file, Act act, Actor by) {
        return casework.act(file.casefileId(), file.revision(), act, by);
    }

    private Refusal refusal(Casefile file, Act act, Actor by) {
        return catchThrowableOfType(RefusedMove.class, () -> act(file, act, by)).refusal();
    }

    private List<TaskKind> desk() {
        return worklist.page(window, Worklist.Filter.NONE, null, 50).stream()
                .map(Worklist.Row::kind)
                .toList();
    }

    private List<Long> list(WindowList.Group group) {
        return cases.page(window, group, null, 50).stream()
                .map(WindowList.Row::casefileId)
                .toList();
    }

    private List<String> kept(CustodyList.Group group) {
        return custody.page(window, group, null, 50).stream()
                .map(CustodyList.Row::key)
                .toList();
    }

    private String material(Casefile file) {
        return given.submission(file.itemId()).item().materials().getFirst().key();
    }
}
