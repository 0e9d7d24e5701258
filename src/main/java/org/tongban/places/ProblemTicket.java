package org.tongban.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 问题工单: a request that could not be routed to an office; a person of the province's coordination office looks into
 * it and answers (policy M-20).
 *
 * @param item id of the service asked for
 * @param casefile number of the case, null where none was opened
 * @param reason why it could not be routed, in words
 * @param regionGiven the region code as given, null where none was
 * @param coordinatedBy code of the province whose coordination office must look
 * @param dueOn last day for the answer
 * @param office code of the office that it was handed on to; null: the coordination office itself
 * @param answer null while open
 */
public record ProblemTicket(
        UUID id,
        Instant openedAt,
        String item,
        @Nullable String casefile,
        String reason,
        @Nullable String regionGiven,
        String coordinatedBy,
        LocalDate dueOn,
        @Nullable String office,
        @Nullable Answer answer) {

    /** 答复: what was said, by whom and when. */
    public record Answer(String text, String by, Instant at) {}

    /**
     * 转办: to whom it was handed on, by whom and why.
     *
     * @param office null: back to the coordination office
     */
    public record Handing(@Nullable String office, String words, String by, Instant at) {}

    public boolean isOpen() {
        return answer == null;
    }
}
