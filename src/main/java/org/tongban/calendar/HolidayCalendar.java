package org.tongban.calendar;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** 节假日历: which arrangements of the State Council are known at this moment. */
@Component
public class HolidayCalendar {

    private final NavigableMap<Integer, HolidayYear> years = new TreeMap<>();
    private final WorkingDays workingDays;

    HolidayCalendar() {
        HolidayFiles.read().forEach(year -> years.put(year.year(), year));
        workingDays = new WorkingDays(years.values());
    }

    /** The working days as known now. */
    public WorkingDays workingDays() {
        return workingDays;
    }

    /** Limits counted by the working days as known now. */
    public Limits limits() {
        return new Limits(workingDays());
    }

    /** The known years, oldest first. */
    public Collection<HolidayYear> years() {
        return List.copyOf(years.values());
    }
}
