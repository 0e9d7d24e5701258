package org.tongban.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.Time;
import org.tongban.casework.Act;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.identity.Actor;

/**
 * 预约的门: books a time at the office of a case's step, moves it, gives it up; says who came and who did not. A slot's place is taken in the
 * transaction that writes the booking, so that it is never given twice.
 *
 * <p>Every method refuses by {@link RefusedMove}; {@link NoSuchCase} where the case does not concern who asks.
 */
@Component
public class Appointments {
    private static final int SLOTS_SHOWN = 400;

    private final SlotStore slots;
    private final BookingStore bookings;
    private final Queue queue;
    private final Casework casework;
    private final Time time;
    private final int missedAtMost;

    /** @param missedAtMost how often somebody may stay away before the office must book for them */
    Appointments(
            SlotStore slots,
            BookingStore bookings,
            Queue queue,
            Casework casework,
            Time time,
            @Value("${tongban.appointments.missed-at-most:2}") int missedAtMost) {
        this.slots = slots;
        this.bookings = bookings;
        this.queue = queue;
        this.casework = casework;
        this.time = time;
        this.missedAtMost = missedAtMost;
    }

    /** The slots with a place left for this step of the case, from a day on, for so many days. */
    @Transactional(readOnly = true)
    public List<Slot> free(Casefile file, int task, LocalDate from, int days) {
        var step = step(file, task);
        return free(step.office(), file.itemId(), from, days);
    }

    /** The slots of an office with a place left for a service, from a day on, for so many days: for who looks before there is a case. */
    @Transactional(readOnly = true)
    public List<Slot> free(String office, String item, LocalDate from, int days) {
        var start = from.atStartOfDay(Time.ZONE).toInstant();
        var now = time.now();
        return slots.free(
                office, item, start.isBefore(now) ? now : start, start.plus(days, ChronoUnit.DAYS), SLOTS_SHOWN);
    }

    /** All bookings of the case, oldest first; the reader has the case already. */
    @Transactional(readOnly = true)
    public List<Booking> of(Casefile file) {
        return bookings.of(file.casefileId());
    }

    /** The open booking of a step, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Booking> of(Casefile file, int task) {
        return of(file).stream()
                .filter(b -> b.task() == task && b.state().open())
                .findFirst();
    }

    /** 预约: for the applicant, the agent or another party, or by the office on their behalf. */
    @Transactional
    public Booking book(long casefileId, int task, UUID slot, Actor by) {
        var file = find(casefileId, by);
        var before =
                bookings.of(casefileId).stream().filter(b -> b.task() == task).toList();
        if (before.stream().anyMatch(b -> b.state().open())) {
            throw refused("booked-already", "这件办件已经约好了时间。", "要换时间的，请改期。");
        }
        long missed =
                before.stream().filter(b -> b.state() == Booking.State.MISSED).count();
        if (by.office() == null && missed >= missedAtMost) {
            throw refused("missed-often", "已经有 " + missed + " 次约好没有到。", "请打电话给办理机构，由工作人员替您预约。");
        }
        return take(file, task, slot, before.size() + 1, by);
    }

    /** 改期: gives the old time back and takes the new one, or changes nothing. */
    @Transactional
    public Booking move(long casefileId, int task, UUID slot, Actor by) {
        var file = find(casefileId, by);
        var booking = locked(casefileId, task);
        beforeItBegins(booking, "改期");
        if (booking.slot().equals(slot)) {
            throw refused("same-slot", "新的时间就是原来约的时间。", "请另选一个时间。");
        }
        slots.lockBoth(booking.slot(), slot);
        bookings.end(booking, Booking.State.MOVED, time.now());
        slots.giveBack(booking.slot());
        int no = (int) bookings.of(casefileId).stream()
                        .filter(b -> b.task() == task)
                        .count()
                + 1;
        return take(file, task, slot, no, by);
    }

    /** 取消预约: the place is free for others at once. */
    @Transactional
    public void cancel(long casefileId, int task, Actor by) {
        find(casefileId, by);
        var booking = locked(casefileId, task);
        beforeItBegins(booking, "取消");
        bookings.end(booking, Booking.State.CANCELLED, time.now());
        slots.giveBack(booking.slot());
    }

