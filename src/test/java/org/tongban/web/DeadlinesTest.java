package org.tongban.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongban.calendar.HolidayYear;
import org.tongban.calendar.WorkingDays;

@DisplayName("L-51, L-54: how near a last day is, in working days")
class DeadlinesTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);
    private static final LocalDate SUNDAY = FRIDAY.plusDays(2);
    private static final LocalDate TUESDAY = FRIDAY.plusDays(4);

    @Test
    void today_is_not_counted_and_neither_is_the_weekend() {
        assertThat(text(TUESDAY, FRIDAY)).isEqualTo("还剩 2 个工作日");
        assertThat(Deadlines.due(TUESDAY, FRIDAY, days()).tone()).isEqualTo(Tone.CAUTION);
        assertThat(Deadlines.due(TUESDAY.plusDays(1), FRIDAY, days()).tone()).isEqualTo(Tone.BUSY);
    }

    @Test
    void the_last_day_itself_is_still_in_time() {
        assertThat(text(FRIDAY, FRIDAY)).isEqualTo("今天到期");
        assertThat(Deadlines.due(FRIDAY, FRIDAY, days()).tone()).isEqualTo(Tone.CAUTION);
    }

    @Test
    void over_is_over_also_on_the_sunday_after() {
        assertThat(text(FRIDAY, SUNDAY)).isEqualTo("已超期 1 个工作日");
        assertThat(text(FRIDAY, TUESDAY)).isEqualTo("已超期 2 个工作日");
        assertThat(Deadlines.due(FRIDAY, SUNDAY, days()).tone()).isEqualTo(Tone.ALARM);
    }

    @Test
    void a_holiday_in_between_leaves_fewer_days() {
        var holidays = new TreeMap<LocalDate, String>();
        holidays.put(FRIDAY.plusDays(3), "虚构节");
        var notice = new HolidayYear.Notice("虚构〔2025〕1号", "关于虚构节放假的通知", LocalDate.of(2025, 11, 4));
        var days = new WorkingDays(List.of(new HolidayYear(2026, List.of(notice), holidays, new TreeMap<>())));
        assertThat(Deadlines.due(TUESDAY, FRIDAY, days).days()).isEqualTo(1);
    }

    private static String text(LocalDate dueOn, LocalDate today) {
        return Deadlines.due(dueOn, today, days()).text();
    }

    private static WorkingDays days() {
        return new WorkingDays(List.of());
    }
}
