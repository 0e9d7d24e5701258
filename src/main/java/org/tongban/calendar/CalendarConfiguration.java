package org.tongban.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** {@code tongban.today} is for demonstrations and tests: a production node with another date would date documents falsely. */
@Configuration
class CalendarConfiguration {

    @Bean
    @Profile("demo")
    MovableTime movableTime(@Value("${tongban.today:#{null}}") @Nullable String today) {
        return new RunningTime(Clock.system(Time.ZONE), today == null ? null : LocalDate.parse(today));
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
}
