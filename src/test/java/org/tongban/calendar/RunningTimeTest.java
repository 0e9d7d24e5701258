package org.tongban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RunningTimeTest {

    private final Clock lateEvening = Clock.fixed(Instant.parse("2026-11-23T20:00:00.123456789Z"), ZoneOffset.UTC);

    @Test
    void starts_at_the_date_given_at_the_present_time_of_day_in_Beijing() {
        RunningTime time = new RunningTime(lateEvening, LocalDate.of(2026, 3, 2));
        assertThat(time.today()).isEqualTo("2026-03-02");
        assertThat(time.now()).isEqualTo("2026-03-01T20:00:00.123456Z");
    }

    @Test
    void runs_on_from_where_it_was_moved_to_and_never_back() {
        RunningTime time = new RunningTime(lateEvening, null);
        time.advance(Duration.ofDays(3));
        assertThat(time.now()).isEqualTo("2026-11-26T20:00:00.123456Z");
        assertThatThrownBy(() -> time.advance(Duration.ofDays(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_the_demonstration_may_start_on_another_date() {
        ApplicationContextRunner node = new ApplicationContextRunner()
                .withUserConfiguration(CalendarConfiguration.class)
                .withPropertyValues("tongban.today=2026-03-02");
        node.run(context -> assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("只能在演示"));
        node.withPropertyValues("spring.profiles.active=demo")
                .run(context -> assertThat(context.getBean(Time.class).today()).isEqualTo("2026-03-02"));
        new ApplicationContextRunner()
                .withUserConfiguration(CalendarConfiguration.class)
                .run(context ->
                        assertThat(context).doesNotHaveBean(MovableTime.class).hasSingleBean(Time.class));
    }
}
