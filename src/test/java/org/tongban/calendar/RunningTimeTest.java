package org.tongban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.tongban.TongbanTest;

@TongbanTest
class RunningTimeTest {

    private final Clock lateEvening = Clock.fixed(Instant.parse("2026-11-23T20:00:00.123456789Z"), ZoneOffset.UTC);

    @Autowired
    DemoClockStore store;

    @Test
    void starts_at_the_date_given_at_the_present_time_of_day_in_Beijing() {
        Duration ahead = CalendarConfiguration.distanceTo(LocalDate.of(2026, 3, 2), lateEvening);
        RunningTime time = new RunningTime(lateEvening, ahead, kept -> {});
        assertThat(time.today()).isEqualTo("2026-03-02");
        assertThat(time.now()).isEqualTo("2026-03-01T20:00:00.123456Z");
    }

    @Test
    void runs_on_from_where_it_was_moved_to_and_never_back() {
        RunningTime time = new RunningTime(lateEvening, Duration.ZERO, kept -> {});
        time.advance(Duration.ofDays(3));
        assertThat(time.now()).isEqualTo("2026-11-26T20:00:00.123456Z");
        assertThatThrownBy(() -> time.advance(Duration.ofDays(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void continues_after_a_restart_where_it_was_unless_another_starting_date_is_asked_for() {
        CalendarConfiguration configuration = new CalendarConfiguration();
        configuration.movableTime("2026-03-02", store).advance(Duration.ofDays(40));
        assertThat(configuration.movableTime("2026-03-02", store).today()).isEqualTo("2026-04-11");
        assertThat(configuration.movableTime("2026-05-06", store).today()).isEqualTo("2026-05-06");
        @Nullable String machine = null;
        assertThat(Duration.between(
                        Clock.systemUTC().instant(),
                        configuration.movableTime(machine, store).now()))
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void only_the_demonstration_may_start_on_another_date_or_be_moved() {
        ApplicationContextRunner node =
                new ApplicationContextRunner().withUserConfiguration(CalendarConfiguration.class);
        node.withPropertyValues("tongban.today=2026-03-02")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("只能在演示"));
        node.run(context ->
                assertThat(context).doesNotHaveBean(MovableTime.class).hasSingleBean(Time.class));
    }
}
