package org.tongban.identity;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.places.Today;

/** Tells the places what day it is: they and the calendar rest on nothing, not on each other either. */
@Component
class CalendarToday implements Today {
    private final Time time;

    CalendarToday(Time time) {
        this.time = time;
    }

    @Override
    public LocalDate date() {
        return time.today();
    }
}
