package org.tongban.appointments;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.Time;
import org.tongban.calendar.WorkingDays;

/**
 * 放号: the slots an office opens: on each working day from one day to another, one after the other between two times.
 *
 * @param minutes length of a slot
 * @param capacity of each
 * @param item the only service they are for; null: any
 */
public record Release(
        LocalDate from,
        LocalDate to,
        LocalTime opens,
        LocalTime closes,
        int minutes,
        int capacity,
        @Nullable String item) {
    static final int MOST_DAYS = 92;
    static final int SHORTEST_MINUTES = 5;
    static final int MOST_AT_ONCE = 500;

    /** What is wrong with it, in words; null: nothing. */
    @Nullable
    String fault(LocalDate today) {
        if (from.isBefore(today) || to.isBefore(from)) {
            return "开始日期不能早于今天，结束日期不能早于开始日期";
        }
        if (to.isAfter(from.plusDays(MOST_DAYS))) {
            return "一次最多放出 " + MOST_DAYS + " 天的号";
        }
        if (minutes < SHORTEST_MINUTES || Duration.between(opens, closes).toMinutes() < minutes) {
            return "每个时段至少 " + SHORTEST_MINUTES + " 分钟，并且要在开始和结束时间之间";
        }
        return capacity < 1 || capacity > MOST_AT_ONCE ? "每个时段的人数应当在 1 到 " + MOST_AT_ONCE + " 之间" : null;
    }

    List<Slot> slots(String office, WorkingDays days) {
        var slots = new ArrayList<Slot>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (!days.isWorkingDay(day)) {
                continue;
            }
            var last = day.atTime(closes);
            for (var at = day.atTime(opens); !at.plusMinutes(minutes).isAfter(last); at = at.plusMinutes(minutes)) {
                var starts = at.atZone(Time.ZONE).toInstant();
                var ends = at.plusMinutes(minutes).atZone(Time.ZONE).toInstant();
                slots.add(new Slot(UUID.randomUUID(), office, item, starts, ends, capacity, 0, false));
            }
        }
        return slots;
    }
}
