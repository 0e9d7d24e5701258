package org.tongban.web.counter;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongban.web.DueIn;

/**
 * 原件的一行.
 *
 * @param where who has it, in words
 * @param parcel carrier and number while it is under way; null otherwise
 * @param due how near the day is on which it goes back
 * @param closed its case has ended, so that it has to go back now
 */
public record OriginalRow(
        String number,
        String key,
        String name,
        String service,
        String applicant,
        String where,
        @Nullable String parcel,
        @Nullable LocalDate dueBackOn,
        DueIn due,
        boolean closed,
        Instant at) {
    public String path() {
        return "/counter/cases/" + number + "/originals";
    }
}
