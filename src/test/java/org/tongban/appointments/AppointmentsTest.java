package org.tongban.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongban.Statements;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.Act;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.casework.Move;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.Outbox;
import org.tongban.casework.RefusedMove;
import org.tongban.casework.StepState;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/** Somebody away from home applies for the first identity card: books a time at the police station nearby, comes, is photographed. */
@TongbanTest
@Import(Given.class)
class AppointmentsTest {
    private static final String FIRST_CARD = "later-02";
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime HALF_PAST = LocalTime.of(9, 30);

    @Autowired
    Appointments appointments;

    @Autowired
    SlotBook slots;

    @Autowired
    Queue queue;

    @Autowired
    Casework casework;

    @Autowired
    Outbox outbox;

    @Autowired
    Given given;

    @Autowired
    SettableTime time;

    @Autowired
    Statements statements;

    /** A Friday of its own for each test, so that each has the day of the office for itself. */
    private static LocalDate lastFriday = LocalDate.of(2026, 7, 3);

    private LocalDate friday = lastFriday;

    @BeforeEach
    void a_friday_of_its_own() {
        lastFriday = lastFriday.plusWeeks(1);
        friday = lastFriday;
        time.set(friday);
    }

    @Test
    @DisplayName("100 people race for 10 places: 10 are booked, 90 are told")
    void places_are_never_given_twice_under_load() throws Exception {
        var cases = new ArrayList<Casefile>();
        for (int i = 0; i < 100; i++) {
            cases.add(given.submitted(FIRST_CARD));
        }
        release(cases.getFirst(), LocalTime.of(10, 0), 60, 10);
        var slot = appointments
                .free(cases.getFirst(), taskOf(cases.getFirst()).no(), monday(), 1)
                .getFirst();

        var attempts = cases.stream()
                .<Callable<String>>map(file -> () -> {
                    try {
                        return appointments
                                .book(file.casefileId(), taskOf(file).no(), slot.id(), applicant())
                                .state()
                                .name();
                    } catch (RefusedMove e) {
                        return e.refusal().code();
                    }
                })
                .toList();
        var outcomes = new ArrayList<String>();
        try (var people = Executors.newFixedThreadPool(20)) {
            for (Future<String> outcome : people.invokeAll(attempts)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes).filteredOn("BOOKED"::equals).hasSize(10);
        assertThat(outcomes).filteredOn("slot-full"::equals).hasSize(90);
        assertThat(slots.expected(monday(), clerk(cases.getFirst()))).hasSize(10);
        assertThat(slots.opened(monday(), clerk(cases.getFirst())).getFirst())
                .extracting(Slot::booked, Slot::left)
                .containsExactly(10, 0);
    }

    @Test
    void one_case_is_booked_once_however_often_the_button_is_pressed() throws Exception {
        var file = given.submitted(FIRST_CARD);
        release(file, HALF_PAST, 30, 5);
        var slot = free(file).getFirst();
        Callable<Boolean> press = () -> {
            try {
                appointments.book(file.casefileId(), taskOf(file).no(), slot.id(), applicant());
                return true;
            } catch (RefusedMove e) {
                assertThat(e.refusal().code()).isEqualTo("booked-already");
                return false;
            }
        };
        try (var hurried = Executors.newFixedThreadPool(5)) {
            var done = new ArrayList<Boolean>();
            for (var pressed : hurried.invokeAll(List.of(press, press, press, press, press))) {
                done.add(pressed.get());
            }
            assertThat(done).filteredOn(Boolean::booleanValue).hasSize(1);
        }
        assertThat(slots.opened(monday(), clerk(file)).getFirst().booked()).isEqualTo(1);
    }

    @Test
    void moving_gives_the_old_place_back_and_what_happened_stays() {
        var file = given.submitted(FIRST_CARD);
        release(file, LocalTime.of(10, 0), 30, 1);
        var free = free(file);
        int task = taskOf(file).no();
        appointments.book(file.casefileId(), task, free.getFirst().id(), applicant());

        var moved = appointments.move(file.casefileId(), task, free.getLast().id(), applicant());

        assertThat(moved.startsAt()).isEqualTo(free.getLast().startsAt());
        assertThat(free(file))
                .extracting(Slot::id)
                .containsExactly(free.getFirst().id());
        assertThat(appointments.of(file))
                .extracting(Booking::state)
                .containsExactly(Booking.State.MOVED, Booking.State.BOOKED);
        assertThat(code(() -> appointments.move(
                        file.casefileId(), task, free.getLast().id(), applicant())))
                .isEqualTo("same-slot");

        time.set(moved.startsAt());
        assertThat(code(() -> appointments.cancel(file.casefileId(), task, applicant())))
                .isEqualTo("begun");
    }

    @Test
    void who_comes_draws_a_number_is_called_first_and_the_step_is_done() {
        var file = given.submitted(FIRST_CARD);
        release(file, HALF_PAST, 30, 1);
        int task = taskOf(file).no();
        appointments.book(file.casefileId(), task, free(file).getFirst().id(), applicant());
        assertThat(code(() -> appointments.arrive(file.casefileId(), task, clerk(file))))
                .isEqualTo("another-day");

        time.set(monday());
        var without = queue.draw("问一下换证要带什么", clerk(file));
        var with = appointments.arrive(file.casefileId(), task, clerk(file));
        assertThat(List.of(without.printed(), with.printed())).containsExactly("B001", "A002");
        assertThat(queue.call("3号窗口", clerk(file)).orElseThrow().printed()).isEqualTo("A002");
        assertThat(queue.call("4号窗口", clerk(file)).orElseThrow().printed()).isEqualTo("B001");
        assertThat(queue.call("3号窗口", clerk(file))).isEmpty();

        var after = appointments.keep(
                file.casefileId(), task, Map.of("result", "完成", "text", "本人到场，已照相、按指纹、签字"), clerk(file));

        assertThat(after.task(task).orElseThrow().state()).isEqualTo(StepState.DONE);
        assertThat(appointments.of(after).getLast().state()).isEqualTo(Booking.State.KEPT);
    }

    @Test
    void who_stays_away_can_book_again_but_the_third_time_asks_the_office() {
        var file = given.submitted(FIRST_CARD);
        int task = taskOf(file).no();
        for (int i = 0; i < 2; i++) {
            release(file, HALF_PAST, 30, 1);
            var booked = appointments.book(
                    file.casefileId(), task, free(file).getFirst().id(), applicant());
            assertThat(code(() -> appointments.missed(file.casefileId(), task, clerk(file))))
                    .isEqualTo("not-over");
            time.set(booked.endsAt());
            appointments.missed(file.casefileId(), task, clerk(file));
            time.set(monday().plusDays(4));
            friday = friday.plusWeeks(1);
            lastFriday = friday;
        }
        release(file, HALF_PAST, 30, 1);
        var slot = free(file).getFirst().id();
        assertThat(code(() -> appointments.book(file.casefileId(), task, slot, applicant())))
                .isEqualTo("missed-often");
        assertThat(appointments.book(file.casefileId(), task, slot, clerk(file)).state())
                .isEqualTo(Booking.State.BOOKED);
    }

    @Test
    void slots_lie_on_working_days_and_are_opened_and_closed_by_their_office_alone() {
        var file = given.submitted(FIRST_CARD);
        var office = taskOf(file).office();
        var week = new Release(friday.plusDays(1), friday.plusDays(7), NINE, LocalTime.of(11, 30), 30, 2, FIRST_CARD);
        assertThat(slots.release(week, clerk(file)))
                .as("five working days of five slots")
                .isEqualTo(25);
        assertThat(slots.release(week, clerk(file))).as("once").isZero();
        assertThat(code(() -> slots.release(week, applicant()))).isEqualTo("not-yours");
        assertThat(code(() -> slots.release(
                        new Release(friday.minusDays(1), friday, NINE, HALF_PAST, 30, 1, null), clerk(file))))
                .isEqualTo("wrong-release");
        assertThat(code(() -> slots.release(
                        new Release(friday.plusDays(1), friday.plusDays(2), NINE, HALF_PAST, 30, 1, null),
                        clerk(file))))
                .isEqualTo("no-working-day");

        var first = free(file).getFirst();
        slots.close(first.id(), true, clerk(file));
        assertThat(free(file)).extracting(Slot::id).doesNotContain(first.id());
        assertThat(code(() -> slots.close(first.id(), false, Actor.staff("x", "别处", Role.CLERK, "elsewhere"))))
                .isEqualTo("no-such-slot");
        slots.close(first.id(), false, clerk(file));
        assertThat(free(file)).extracting(Slot::id).contains(first.id());
        assertThat(office).isEqualTo(first.office());
    }

    @Test
    void nobody_books_for_a_case_of_others_and_a_booking_costs_few_statements() throws Exception {
        var file = given.submitted(FIRST_CARD);
        release(file, HALF_PAST, 30, 1);
        int task = taskOf(file).no();
        var slot = free(file).getFirst().id();
        var stranger = Actor.applicant("stranger", "路人", "nobody's subject", 4);
        assertThatThrownBy(() -> appointments.book(file.casefileId(), task, slot, stranger))
                .isInstanceOf(NoSuchCase.class);
        assertThat(code(() -> appointments.book(file.casefileId(), 99, slot, applicant())))
                .isEqualTo("nothing-to-book");
        assertThat(statements.during(() -> appointments.book(file.casefileId(), task, slot, applicant())))
                .hasSizeLessThanOrEqualTo(6);
        time.advance(Duration.ofDays(1));
        appointments.cancel(file.casefileId(), task, applicant());
        assertThat(free(file)).extracting(Slot::id).containsExactly(slot);
    }

    @Test
    void who_withdraws_gives_the_place_back_without_being_asked() {
        var file = given.submitted(FIRST_CARD);
        release(file, HALF_PAST, 30, 1);
        int task = taskOf(file).no();
        var slot = free(file).getFirst().id();
        appointments.book(file.casefileId(), task, slot, applicant());
        var other = given.submitted(FIRST_CARD);
        assertThat(free(other)).isEmpty();

        casework.act(file.casefileId(), file.revision(), Act.of(Move.WITHDRAW), applicant());
        outbox.run();

        assertThat(free(other)).extracting(Slot::id).containsExactly(slot);
        assertThat(appointments.of(file)).extracting(Booking::state).containsExactly(Booking.State.CANCELLED);
    }

    private void release(Casefile file, LocalTime until, int minutes, int capacity) {
        slots.release(new Release(monday(), monday(), NINE, until, minutes, capacity, null), clerk(file));
    }

    private List<Slot> free(Casefile file) {
        return appointments.free(file, taskOf(file).no(), friday, 14);
    }

    private LocalDate monday() {
        return friday.plusDays(3);
    }

    private Actor applicant() {
        return given.applicant(FIRST_CARD);
    }

    private static Actor clerk(Casefile file) {
        return Given.clerk(taskOf(file).office());
    }

    private static Task taskOf(Casefile file) {
        return file.openTasks().stream()
                .filter(t -> t.kind() == TaskKind.APPOINTMENT)
                .findFirst()
                .orElseThrow();
    }

    private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        return catchThrowableOfType(RefusedMove.class, attempt).refusal().code();
    }
}
