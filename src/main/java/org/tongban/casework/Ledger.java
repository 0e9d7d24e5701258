package org.tongban.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tongban.calendar.DueDate;
import org.tongban.calendar.LimitUnit;
import org.tongban.calendar.Limits;
import org.tongban.calendar.Time;
import org.tongban.calendar.WorkingDays;

/**
 * 计时账: computes a due date from the lines of the ledger and the calendar. Only a recorded stop moves it (L-24, L-25): the days after
 * the day of a stop, up to and with the day of its end, are not counted.
 */
final class Ledger {
    private final WorkingDays days;
    private final Limits limits;
    private final int handOverWorkingDays;

    /** Handed over on the working day on which it was received. */
    Ledger(WorkingDays days) {
        this(days, 0);
    }

    /** @param handOverWorkingDays how long a window may hold what it received for a place elsewhere */
    Ledger(WorkingDays days, int handOverWorkingDays) {
        this.days = days;
        this.limits = new Limits(days);
        this.handOverWorkingDays = handOverWorkingDays;
    }

    LocalDate handOverDue(LocalDate received) {
        return limits.end(received, handOverWorkingDays, LimitUnit.WORKING).on();
    }

    /** The last day of a limit that started on a date, given what stopped the clock of this leg and the one extension. */
    DueDate due(LocalDate start, Casefile.Span span, List<Interval> stops, int extensionDays) {
        var due = due(start, span, stops);
        if (extensionDays == 0) {
            return due;
        }
        var longer = limits.end(due.on(), extensionDays, LimitUnit.WORKING);
        return new DueDate(longer.on(), due.provisional() || longer.provisional());
    }

    DueDate due(LocalDate start, Casefile.Span span, List<Interval> stops) {
        var unit = span.unit();
        // months and hours are made longer by whole days
        var stopUnit = unit == LimitUnit.WORKING ? LimitUnit.WORKING : LimitUnit.NATURAL;
        var due = unit == LimitUnit.HOUR
                ? limits.end(start.atStartOfDay(Time.ZONE).toInstant(), span.days(), unit)
                : limits.end(start, span.days(), unit);
        int added = 0;
        for (int stopped = stopped(start, due.on(), stops, stopUnit);
                stopped > added;
                stopped = stopped(start, due.on(), stops, stopUnit)) {
            var longer = limits.end(due.on(), stopped - added, stopUnit);
            due = new DueDate(longer.on(), due.provisional() || longer.provisional());
            added = stopped;
        }
        return due;
    }

    Instant endsAt(Instant start, Casefile.Span span) {
        return limits.endsAt(start, span.days(), span.unit());
    }

    DueDate due(LocalDate start, int workingDays) {
        return limits.end(start, workingDays, LimitUnit.WORKING);
    }

    LocalDate naturalDays(LocalDate start, int days) {
        return limits.end(start, days, LimitUnit.NATURAL).on();
    }

    /** Days that would be counted from {@code start} to {@code end} but for a stop. */
    private int stopped(LocalDate start, LocalDate end, List<Interval> stops, LimitUnit unit) {
        int count = 0;
        for (var stop : stops) {
            if (stop.running()) {
                continue;
            }
            var from = Time.dateOf(stop.startedAt());
            var to = stop.endedAt() == null ? end : Time.dateOf(stop.endedAt());
            for (var day = max(from, start).plusDays(1); !day.isAfter(to) && !day.isAfter(end); day = day.plusDays(1)) {
                count += unit == LimitUnit.NATURAL || days.isWorkingDay(day) ? 1 : 0;
            }
        }
        return count;
    }

    private static LocalDate max(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
