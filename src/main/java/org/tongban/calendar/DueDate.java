package org.tongban.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 届满日: the last day of a limit, which ends at its 24:00 (民法典 203).
 *
 * @param provisional true where a day counted, or the last, lies in a year whose holidays are not known; it is
 *     computed again once they are (policy L-54)
 */
public record DueDate(LocalDate on, boolean provisional) {

    /** The instant at which the limit has run out. */
    public Instant endsAt() {
        return Time.endOf(on);
    }
}
