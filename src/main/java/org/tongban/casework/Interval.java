package org.tongban.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 计时区间: one line of the clock ledger of a leg. The due date is computed from these lines and the calendar, never typed in.
 *
 * @param running false: the clock stands, by {@code reason}
 * @param endedAt null: still going on
 */
public record Interval(
        int no,
        int leg,
        boolean running,
        String reason,
        Instant startedAt,
        @Nullable Instant endedAt) implements CaseJson.Numbered {
    Interval endedAt(Instant at) {
        return new Interval(no, leg, running, reason, startedAt, at);
    }
}
