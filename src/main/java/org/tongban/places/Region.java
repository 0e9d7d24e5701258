package org.tongban.places;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 行政区划: a place of GB/T 2260 at county level or above, also one that is no more.
 *
 * @param code six digits
 * @param name its last name, as 玄武区
 * @param level the level of its code; a municipality is PROVINCE and a county under no city is COUNTY
 * @param since the date of the last list without it, null where the oldest list (2002) has it
 * @param until the date of the first list without it, null while it stands
 * @param successor the code that took its place; null also where the lists do not say
 * @param former names it bore before
 */
public record Region(
        String code,
        String name,
        Level level,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable String successor,
        List<String> former,
        String pinyin,
        String initials) {

    public boolean isAbolished() {
        return until != null;
    }

    /** Whether the code stood at that date (policy N-06); between two lists the doubt speaks for the code. */
    public boolean stoodOn(LocalDate date) {
        return (since == null || date.isAfter(since)) && (until == null || date.isBefore(until));
    }
}
