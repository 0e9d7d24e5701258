package org.tongban.calendar;

import java.time.Duration;

/** 可拨动的时间: exists as a bean only in profile {@code demo}, where days may be let pass to see limits run out. */
public interface MovableTime extends Time {

    /**
     * Moves the clock forward; it runs on from there.
     *
     * @throws IllegalArgumentException if {@code by} is negative: what has been written would lie in the future
     */
    void advance(Duration by);
}
