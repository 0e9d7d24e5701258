package org.tongban.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * 年度节假日安排: the State Council's holidays and make-up working days of one year, and the notices they rest on.
 *
 * @param holidays days off, each with its holiday's name; weekends inside a holiday included
 * @param working Saturdays and Sundays worked (调休上班), each with the holiday it makes up for
 */
public record HolidayYear(
        int year, List<Notice> notices, SortedMap<LocalDate, String> holidays, SortedMap<LocalDate, String> working) {

    /** 通知: the instrument a year's arrangement rests on. */
    public record Notice(String number, String title, LocalDate issuedOn) {}

    public HolidayYear {
        if (notices.isEmpty()) {
            throw new IllegalArgumentException(year + "年节假日安排没有写明依据的通知");
        }
        for (LocalDate day : holidays.keySet()) {
            requireInYear(year, day);
            if (working.containsKey(day)) {
                throw new IllegalArgumentException(day + " 既放假又上班");
            }
        }
        working.keySet().forEach(day -> requireInYear(year, day));
    }

    private static void requireInYear(int year, LocalDate day) {
        if (day.getYear() != year) {
            throw new IllegalArgumentException(day + " 不在" + year + "年内");
        }
    }
}
