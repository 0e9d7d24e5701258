package org.tongban.ratings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 差评工单: what a bad rating obliges the office to (policies N-33 to N-36). It names neither the rater nor the case.
 *
 * @param ratedStaff accounts who acted in the case at that office; they may not handle it nor see it
 * @param facts what was found, answered, put right, said on calling back, contested and reviewed
 * @param hotline number under which 12345 dispatched it; null: not yet, empty: no hotline does for that region
 */
public record Ticket(
        UUID id,
        int revision,
        TicketState state,
        Grade grade,
        List<String> tags,
        boolean named,
        String itemId,
        String office,
        String region,
        List<String> ratedStaff,
        Instant openedAt,
        LocalDate startBy,
        LocalDate verifyBy,
        LocalDate finishBy,
        Map<String, String> facts,
        @Nullable String hotline,
        Key key) {

    /** Which rating it is for; not for pages. */
    record Key(long casefileId, String occasion) {}

    /** 工单经过: one thing that was done. */
    public record Step(Instant at, TicketMove move, String by, String words) {}

    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** Last day of what is to be done next. */
    public LocalDate dueOn() {
        return switch (state) {
            case OPEN -> startBy;
            case STARTED -> verifyBy;
            case VERIFIED, CONTESTED, ANSWERED, DISSATISFIED, CLOSED, EXCLUDED -> finishBy;
        };
    }

    Ticket moved(TicketState next, Map<String, String> more) {
        var all = new LinkedHashMap<>(facts);
        all.putAll(more);
        return new Ticket(
                id,
                revision + 1,
                next,
                grade,
                tags,
                named,
                itemId,
                office,
                region,
                ratedStaff,
                openedAt,
                startBy,
                verifyBy,
                finishBy,
                Map.copyOf(all),
                hotline,
                key);
    }
}