    /** 取号: who came with an appointment draws a number of the day, before those without. */
    @Transactional
    public QueueTicket arrive(long casefileId, int task, Actor by) {
        find(casefileId, by);
        var booking = atTheOffice(locked(casefileId, task), by);
        if (!Time.dateOf(booking.startsAt()).equals(time.today())) {
            throw refused("another-day", "约的是 " + Time.dateOf(booking.startsAt()) + "，不是今天。", "要今天办的，请先改期到今天。");
        }
        if (booking.state() == Booking.State.ARRIVED) {
            throw refused("drawn-already", "已经取过号。", "请等叫号。");
        }
        var ticket = queue.drawFor(booking);
        bookings.arrived(booking, ticket.no());
        return ticket;
    }

    /**
     * 到场办理: what had to be done in person is done; the step ends with it.
     *
     * @param fields of {@link Move#FINISH_STEP}
     */
    @Transactional
    public Casefile keep(long casefileId, int task, Map<String, Object> fields, Actor by) {
        var file = find(casefileId, by);
        var booking = atTheOffice(locked(casefileId, task), by);
        if (time.today().isBefore(Time.dateOf(booking.startsAt()))) {
            throw refused("too-early", "还没到约定的日子。", "提前来的，请先改期到今天。");
        }
        bookings.end(booking, Booking.State.KEPT, time.now());
        return casework.act(casefileId, file.revision(), new Act(Move.FINISH_STEP, task, fields), by);
    }

    /** 未到: the time is over and nobody came; the step stays open and can be booked again. */
    @Transactional
    public void missed(long casefileId, int task, Actor by) {
        find(casefileId, by);
        var booking = atTheOffice(locked(casefileId, task), by);
        if (time.now().isBefore(booking.endsAt())) {
            throw refused("not-over", "约定的时间还没有过。", "请等到时段结束再登记。");
        }
        bookings.end(booking, Booking.State.MISSED, time.now());
    }

    private Booking take(Casefile file, int task, UUID slot, int no, Actor by) {
        var step = step(file, task);
        var taken = slots.take(slot, step.office(), file.itemId(), time.now())
                .orElseThrow(() -> refused("slot-full", "这个时段刚刚约满，或者已经停约。", "请另选一个时间，下面是还有号的时段。"));
        var booking = new Booking(
                file.casefileId(),
                task,
                no,
                taken.id(),
                taken.office(),
                file.itemId(),
                file.applicantMasked(),
                taken.startsAt(),
                taken.endsAt(),
                Booking.State.BOOKED,
                null);
        try {
            bookings.add(booking, by.id(), time.now());
        } catch (DuplicateKeyException e) {
            throw refused("booked-already", "这件办件刚刚约好了时间。", "请刷新页面查看。");
        }
        return booking;
    }

    private Casefile find(long casefileId, Actor by) {
        return casework.find(casefileId, by).orElseThrow(() -> new NoSuchCase(casefileId));
    }

    private static Task step(Casefile file, int task) {
        return file.task(task)
                .filter(t -> t.kind() == TaskKind.APPOINTMENT && t.state().open())
                .orElseThrow(() -> refused("nothing-to-book", "现在没有要预约的环节。", "请刷新页面，看办到了哪一步。"));
    }

    private Booking locked(long casefileId, int task) {
        return bookings.lock(casefileId, task).orElseThrow(() -> refused("not-booked", "没有约好的时间。", "请先预约。"));
    }

    private void beforeItBegins(Booking booking, String what) {
        Instant now = time.now();
        if (!now.isBefore(booking.startsAt())) {
            throw refused("begun", "约定的时间已经到了，不能" + what + "。", "请按时到场，或者联系办理机构。");
        }
    }

    private static Booking atTheOffice(Booking booking, Actor by) {
        if (!by.worksAt(booking.office())) {
            throw refused("not-yours", "只有约定的机构可以登记到场情况。", "请由该机构的工作人员登记。");
        }
        return booking;
    }

    static RefusedMove refused(String code, String text, String next) {
        return new RefusedMove(new Refusal.Rule(code, text, next));
    }
}
