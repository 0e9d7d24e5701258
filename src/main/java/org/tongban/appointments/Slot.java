package org.tongban.appointments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 号源: a time at an office for which so many can be booked.
 *
 * @param item id of the only service it is for; null: any that needs an appointment here
 * @param capacity how many can come
 * @param booked how many will
 * @param closed nobody more can book; who has booked comes
 */
public record Slot(
        UUID id,
        String office,
        @Nullable String item,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        int booked,
        boolean closed) {

    public int left() {
        return closed ? 0 : Math.max(0, capacity - booked);
    }
}
