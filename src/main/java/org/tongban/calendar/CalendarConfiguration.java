package org.tongban.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** {@code tongban.today} is for demonstrations: a production node on another date would date documents falsely. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    @Profile("demo")
    MovableTime movableTime(@Value("${tongban.today:#{null}}") @Nullable String today, DemoClockStore store) {
        Clock clock = Clock.system(Time.ZONE);
        @Nullable LocalDate startsOn = today == null || today.isBlank() ? null : LocalDate.parse(today);
        Duration ahead = store.ahead(startsOn).orElseGet(() -> {
            Duration distance = startsOn == null ? Duration.ZERO : distanceTo(startsOn, clock);
            store.keep(startsOn, distance);
            return distance;
        });
        return new RunningTime(clock, ahead, further -> store.keep(startsOn, further));
    }

    @Bean
    @Profile("!demo")
    Time time(@Value("${tongban.today:#{null}}") @Nullable String today) {
        if (today != null) {
            throw new IllegalStateException("tongban.today 只能在演示（demo）中设置，正式运行不得改动日期");
        }
        Clock clock = Clock.system(Time.ZONE);
        return () -> clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** To that date, at the present time of day. */
    static Duration distanceTo(LocalDate date, Clock clock) {
        return Duration.ofDays(ChronoUnit.DAYS.between(Time.dateOf(clock.instant()), date));
    }
}
