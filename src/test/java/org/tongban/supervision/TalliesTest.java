package org.tongban.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongban.Statements;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.Act;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.casework.Move;
import org.tongban.casework.Outbox;
import org.tongban.identity.Actor;
import org.tongban.supervision.Figures.Scope;

/** What happens to cases becomes figures within seconds, and the night's count of the truth agrees. */
@TongbanTest
@Import(Given.class)
class TalliesTest {
    private static final String TRANSFER = "2020-08";
    private static final LocalDate MONTH = LocalDate.of(2026, 7, 1);
    private static final Scope JULY = Scope.between(MONTH, MONTH);

    @Autowired
    Casework casework;

    @Autowired
    Outbox outbox;

    @Autowired
    Folding folding;

    @Autowired
    Figures figures;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    JdbcClient database;

    @Autowired
    Given given;

    @Autowired
    SettableTime time;

    @Autowired
    Statements statements;

    @BeforeEach
    void in_july() {
        time.set(LocalDate.of(2026, 7, 6));
        count();
    }

    @Test
    void a_case_counts_where_it_is_and_how_it_ended() {
        var before = total();
        var file = given.accepted(TRANSFER);
        time.set(LocalDate.of(2026, 7, 9));
        decided(given.stepsFinished(file));
        count();
        var after = total();
        assertThat(after.received() - before.received()).isEqualTo(1);
        assertThat(after.accepted() - before.accepted()).isEqualTo(1);
        assertThat(after.granted() - before.granted()).isEqualTo(1);
        assertThat(after.onTime() - before.onTime()).isEqualTo(1);
        assertThat(figures.spread(JULY.of(Set.of(TRANSFER))).cases()).containsKey(3);
        assertThat(figures.offices(JULY.of(Set.of(TRANSFER)))).containsKey(file.office());
        assertThat(figures.asOf()).contains(time.now());
    }

    @Test
    void what_is_decided_after_its_last_day_is_late_and_a_refusal_has_its_ground() {
        var file = given.accepted(TRANSFER);
        time.set(LocalDate.of(2026, 8, 31));
        file = given.stepsFinished(file);
        file = casework.act(
                file.casefileId(),
                file.revision(),
                new Act(Move.PROPOSE, null, Map.of("what", "refuse", "text", "参保地不符")),
                Given.officer(file));
        var ground = option(file, Move.REFUSE, "grounds", Given.approver(file));
        casework.act(
                file.casefileId(),
                file.revision(),
                Act.of(Move.REFUSE, Map.of("grounds", List.of(ground), "text", "依据见附件")),
                Given.approver(file));
        count();
        var august = Scope.between(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 1))
                .of(Set.of(TRANSFER));
        assertThat(figures.total(august).late()).isPositive();
        assertThat(figures.total(august).refused()).isPositive();
        assertThat(figures.grounds(august, 10)).extracting(Figures.Ground::text).contains(ground);
    }

    @Test
    void the_count_of_the_night_agrees_and_sets_right_what_does_not() {
        given.accepted(TRANSFER);
        count();
        given.submitted(TRANSFER);
        outbox.run();
        var first = reconciliation.run();
        assertThat(first.differences())
                .as("also while deltas wait to be folded")
                .isZero();
        assertThat(first.cases()).isPositive();
        count();
        time.advance(Duration.ofMinutes(1));
        var right = total();
        database.sql("update supervision.tally_month set received = received + 7 where item_id = :item")
                .param("item", TRANSFER)
                .update();
        database.sql("delete from supervision.tally_day where item_id = :item")
                .param("item", TRANSFER)
                .update();
        assertThat(total()).isNotEqualTo(right);
        assertThat(reconciliation.run().differences()).isPositive();
        assertThat(total()).isEqualTo(right);
        time.advance(Duration.ofMinutes(1));
        assertThat(reconciliation.run().differences()).isZero();
        assertThat(reconciliation.last())
                .get()
                .extracting(Reconciliation.Result::differences)
                .isEqualTo(0L);
    }

    @Test
    void folding_again_adds_nothing_and_a_figure_costs_one_statement() throws Exception {
        given.submitted(TRANSFER);
        count();
        var before = total();
        count();
        assertThat(total()).isEqualTo(before);
        statements.atMost(1, () -> figures.pairs(JULY));
    }

    private Tally total() {
        return figures.total(JULY.of(Set.of(TRANSFER)));
    }

    private void count() {
        outbox.run();
        while (folding.run()) {}
    }

    private void decided(Casefile file) {
        casework.act(
                file.casefileId(),
                file.revision(),
                Act.of(
                        Move.GRANT,
                        Map.of("results", List.of(option(file, Move.GRANT, "results", Given.officer(file))))),
                Given.officer(file));
    }

    private String option(Casefile file, Move move, String input, Actor by) {
        return casework.possible(file, by).stream()
                .filter(m -> m.move() == move)
                .flatMap(m -> m.inputs().stream())
                .filter(i -> i.key().equals(input))
                .findFirst()
                .orElseThrow()
                .options()
                .getFirst()
                .value();
    }
}
