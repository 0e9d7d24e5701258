package org.tongban.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * 工作日: Monday to Friday, less the State Council's holidays, plus its make-up days (policy L-54). A value: what was
 * known when it was asked for. In a year without a notice only weekends are off, and {@link #known} says no.
 */
public final class WorkingDays {

    private static final int LONGEST_HOLIDAY_DAYS = 366;

    private final Map<Integer, HolidayYear> years = new HashMap<>();

    public WorkingDays(Collection<HolidayYear> years) {
        years.forEach(year -> this.years.put(year.year(), year));
    }

    /** Whether offices work on this day. */
    public boolean isWorkingDay(LocalDate day) {
        HolidayYear year = years.get(day.getYear());
        if (year != null && year.holidays().containsKey(day)) {
            return false;
        }
        return !isWeekend(day) || (year != null && year.working().containsKey(day));
    }

    /** Whether the holidays of this year are known. */
    public boolean known(int year) {
        return years.containsKey(year);
    }

    /** This day, or the first working day after it. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        for (int passed = 0; !isWorkingDay(candidate); passed++) {
            if (passed > LONGEST_HOLIDAY_DAYS) {
                throw new IllegalStateException("一年之内没有工作日：" + day);
            }
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** The n-th working day after {@code start}, which itself is not counted (L-51); n = 0 is {@code start}. */
    public LocalDate plus(LocalDate start, int days) {
        LocalDate day = start;
        for (int counted = 0; counted < days; counted++) {
            day = onOrAfter(day.plusDays(1));
        }
        return day;
    }

    /** How many working days lie after {@code start} up to and with {@code end}; 0 where end is not after start. */
    public int between(LocalDate start, LocalDate end) {
        int count = 0;
        for (LocalDate day = start.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            count += isWorkingDay(day) ? 1 : 0;
        }
        return count;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
