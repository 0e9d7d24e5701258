package org.tongban.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongban.calendar.HolidayYear;
import org.tongban.calendar.LimitUnit;
import org.tongban.calendar.Time;
import org.tongban.calendar.WorkingDays;
import org.tongban.catalogue.Limit.Start;

class LedgerTest {
    private static final Casefile.Span TWENTY = new Casefile.Span(20, LimitUnit.WORKING, Start.ACCEPTED);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final Ledger ledger = new Ledger(new WorkingDays(List.<HolidayYear>of()));

    @Test
    void l20_twenty_working_days_from_acceptance_without_counting_the_day_itself() {
        assertThat(ledger.due(MONDAY, TWENTY, List.of(), 0).on()).isEqualTo(LocalDate.of(2026, 3, 30));
    }

    /** L-24: only from a recorded start to a recorded end. Five working days of expert review make it five longer. */
    @Test
    void l24_the_days_of_a_recorded_stop_are_not_counted() {
        var review = stop("2026-03-06", "2026-03-13");
        assertThat(ledger.due(MONDAY, TWENTY, List.of(review), 0).on()).isEqualTo(LocalDate.of(2026, 4, 6));
    }

    @Test
    void a_stop_that_begins_in_the_days_gained_by_another_counts_too() {
        var first = stop("2026-03-06", "2026-03-13");
        var second = stop("2026-03-31", "2026-04-02");
        assertThat(ledger.due(MONDAY, TWENTY, List.of(first, second), 0).on()).isEqualTo(LocalDate.of(2026, 4, 8));
    }

    /** L-25: running lines of the ledger, whatever their reason, change nothing. */
    @Test
    void l25_nothing_but_a_stop_moves_the_date() {
        var running = new Interval(1, 1, true, "等待邮寄", at("2026-03-06"), at("2026-03-20"));
        assertThat(ledger.due(MONDAY, TWENTY, List.of(running), 0).on()).isEqualTo(LocalDate.of(2026, 3, 30));
    }

    @Test
    void l21_the_extension_adds_ten_working_days_after_the_first_limit() {
        assertThat(ledger.due(MONDAY, TWENTY, List.of(), 10).on()).isEqualTo(LocalDate.of(2026, 4, 13));
    }

    /** L-55: natural days; a stop lengthens them by natural days. */
    @Test
    void l55_natural_days_are_lengthened_by_natural_days() {
        var span = new Casefile.Span(45, LimitUnit.NATURAL, Start.ACCEPTED);
        assertThat(ledger.due(MONDAY, span, List.of(), 0).on()).isEqualTo(LocalDate.of(2026, 4, 16));
        assertThat(ledger.due(MONDAY, span, List.of(stop("2026-03-06", "2026-03-13")), 0)
                        .on())
                .isEqualTo(LocalDate.of(2026, 4, 23));
    }

    private static Interval stop(String from, @Nullable String to) {
        return new Interval(1, 1, false, "专家评审", at(from), to == null ? null : at(to));
    }

    private static java.time.Instant at(String date) {
        return LocalDate.parse(date).atTime(10, 0).atZone(Time.ZONE).toInstant();
    }
}
