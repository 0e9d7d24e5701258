package org.tongban.appointments;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseNumber;

/**
 * 排队号: a number drawn at an office on a day, with an appointment or without.
 *
 * @param casefileId the case it was drawn for; null: somebody who came without one
 * @param about what the person comes for, in words; nothing personal
 * @param window that called it; null before
 */
public record QueueTicket(
        String office,
        LocalDate day,
        int no,
        @Nullable Long casefileId,
        String about,
        Instant drawnAt,
        @Nullable String window,
        @Nullable Instant calledAt) {

    /** As it is printed and called: {@code A001} with an appointment, {@code B002} without. */
    public String printed() {
        return "%s%03d".formatted(casefileId == null ? "B" : "A", no);
    }

    public @Nullable CaseNumber number() {
        return casefileId == null ? null : CaseNumber.of(casefileId);
    }
}
