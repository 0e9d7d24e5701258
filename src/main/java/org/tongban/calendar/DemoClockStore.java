package org.tongban.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps how far the demonstration's clock is ahead. */
@Component
@Profile("demo")
class DemoClockStore {

    private final JdbcClient jdbc;

    DemoClockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The distance kept for this starting date; empty where the demonstration last started on another. */
    Optional<Duration> ahead(@Nullable LocalDate startsOn) {
        return jdbc.sql("""
                        select ahead_seconds from calendar.demo_clock
                        where starts_on is not distinct from :starts_on::date
                        """)
                .param("starts_on", startsOn)
                .query(Long.class)
                .optional()
                .map(Duration::ofSeconds);
    }

    void keep(@Nullable LocalDate startsOn, Duration ahead) {
        jdbc.sql("""
                        insert into calendar.demo_clock (starts_on, ahead_seconds) values (:starts_on::date, :ahead)
                        on conflict (only_row) do update
                        set starts_on = excluded.starts_on, ahead_seconds = excluded.ahead_seconds
                        """)
                .param("starts_on", startsOn)
                .param("ahead", ahead.toSeconds())
                .update();
    }
}
