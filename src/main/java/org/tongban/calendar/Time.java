package org.tongban.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * 时间: the only place where the product asks what time it is; everything else is handed a date or an instant.
 * Instants are cut to microseconds, so that what PostgreSQL gives back equals what was written.
 */
public interface Time {

    /** 北京时间. */
    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The present instant, in microseconds. */
    Instant now();

    /** Today's date in {@link #ZONE}. */
    default LocalDate today() {
        return dateOf(now());
    }

    /** The date on which {@code instant} falls in {@link #ZONE}. */
    static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** 24:00 of {@code date}, when a limit that ends on it has run out (民法典 203). */
    static Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
