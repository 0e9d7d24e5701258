package org.tongban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.tongban.TongbanTest;

@TongbanTest
@RecordApplicationEvents
class HolidayCalendarTest {

    private static final Instant NOW = Instant.parse("2026-11-10T02:00:00Z");

    @Autowired
    HolidayCalendar calendar;

    @Autowired
    HolidayStore store;

    @Autowired
    ApplicationEvents events;

    @Test
    @DisplayName(
            "L-54 a limit past the last known year is provisional until the year is entered, and is then another day")
    void a_year_entered_at_run_time_counts_at_once() {
        // far from the years other tests count in
        LocalDate start = LocalDate.of(2031, 9, 30);
        assertThat(calendar.limits().end(start, 1, LimitUnit.WORKING))
                .isEqualTo(new DueDate(LocalDate.of(2031, 10, 1), true));

        calendar.enter(
                year(2031, Map.of(LocalDate.of(2031, 10, 1), "国庆节", LocalDate.of(2031, 10, 2), "国庆节")), "admin", NOW);
        assertThat(calendar.limits().end(start, 1, LimitUnit.WORKING))
                .isEqualTo(new DueDate(LocalDate.of(2031, 10, 3), false));
        assertThat(events.stream(HolidaysChanged.class)).contains(new HolidaysChanged(2031));

        calendar.enter(year(2031, Map.of(LocalDate.of(2031, 10, 1), "国庆节")), "admin", NOW.plusSeconds(1));
        assertThat(calendar.limits().end(start, 1, LimitUnit.WORKING).on())
                .as("the correction holds")
                .isEqualTo("2031-10-02");
        assertThat(calendar.years()).extracting(HolidayYear::year).contains(2020, 2026, 2031);
    }

    @Test
    void what_was_entered_comes_back_as_it_was() {
        HolidayYear entered = year(2032, Map.of(LocalDate.of(2032, 5, 1), "劳动节"));
        store.append(entered, "admin", NOW);
        assertThat(store.latest()).contains(entered);
    }

    private static HolidayYear year(int year, Map<LocalDate, String> off) {
        return new HolidayYear(
                year,
                List.of(new HolidayYear.Notice("国办发明电〔2030〕1号", "演示通知", LocalDate.of(2030, 11, 1))),
                new TreeMap<>(off),
                new TreeMap<>());
    }
}
