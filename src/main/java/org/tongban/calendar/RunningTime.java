package org.tongban.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** The clock of a demonstration: the machine's, set apart by a distance that only grows. */
final class RunningTime implements MovableTime {

    private final Clock clock;
    private final Consumer<Duration> keep;
    private volatile Duration ahead;

    /**
     * @param ahead how far it is ahead of the machine's; negative where the demonstration starts in the past
     * @param keep told each new distance, so that the next start continues there
     */
    RunningTime(Clock clock, Duration ahead, Consumer<Duration> keep) {
        this.clock = clock;
        this.ahead = ahead;
        this.keep = keep;
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
        Duration further = ahead.plus(by);
        keep.accept(further);
        ahead = further;
    }
}
