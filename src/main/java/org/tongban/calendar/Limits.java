package org.tongban.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * 期限: when a limit ends, by 民法典 200 to 204. Pure arithmetic over one {@link WorkingDays}.
 *
 * <p>The start day is not counted (L-51). Natural days and months that would end on a day off end on the next working
 * day (L-52); months end on the corresponding day, or on the last of the month where there is none (L-53). Hours run
 * through from the instant itself. 0 days is "on the spot": the start day.
 */
public final class Limits {

    private final WorkingDays workingDays;

    public Limits(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /**
     * The last day of a limit that starts on a date.
     *
     * @throws IllegalArgumentException for a negative amount, and for hours: they start at an instant
     */
    public DueDate end(LocalDate start, int amount, LimitUnit unit) {
        requireNotNegative(amount);
        LocalDate on =
                switch (unit) {
                    case WORKING -> workingDays.plus(start, amount);
                    case NATURAL -> lastDay(start, start.plusDays(amount));
                    case MONTH -> lastDay(start, start.plusMonths(amount));
                    case HOUR -> throw new IllegalArgumentException("以小时计的期限自时刻起算，不自日期起算");
                };
        return dueOn(start, on);
    }

    /** The last day of a limit that starts at an instant; for hours, the day on which they have run. */
    public DueDate end(Instant start, int amount, LimitUnit unit) {
        LocalDate from = Time.dateOf(start);
        return unit == LimitUnit.HOUR
                ? new DueDate(Time.dateOf(endsAt(start, amount, unit)), false)
                : end(from, amount, unit);
    }

    /** The instant at which a limit that starts at an instant has run out. */
    public Instant endsAt(Instant start, int amount, LimitUnit unit) {
        requireNotNegative(amount);
        return unit == LimitUnit.HOUR
                ? start.plus(Duration.ofHours(amount))
                : end(start, amount, unit).endsAt();
    }

    private LocalDate lastDay(LocalDate start, LocalDate end) {
        return end.equals(start) ? start : workingDays.onOrAfter(end);
    }

    private DueDate dueOn(LocalDate start, LocalDate on) {
        for (int year = start.getYear(); year <= on.getYear(); year++) {
            if (!workingDays.known(year)) {
                return new DueDate(on, true);
            }
        }
        return new DueDate(on, false);
    }

    private static void requireNotNegative(int amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("期限不能为负：" + amount);
        }
    }
}
