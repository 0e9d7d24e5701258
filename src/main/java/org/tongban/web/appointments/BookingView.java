package org.tongban.web.appointments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.appointments.Booking;
import org.tongban.appointments.Slot;
import org.tongban.calendar.Time;
import org.tongban.casework.Casefile;
import org.tongban.casework.Task;
import org.tongban.catalogue.Item;
import org.tongban.places.Office;

/**
 * 预约一页: what one step of a case can be booked for.
 *
 * @param booked the time that is booked; null: none
 * @param earlier what was booked before and came to nothing
 * @param free what still can be, from {@code from} on
 */
public record BookingView(
        Casefile file,
        Item item,
        Task task,
        Office office,
        @Nullable Booking booked,
        List<Booking> earlier,
        List<Slot> free,
        LocalDate from) {
    /** Days that a page shows. */
    public static final int DAYS = 14;

    public String path() {
        return "/my/cases/" + file.number() + "/appointment/" + task.no();
    }

    public String casePath() {
        return "/my/cases/" + file.number();
    }

    /** The free slots by their day. */
    public Map<LocalDate, List<Slot>> days() {
        return free.stream()
                .collect(Collectors.groupingBy(s -> Time.dateOf(s.startsAt()), TreeMap::new, Collectors.toList()));
    }
}
