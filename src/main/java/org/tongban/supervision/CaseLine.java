package org.tongban.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.CaseState;
import org.tongban.casework.Outcome;

/**
 * 办件台账: what supervision sees of a case: where, how far, how long; nothing of what was applied for.
 *
 * @param applyAt province where it was applied for
 * @param handledBy province that is competent; {@code 100000} for national organs
 * @param dueOn last day of what runs now; null where nothing does
 * @param days working days from acceptance to decision
 * @param late whether a part was decided after its last day; null where none has a limit or is decided
 */
public record CaseLine(
        long casefileId,
        int revision,
        String itemId,
        String mode,
        String applyAt,
        String handledBy,
        String office,
        @Nullable String receivedBy,
        String applicantMasked,
        CaseState state,
        @Nullable Outcome outcome,
        boolean paused,
        LocalDate receivedOn,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate closedOn,
        @Nullable Integer days,
        @Nullable Boolean late,
        int supplements) {

    public CaseNumber number() {
        return CaseNumber.of(casefileId);
    }
}
