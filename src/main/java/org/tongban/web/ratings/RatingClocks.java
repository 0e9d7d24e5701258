package org.tongban.web.ratings;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.web.DueIn;

/** How long something still has, in working days. */
@Component
class RatingClocks {
    private final HolidayCalendar calendar;

    RatingClocks(HolidayCalendar calendar) {
        this.calendar = calendar;
    }

    DueIn of(LocalDate due, LocalDate today) {
        var days = calendar.workingDays();
        return DueIn.workingDays(due, due.isBefore(today) ? -days.between(due, today) : days.between(today, due));
    }
}
