package org.tongban.appointments;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.calendar.Time;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/** 号源管理: what an office opens, and who is expected there. */
@Component
public class SlotBook {
    private static final Set<Role> OPENERS = EnumSet.of(Role.CLERK, Role.OFFICER, Role.OFFICE_SYSTEM);
    private static final int DAY_AT_MOST = 1000;

    private final SlotStore slots;
    private final BookingStore bookings;
    private final HolidayCalendar calendar;
    private final Time time;

    SlotBook(SlotStore slots, BookingStore bookings, HolidayCalendar calendar, Time time) {
        this.slots = slots;
        this.bookings = bookings;
        this.calendar = calendar;
        this.time = time;
    }

    /**
     * 放号. What is there already stays as it is.
     *
     * @return how many slots are new
     */
    @Transactional
    public int release(Release release, Actor by) {
        var office = office(by);
        var fault = release.fault(time.today());
        if (fault != null) {
            throw Appointments.refused("wrong-release", fault + "。", "请改好后再放号。");
        }
        var opened = release.slots(office, calendar.workingDays());
        if (opened.isEmpty()) {
            throw Appointments.refused("no-working-day", "这几天都不是工作日，没有放出号。", "请选有工作日的日期。");
        }
        return slots.add(opened, by.id());
    }

    /** 停约 and 恢复: who has booked before comes all the same. */
    @Transactional
    public void close(UUID slot, boolean closed, Actor by) {
        if (!slots.close(slot, office(by), closed)) {
            throw Appointments.refused("no-such-slot", "本机构没有这个号源。", "请刷新页面。");
        }
    }

    @Transactional(readOnly = true)
    public List<Slot> opened(LocalDate day, Actor by) {
        var from = day.atStartOfDay(Time.ZONE).toInstant();
        return slots.opened(office(by), from, from.plus(1, ChronoUnit.DAYS));
    }

    /** Who is expected at this person's office on a day. */
    @Transactional(readOnly = true)
    public List<Booking> expected(LocalDate day, Actor by) {
        var from = day.atStartOfDay(Time.ZONE).toInstant();
        return bookings.expected(office(by), from, from.plus(1, ChronoUnit.DAYS), DAY_AT_MOST);
    }

    private static String office(Actor by) {
        if (!OPENERS.contains(by.role())) {
            throw Appointments.refused("not-yours", "号源由窗口人员或者经办人管理。", "请换用这样的岗位登录。");
        }
        return Objects.requireNonNull(by.office());
    }
}
