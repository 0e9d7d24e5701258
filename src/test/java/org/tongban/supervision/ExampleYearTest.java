package org.tongban.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.ExampleYear;
import org.tongban.casework.Given;
import org.tongban.casework.HistoryCheck;
import org.tongban.ratings.ExampleRatings;
import org.tongban.ratings.RatingFigures;
import org.tongban.supervision.CaseList.Kind;
import org.tongban.supervision.Figures.By;
import org.tongban.supervision.Figures.Scope;

/** The demonstration's year of cases is one that could have happened. */
// a node of its own: a whole year of cases, counted in November, would stand in the figures of other tests
@TongbanTest(properties = "spring.application.name=example-year")
@Import(Given.class)
class ExampleYearTest {
    private static final int CASES = 180;

    @Autowired
    ExampleYear year;

    @Autowired
    HistoryCheck history;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Figures figures;

    @Autowired
    CaseList cases;

    @Autowired
    ExampleRatings examples;

    @Autowired
    RatingFigures ratings;

    @Autowired
    SettableTime time;

    @Test
    void made_up_cases_have_a_history_that_verifies_and_figures_over_services_and_provinces() {
        time.set(LocalDate.of(2026, 11, 30));
        var told = new ArrayList<Integer>();
        assertThat(year.load(CASES, (made, all) -> told.add(made))).isEqualTo(CASES);
        assertThat(told).last().isEqualTo(CASES);
        assertThat(year.load(CASES, (made, all) -> {})).as("once only").isZero();
        assertThat(history.run().faults()).isEmpty();
        for (long last = reconciliation.writeLines(-1); last >= 0; ) {
            last = reconciliation.writeLines(last);
        }
        reconciliation.run();
        var scope = Scope.between(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 11, 1));
        assertThat(figures.by(By.ITEM, scope)).as("every service").hasSize(140);
        assertThat(figures.by(By.HANDLED_BY, scope)).hasSizeGreaterThan(8);
        assertThat(figures.total(scope).decided()).isGreaterThan(CASES / 2);
        assertThat(figures.spread(scope).median()).isNotNull();
        every_figure_leads_to_exactly_its_cases(scope);
        people_rated_some_of_them();
    }

    private void every_figure_leads_to_exactly_its_cases(Scope whole) {
        int checked = 0;
        for (var month : figures.by(By.MONTH, whole).entrySet()) {
            var first = LocalDate.parse(month.getKey());
            var scope = new CaseList.Scope(
                    first, first.plusMonths(1).minusDays(1), null, null, null, null, Kind.ALL, null, null, null);
            checked += same(month.getValue(), scope);
        }
        for (var item : figures.by(By.ITEM, whole).entrySet()) {
            checked += same(item.getValue(), of(whole, Set.of(item.getKey()), null));
        }
        for (var office : figures.offices(whole).entrySet()) {
            checked += same(office.getValue(), of(whole, null, office.getKey()));
        }
        for (var ground : figures.grounds(whole, 100)) {
            var scope = of(whole, Set.of(ground.itemId()), null);
            var narrowed = new CaseList.Scope(
                    scope.from(),
                    scope.until(),
                    scope.items(),
                    null,
                    null,
                    null,
                    Kind.UNGRANTED,
                    null,
                    ground.text(),
                    null);
            assertThat(cases.page(narrowed, null, CASES)).hasSize(Math.toIntExact(ground.cases()));
        }
        assertThat(checked).isGreaterThan(CASES);
    }

    private static CaseList.Scope of(Scope whole, @Nullable Set<String> items, @Nullable String office) {
        var until = whole.until().plusMonths(1).minusDays(1);
        return new CaseList.Scope(whole.from(), until, items, null, null, null, Kind.ALL, office, null, null);
    }

    /** How many figures were found to be as many as their cases. */
    private int same(Tally tally, CaseList.Scope scope) {
        var wanted = Map.of(
                Kind.ALL, tally.received(),
                Kind.ACCEPTED, tally.accepted(),
                Kind.SUPPLEMENTED, tally.supplemented(),
                Kind.DECIDED, tally.decided(),
                Kind.GRANTED, tally.granted() + tally.partlyGranted() + tally.referred(),
                Kind.REFUSED, tally.refused(),
                Kind.DECLINED, tally.declined(),
                Kind.ENDED, tally.withdrawn() + tally.terminated(),
                Kind.ON_TIME, tally.onTime(),
                Kind.LATE, tally.late());
        wanted.forEach((kind, n) -> {
            var of = new CaseList.Scope(
                    scope.from(),
                    scope.until(),
                    scope.items(),
                    scope.mode(),
                    scope.applyAt(),
                    scope.handledBy(),
                    kind,
                    scope.office(),
                    null,
                    null);
            assertThat(cases.page(of, null, 2 * CASES))
                    .as("%s of %s", kind, scope)
                    .hasSize(Math.toIntExact(n));
        });
        return wanted.size();
    }

    private void people_rated_some_of_them() {
        assertThat(examples.load(made -> {})).isPositive();
        assertThat(examples.load(made -> {})).as("once only").isZero();
        var scope = new RatingFigures.Scope(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 11, 1), null, null, null);
        var all = ratings.total(scope);
        assertThat(all.total()).isPositive();
        assertThat(ratings.by(RatingFigures.By.MONTH, scope)).hasSizeGreaterThan(3);
        assertThat(ratings.checked().orElseThrow().differences()).isZero();
    }
}
