package org.tongban.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.StepState;

/**
 * 协查台账: what a cooperating department was asked in a case, and whether it has answered.
 *
 * @param office code of the office asked
 * @param askedBy code of the office that handles the case
 */
public record InquiryLine(
        long casefileId,
        int no,
        String itemId,
        String office,
        String askedBy,
        String title,
        StepState state,
        LocalDate askedOn,
        @Nullable LocalDate dueOn) {

    public CaseNumber number() {
        return CaseNumber.of(casefileId);
    }
}
