package org.tongban.places;

import java.time.LocalDate;

/** 今天: the date by which changes of offices take effect; told by the calendar, on which this module does not rest. */
@FunctionalInterface
public interface Today {
    LocalDate date();
}
