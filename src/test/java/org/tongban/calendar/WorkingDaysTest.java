package org.tongban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private final List<HolidayYear> years = HolidayFiles.read();
    private final WorkingDays workingDays = new WorkingDays(years);

    @Test
    @DisplayName("L-54 the year 2026 is what the notice of 2025-11-04 says, day by day")
    void the_year_2026_is_what_the_notice_says() {
        Set<LocalDate> off = Stream.of(
                        span("2026-01-01", "2026-01-03"),
                        span("2026-02-15", "2026-02-23"),
                        span("2026-04-04", "2026-04-06"),
                        span("2026-05-01", "2026-05-05"),
                        span("2026-06-19", "2026-06-21"),
                        span("2026-09-25", "2026-09-27"),
                        span("2026-10-01", "2026-10-07"))
                .flatMap(days -> days)
                .collect(Collectors.toSet());
        Set<LocalDate> workingWeekends =
                days("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");

        span("2026-01-01", "2026-12-31").forEach(day -> {
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            boolean expected = workingWeekends.contains(day) || (!weekend && !off.contains(day));
            assertThat(workingDays.isWorkingDay(day)).as("%s", day).isEqualTo(expected);
        });
    }

    @Test
    @DisplayName("L-54 the years 2020 to 2026 are known, each by a numbered notice issued before it was over")
    void the_years_2020_to_2026_are_known_by_their_notices() {
        assertThat(years)
                .extracting(HolidayYear::year)
                .containsExactlyInAnyOrder(2020, 2021, 2022, 2023, 2024, 2025, 2026);
        assertThat(years)
                .allSatisfy(year -> assertThat(year.notices()).allSatisfy(notice -> {
                    assertThat(notice.number()).matches("国办发明电〔20\\d\\d〕\\d+号");
                    assertThat(notice.issuedOn()).isBefore(LocalDate.of(year.year() + 1, 1, 1));
                }));
        assertThat(workingDays.known(2019)).isFalse();
        assertThat(workingDays.known(2027)).isFalse();
    }

    @Test
    @DisplayName("L-54 every make-up day is a Saturday or Sunday; every year has between 20 and 40 days off by notice")
    void make_up_days_are_weekends() {
        assertThat(years).isNotEmpty().allSatisfy(year -> {
            assertThat(year.holidays().size()).isBetween(20, 40);
            assertThat(year.working().keySet())
                    .isNotEmpty()
                    .allSatisfy(day -> assertThat(day.getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        });
    }

    @Test
    void a_file_with_an_unknown_key_or_a_day_both_off_and_worked_is_refused() {
        assertThatThrownBy(() -> read("year: 2030\nnotices: []\nholidays: []\nworking: []\nfestivals: []\n"))
                .hasMessageContaining("festivals");
        assertThatThrownBy(() -> read("""
                        year: 2030
                        notices: [{number: 国办发明电〔2029〕1号, title: 通知, issued_on: 2029-11-01}]
                        holidays: [{name: 元旦, from: 2030-01-01, to: 2030-01-05}]
                        working: [{on: 2030-01-05, for: 元旦}]
                        """)).hasMessageContaining("2030-01-05 既放假又上班");
    }

    @Test
    void counts_working_days_between_two_dates() {
        assertThat(workingDays.between(LocalDate.parse("2026-02-13"), LocalDate.parse("2026-02-24")))
                .as("Saturday 14 is worked, 15 to 23 are off")
                .isEqualTo(2);
    }

    private static HolidayYear read(String yaml) {
        return HolidayFiles.read("2030.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<LocalDate> span(String from, String to) {
        return LocalDate.parse(from).datesUntil(LocalDate.parse(to).plusDays(1));
    }

    private static Set<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).collect(Collectors.toCollection(TreeSet::new));
    }
}
