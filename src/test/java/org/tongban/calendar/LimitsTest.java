package org.tongban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.calendar.LimitUnit.HOUR;
import static org.tongban.calendar.LimitUnit.MONTH;
import static org.tongban.calendar.LimitUnit.NATURAL;
import static org.tongban.calendar.LimitUnit.WORKING;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    private final Limits limits = new Limits(new WorkingDays(HolidayFiles.read()));

    @ParameterizedTest(name = "{0} + {1} {2} = {3}: {4}")
    @CsvSource({
        "2026-03-02, 5, WORKING, 2026-03-09, L-51 the start day is not counted",
        "2026-03-07, 1, WORKING, 2026-03-09, L-56 filed on a Saturday the first day counted is Monday",
        "2026-02-13, 2, WORKING, 2026-02-24, L-50 Saturday 14 February is worked and Spring Festival is not",
        "2026-09-30, 1, WORKING, 2026-10-08, L-50 National Day is not counted",
        "2026-03-02, 0, WORKING, 2026-03-02, on the spot",
        "2026-03-02, 0, NATURAL, 2026-03-02, on the spot",
        "2026-03-07, 0, NATURAL, 2026-03-07, on the spot also on a Saturday",
        "2026-03-02, 15, NATURAL, 2026-03-17, L-51 natural days do not count the start day either",
        "2026-09-16, 15, NATURAL, 2026-10-08, L-52 the last day of 1 October moves past the holiday",
        "2026-02-08, 6, NATURAL, 2026-02-14, L-52 a Saturday that is worked does not move",
        "2026-01-05, 45, NATURAL, 2026-02-24, L-55 forty-five natural days run through the holiday and end after it",
        "2026-01-31, 1, MONTH, 2026-02-28, L-53 no 31 February: the last of the month and it is worked",
        "2026-03-16, 6, MONTH, 2026-09-16, L-53 the corresponding day",
        "2026-03-30, 6, MONTH, 2026-09-30, L-53 the corresponding day",
        "2026-04-03, 6, MONTH, 2026-10-08, L-52 a month that ends on a holiday moves on",
        "2024-02-29, 12, MONTH, 2025-02-28, L-53 a year from 29 February ends on the 28th"
    })
    void ends_on(LocalDate start, int amount, LimitUnit unit, LocalDate end, String why) {
        assertThat(limits.end(start, amount, unit)).as(why).isEqualTo(new DueDate(end, false));
    }

    @Test
    @DisplayName(
            "L-54 a limit that runs past the last known year is provisional, and so is one that starts before the first")
    void a_limit_past_the_last_known_year_is_provisional() {
        assertThat(limits.end(LocalDate.parse("2026-12-28"), 5, WORKING).provisional())
                .isTrue();
        assertThat(limits.end(LocalDate.parse("2026-12-28"), 3, WORKING).provisional())
                .isFalse();
        assertThat(limits.end(LocalDate.parse("2026-12-28"), 5, NATURAL).provisional())
                .isTrue();
        assertThat(limits.end(LocalDate.parse("2019-12-30"), 5, WORKING).provisional())
                .isTrue();
    }

    @Test
    @DisplayName("L-52 a limit ends at 24:00 in Beijing; hours run through night and holiday from the instant itself")
    void hours_run_through() {
        Instant friday = Instant.parse("2026-02-13T10:30:00Z");
        assertThat(limits.endsAt(friday, 24, HOUR)).isEqualTo("2026-02-14T10:30:00Z");
        assertThat(limits.end(friday, 24, HOUR)).isEqualTo(new DueDate(LocalDate.parse("2026-02-14"), false));
        assertThat(limits.endsAt(friday, 1, WORKING)).isEqualTo("2026-02-14T16:00:00Z");
        assertThatThrownBy(() -> limits.end(LocalDate.parse("2026-02-13"), 24, HOUR))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_instant_counts_as_its_date_in_Beijing() {
        assertThat(limits.end(Instant.parse("2026-03-02T16:30:00Z"), 1, WORKING).on())
                .as("half past midnight of 3 March in Beijing")
                .isEqualTo("2026-03-04");
        assertThat(limits.end(LocalDate.parse("2026-03-02"), 1, MONTH).endsAt()).isEqualTo("2026-04-02T16:00:00Z");
    }
}
