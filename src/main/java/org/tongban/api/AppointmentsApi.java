package org.tongban.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.appointments.Appointments;
import org.tongban.appointments.Booking;
import org.tongban.appointments.Slot;
import org.tongban.calendar.Time;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.RefusedMove;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Offices;

/**
 * 预约接口: the free times of an office, and booking, moving and giving up one for a step of a case. The same request sent again changes
 * nothing and gets the same answer: a place is never taken twice.
 */
@RestController
@RequestMapping("/api/v1")
@Door.Only({Role.PLATFORM, Role.OFFICE_SYSTEM})
class AppointmentsApi {
    private static final int MOST_DAYS = 92;

    private final Appointments appointments;
    private final Casework casework;
    private final Offices offices;
    private final Time time;

    AppointmentsApi(Appointments appointments, Casework casework, Offices offices, Time time) {
        this.appointments = appointments;
        this.casework = casework;
        this.offices = offices;
        this.time = time;
    }

    /** 时段（接口）: a time with places left. */
    record SlotMessage(String id, String office, Instant startsAt, Instant endsAt, int left) {
        static SlotMessage of(Slot slot) {
            return new SlotMessage(slot.id().toString(), slot.office(), slot.startsAt(), slot.endsAt(), slot.left());
        }
    }

    /**
     * 预约（接口）.
     *
     * @param task number of the task of the case that it is for
     * @param ticket queue number drawn on arrival; null before
     */
    record BookingMessage(
            int task,
            String slot,
            String office,
            Instant startsAt,
            Instant endsAt,
            String state,
            String stateLabel,
            @Nullable Integer ticket) {
        static BookingMessage of(Booking booking) {
            return new BookingMessage(
                    booking.task(),
                    booking.slot().toString(),
                    booking.office(),
                    booking.startsAt(),
                    booking.endsAt(),
                    booking.state().name(),
                    booking.state().label(),
                    booking.ticket());
        }
    }

    /** @param slot id of the slot that is wanted */
    record Wanted(@Nullable String slot) {
        UUID id() {
            try {
                return UUID.fromString(String.valueOf(slot));
            } catch (IllegalArgumentException e) {
                throw new BadRequest("slot", "请给出时段的编号 slot，从 slots 取得");
            }
        }
    }

    /**
     * The times of an office that can still be booked for a service.
     *
     * @param from first day; today where none is given
     * @param days how many days are looked over
     */
    @GetMapping("/offices/{office}/slots")
    List<SlotMessage> slots(
            @PathVariable String office,
            @RequestParam String item,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(defaultValue = "14") int days) {
        if (offices.byCode(office).isEmpty()) {
            throw new BadRequest("office", "没有这个机构：" + office);
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new BadRequest("days", "天数应在 1 到 " + MOST_DAYS + " 之间");
        }
        var first = Objects.requireNonNullElseGet(from, time::today);
        return appointments.free(office, item, first, days).stream()
                .map(SlotMessage::of)
                .toList();
    }

    /** Every booking of a case, moved and missed ones too, oldest first. */
    @GetMapping("/cases/{number}/appointments")
    List<BookingMessage> bookings(@PathVariable String number, Actor by) {
        return appointments.of(file(number, by)).stream()
                .map(BookingMessage::of)
                .toList();
    }

    /** Books a slot for a task of the case. */
    @PostMapping("/cases/{number}/appointments/{task}")
    BookingMessage book(@PathVariable String number, @PathVariable int task, @RequestBody Wanted wanted, Actor by) {
        return once(
                number, task, wanted.id(), by, () -> appointments.book(CaseNumbers.id(number), task, wanted.id(), by));
    }

    /** Takes another slot and gives the old one back, or changes nothing. */
    @PostMapping("/cases/{number}/appointments/{task}/move")
    BookingMessage move(@PathVariable String number, @PathVariable int task, @RequestBody Wanted wanted, Actor by) {
        return once(
                number, task, wanted.id(), by, () -> appointments.move(CaseNumbers.id(number), task, wanted.id(), by));
    }

    /** Gives the place up; it is free for others at once. */
    @PostMapping("/cases/{number}/appointments/{task}/cancel")
    BookingMessage cancel(@PathVariable String number, @PathVariable int task, Actor by) {
        var last = last(number, task, by);
        if (last.filter(b -> b.state() == Booking.State.CANCELLED).isEmpty()) {
            appointments.cancel(CaseNumbers.id(number), task, by);
        }
        return BookingMessage.of(last(number, task, by).orElseThrow());
    }

    /** 未到, said by the office: it can be booked again. */
    @PostMapping("/cases/{number}/appointments/{task}/missed")
    @Door.Only(Role.OFFICE_SYSTEM)
    BookingMessage missed(@PathVariable String number, @PathVariable int task, Actor by) {
        var last = last(number, task, by);
        if (last.filter(b -> b.state() == Booking.State.MISSED).isEmpty()) {
            appointments.missed(CaseNumbers.id(number), task, by);
        }
        return BookingMessage.of(last(number, task, by).orElseThrow());
    }

    /** What is so already is answered as it is, also where the same request came twice at once. */
    private BookingMessage once(String number, int task, UUID slot, Actor by, Supplier<Booking> make) {
        var standing = standing(number, task, slot, by);
        if (standing.isPresent()) {
            return BookingMessage.of(standing.get());
        }
        try {
            return BookingMessage.of(make.get());
        } catch (RefusedMove e) {
            return standing(number, task, slot, by).map(BookingMessage::of).orElseThrow(() -> e);
        }
    }

    private Optional<Booking> standing(String number, int task, UUID slot, Actor by) {
        return appointments.of(file(number, by), task).filter(b -> b.slot().equals(slot));
    }

    private Optional<Booking> last(String number, int task, Actor by) {
        return appointments.of(file(number, by)).stream()
                .filter(b -> b.task() == task)
                .reduce((_, later) -> later);
    }

    private Casefile file(String number, Actor by) {
        long id = CaseNumbers.id(number);
        return casework.find(id, by).orElseThrow(() -> new NoSuchCase(id));
    }
}
