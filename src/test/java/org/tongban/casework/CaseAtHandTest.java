package org.tongban.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.Statements;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.calendar.Time;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/** Who comes second is told, and a case at hand is gone on from only as it stands in its row. */
@TongbanTest
@Import(Given.class)
class CaseAtHandTest {
    private static final String TRANSFER = "2020-08";
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Casework casework;

    @Autowired
    Casebook casebook;

    @Autowired
    CasefileStore store;

    @Autowired
    Given given;

    @Autowired
    SettableTime time;

    @Autowired
    Statements statements;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void monday_morning() {
        time.set(MONDAY.atTime(9, 0).atZone(Time.ZONE).toInstant());
    }

    @Test
    @DisplayName("complaint 10: of two who claim at the same moment the second is told, having waited for the first")
    void of_two_who_claim_at_the_same_moment_the_second_is_told() throws Exception {
        var file = given.submitted(TRANSFER);
        var task = file.openTasks().getFirst().no();
        var first = colleague(file, "officer1");
        var second = colleague(file, "officer2");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var late = transaction.execute(status -> {
                claim(file, task, first);
                var waiting = threads.submit(() -> claim(file, task, second));
                awaitWaitingForALock();
                return waiting;
            });
            assertThat(refusal(late).code()).isEqualTo("claimed");
        }
        var now = casework.find(file.casefileId(), first).orElseThrow();
        assertThat(now.task(task).orElseThrow().claimedBy()).isEqualTo(first.id());
    }

    @Test
    @DisplayName("complaint 10: of two who decide at the same moment the second is told what the first did")
    void of_two_who_act_at_the_same_moment_the_second_is_told() throws Exception {
        var file = given.submitted(TRANSFER);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var late = transaction.execute(status -> {
                accept(file);
                var waiting = threads.submit(() -> accept(file));
                awaitWaitingForALock();
                return waiting;
            });
            assertThat(refusal(late)).isInstanceOf(Refusal.Stale.class);
        }
        assertThat(casework.find(file.casefileId(), Given.officer(file))
                        .orElseThrow()
                        .revision())
                .isEqualTo(file.revision() + 1);
    }

    @Test
    @DisplayName("rule 3: what was undone is not gone on from, and what another machine did shows at once")
    void a_case_goes_on_from_what_stands_in_its_row() {
        var file = given.submitted(TRANSFER);
        var undone = transaction.execute(status -> {
            status.setRollbackOnly();
            return accept(file);
        });
        Casefile accepted;
        try (var machine = machine()) {
            var act = Act.of(Move.ACCEPT, Map.of("text", "符合条件"));
            accepted =
                    machine.getBean(Casework.class).act(file.casefileId(), file.revision(), act, Given.officer(file));
        }
        assertThat(accepted.revision()).isEqualTo(undone.revision());
        assertThat(accepted.lastHash()).isNotEqualTo(undone.lastHash());
        var after = given.stepsFinished(accepted);
        var events = store.events(file.casefileId());
        assertThat(Casefile.replay(events)).isEqualTo(after);
        assertThat(EntryText.previousHash(events.get(2))).as("the chain").isEqualTo(accepted.lastHash());
        assertThat(casebook.open(file.casefileId(), Given.officer(file)).file()).isEqualTo(after);
    }

    @Test
    @DisplayName("speed: a move on a case at hand is one statement; where it is not at hand, lock, read and write")
    void a_move_on_a_case_at_hand_is_one_statement() throws Exception {
        var here = given.submitted(TRANSFER);
        statements.atMost(1, () -> accept(here));
        statements.atMost(1, () -> casebook.open(here.casefileId(), Given.officer(here)));
        var there = given.submitted(TRANSFER);
        try (var machine = machine()) {
            var other = machine.getBean(Casework.class);
            statements.atMost(
                    3,
                    () -> other.act(there.casefileId(), there.revision(), Act.of(Move.ACCEPT), Given.officer(there)));
        }
    }

    /** Another machine with a memory of its own, which shares nothing with this one but the database. */
    private AnnotationConfigApplicationContext machine() {
        var machine = new AnnotationConfigApplicationContext();
        machine.setParent(context);
        machine.register(CasefileStore.class, Casework.class);
        machine.refresh();
        return machine;
    }

    private Casefile accept(Casefile file) {
        return casework.act(file.casefileId(), file.revision(), Act.of(Move.ACCEPT), Given.officer(file));
    }

    private Casefile claim(Casefile file, int task, Actor by) {
        return casework.assign(file.casefileId(), task, TaskMove.CLAIM, Map.of(), by);
    }

    private static Actor colleague(Casefile file, String account) {
        return Actor.staff(file.office() + "/" + account, "同事", Role.OFFICER, file.office());
    }

    private static Refusal refusal(Future<?> late) {
        var thrown = catchThrowableOfType(ExecutionException.class, late::get);
        return ((RefusedMove) Objects.requireNonNull(thrown.getCause())).refusal();
    }

    private void awaitWaitingForALock() {
        var waits = jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class);
        await().atMost(10, TimeUnit.SECONDS).until(waits::single);
    }
}
