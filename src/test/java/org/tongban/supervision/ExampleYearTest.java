package org.tongban.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.ExampleYear;
import org.tongban.casework.Given;
import org.tongban.casework.HistoryCheck;
import org.tongban.supervision.Figures.By;
import org.tongban.supervision.Figures.Scope;

/** The demonstration's year of cases is one that could have happened. */
// a node of its own: a whole year of cases, counted in November, would stand in the figures of other tests
@TongbanTest(properties = "spring.application.name=example-year")
@Import(Given.class)
class ExampleYearTest {
    private static final int CASES = 120;

    @Autowired
    ExampleYear year;

    @Autowired
    HistoryCheck history;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Figures figures;

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
        assertThat(figures.by(By.ITEM, scope)).hasSizeGreaterThan(30);
        assertThat(figures.by(By.HANDLED_BY, scope)).hasSizeGreaterThan(8);
        assertThat(figures.total(scope).decided()).isGreaterThan(CASES / 2);
        assertThat(figures.spread(scope).median()).isNotNull();
    }
}
