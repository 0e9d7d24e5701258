package org.tongban.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.calendar.Time;
import org.tongban.calendar.WorkingDays;

/** 期限提示: how near last days are today, by the working days as known now; today itself is not counted (policy L-51). */
@Component
public class Deadlines {
    private final HolidayCalendar calendar;
    private final Time time;

    Deadlines(HolidayCalendar calendar, Time time) {
        this.calendar = calendar;
        this.time = time;
    }

    /**
     * How far off a last day is.
     *
     * @param stopped why the clock does not run now; null while it runs
     */
    public DueIn due(@Nullable LocalDate dueOn, @Nullable String stopped) {
        if (dueOn == null) {
            return DueIn.uncounted();
        }
        var clock = due(dueOn, time.today(), calendar.workingDays());
        return stopped == null ? clock : clock.stopped(stopped);
    }

    /** Over is over, also on a Sunday after the Friday; to come is to come. */
    static DueIn due(LocalDate dueOn, LocalDate today, WorkingDays days) {
        if (dueOn.equals(today)) {
            return DueIn.workingDays(dueOn, 0);
        }
        return DueIn.workingDays(
                dueOn,
                dueOn.isBefore(today)
                        ? -Math.max(1, days.between(dueOn, today))
                        : Math.max(1, days.between(today, dueOn)));
    }

    /** Working days after {@code from} up to and with {@code to}, or today. */
    public int workingDays(LocalDate from, @Nullable LocalDate to) {
        return calendar.workingDays().between(from, to == null ? time.today() : to);
    }
}
