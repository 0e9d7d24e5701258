package org.tongban.appointments;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.casework.Casefile;
import org.tongban.casework.Follower;
import org.tongban.casework.Happened;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;

/** 不用再来的预约: a step that was withdrawn, ended or done otherwise needs no time any more; its place is free for others. */
@Component
class EndedSteps implements Follower {
    private final SlotStore slots;
    private final BookingStore bookings;
    private final Time time;

    EndedSteps(SlotStore slots, BookingStore bookings, Time time) {
        this.slots = slots;
        this.bookings = bookings;
        this.time = time;
    }

    @Override
    public String name() {
        return "appointments";
    }

    @Override
    public void take(List<Happened> happened) {
        happened.forEach(one -> free(one.file()));
    }

    private void free(Casefile file) {
        var ended = file.tasks().stream()
                .filter(t -> t.kind() == TaskKind.APPOINTMENT && !t.state().open())
                .map(Task::no)
                .collect(Collectors.toSet());
        for (int task : ended) {
            bookings.lock(file.casefileId(), task).ifPresent(this::cancel);
        }
    }

    private void cancel(Booking booking) {
        bookings.end(booking, Booking.State.CANCELLED, time.now());
        slots.giveBack(booking.slot());
    }
}
