package org.tongban.ratings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 评价: what somebody said of one visit or one case, or may still say.
 *
 * @param occasion {@code case}, or {@code visit.<event>}
 * @param office that is rated
 * @param given null: nobody has rated yet, and silence is nothing (policy N-32)
 */
public record Rating(
        long casefileId,
        String occasion,
        String itemId,
        String office,
        Instant at,
        @Nullable Given given,
        @Nullable Ticket ticket) {
    public static final String CASE = "case";
    static final String VISIT = "visit.";

    /** 已给的评价. */
    public record Given(Grade grade, List<String> tags, String words, boolean named, Instant at) {}

    public boolean visit() {
        return occasion.startsWith(VISIT);
    }
}
