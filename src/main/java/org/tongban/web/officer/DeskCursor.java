package org.tongban.web.officer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseSearch;
import org.tongban.casework.Worklist;

/** 翻页位置: the last row seen, as it stands in an address. One that cannot be read is the first page. */
final class DeskCursor {
    private DeskCursor() {}

    static String of(Worklist.After after) {
        return after.dueOn() + "_" + after.casefileId() + "_" + after.task();
    }

    static String of(CaseSearch.After after) {
        return after.dueOn() + "_" + after.casefileId();
    }

    static String of(CaseSearch.ClosedBefore before) {
        return before.closedAt() + "_" + before.casefileId();
    }

    static Worklist.@Nullable After task(@Nullable String text) {
        var parts = parts(text, 3);
        try {
            return parts.length == 0
                    ? null
                    : new Worklist.After(
                            LocalDate.parse(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    static CaseSearch.@Nullable After open(@Nullable String text) {
        var parts = parts(text, 2);
        try {
            return parts.length == 0 ? null : new CaseSearch.After(LocalDate.parse(parts[0]), Long.parseLong(parts[1]));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    static CaseSearch.@Nullable ClosedBefore closed(@Nullable String text) {
        var parts = parts(text, 2);
        try {
            return parts.length == 0
                    ? null
                    : new CaseSearch.ClosedBefore(Instant.parse(parts[0]), Long.parseLong(parts[1]));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static String[] parts(@Nullable String text, int wanted) {
        var parts = text == null ? new String[0] : text.split("_", -1);
        return parts.length == wanted ? parts : new String[0];
    }
}
