package org.tongban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LimitsPropertiesTest {

    private static final WorkingDays DAYS = new WorkingDays(HolidayFiles.read());
    private final Limits limits = new Limits(DAYS);

    @Property
    void working_days_are_as_many_as_asked_for_and_end_on_one(
            @ForAll("dates") LocalDate start, @ForAll @IntRange(min = 1, max = 120) int amount) {
        LocalDate end = limits.end(start, amount, LimitUnit.WORKING).on();
        assertThat(DAYS.between(start, end)).isEqualTo(amount);
        assertThat(DAYS.isWorkingDay(end)).isTrue();
    }

    @Property
    void a_longer_limit_never_ends_earlier(
            @ForAll("dates") LocalDate start,
            @ForAll @IntRange(min = 0, max = 90) int amount,
            @ForAll("dated") LimitUnit unit) {
        assertThat(limits.end(start, amount + 1, unit).on())
                .isAfterOrEqualTo(limits.end(start, amount, unit).on());
    }

    @Property
    void two_halves_of_working_days_make_the_whole(
            @ForAll("dates") LocalDate start,
            @ForAll @IntRange(min = 0, max = 60) int first,
            @ForAll @IntRange(min = 0, max = 60) int second) {
        LocalDate half = DAYS.plus(start, first);
        assertThat(DAYS.plus(half, second)).isEqualTo(DAYS.plus(start, first + second));
    }

    @Property
    void natural_days_and_months_end_on_a_working_day_at_most_ten_days_late(
            @ForAll("dates") LocalDate start, @ForAll @IntRange(min = 1, max = 90) int amount) {
        LocalDate end = limits.end(start, amount, LimitUnit.NATURAL).on();
        assertThat(DAYS.isWorkingDay(end)).isTrue();
        assertThat(end).isBetween(start.plusDays(amount), start.plusDays(amount + 10L));
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2020, 1, 1).toEpochDay(),
                        LocalDate.of(2026, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<LimitUnit> dated() {
        return Arbitraries.of(LimitUnit.WORKING, LimitUnit.NATURAL, LimitUnit.MONTH);
    }
}
