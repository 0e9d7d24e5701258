package org.tongban.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The clock of a demonstration: the machine's, started on another date where asked for, and moved forward by hand. */
final class RunningTime implements MovableTime {

    private final Clock clock;
    private volatile Duration ahead;

    /** @param today the date the clock starts at, at the present time of day; null for the true date */
    RunningTime(Clock clock, @Nullable LocalDate today) {
        this.clock = clock;
        this.ahead = today == null ? Duration.ZERO : distanceTo(today, clock);
    }

    @Override
    public Instant now() {
        return clock.instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public synchronized void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("时间只能向前拨：" + by);
        }
        ahead = ahead.plus(by);
    }

    private static Duration distanceTo(LocalDate today, Clock clock) {
        return Duration.ofDays(ChronoUnit.DAYS.between(Time.dateOf(clock.instant()), today));
    }
}
