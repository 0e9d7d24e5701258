package org.tongban.api;

import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.calendar.LimitUnit;
import org.tongban.identity.Door;

/** 期限接口: when a limit ends. */
@RestController
@RequestMapping("/api/v1/calendar")
@Door.Open
class CalendarApi {
    private static final int MOST = 3650;

    private final HolidayCalendar calendar;

    CalendarApi(HolidayCalendar calendar) {
        this.calendar = calendar;
    }

    /** 届满日（接口）: provisional where the holidays of a year on the way are not known yet. */
    record DueMessage(LocalDate on, boolean provisional) {}

    @GetMapping("/due")
    DueMessage due(
            @RequestParam LocalDate from, @RequestParam int days, @RequestParam(defaultValue = "working") String unit) {
        if (days < 0 || days > MOST) {
            throw new BadRequest("days", "天数应在 0 到 " + MOST + " 之间");
        }
        var counted = Arrays.stream(LimitUnit.values())
                .filter(u -> u != LimitUnit.HOUR && u.name().equalsIgnoreCase(unit))
                .findFirst()
                .orElseThrow(() -> new BadRequest("unit", "单位只能是 working、natural 或 month"));
        var due = calendar.limits().end(from, days, counted);
        return new DueMessage(due.on(), due.provisional());
    }
}
