package org.tongban.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** A clock that stands still until a test moves it; also backwards, which the product's cannot. */
public final class SettableTime implements MovableTime {

    private volatile Instant now;

    public SettableTime(Instant now) {
        this.now = now;
    }

    /** Stands at ten in the morning of {@code date}. */
    public static SettableTime at(LocalDate date) {
        return new SettableTime(morningOf(date));
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void advance(Duration by) {
        now = now.plus(by);
    }

    public void set(Instant instant) {
        now = instant;
    }

    public void set(LocalDate date) {
        now = morningOf(date);
    }

    private static Instant morningOf(LocalDate date) {
        return date.atTime(10, 0).atZone(Time.ZONE).toInstant();
    }
}
