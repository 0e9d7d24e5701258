package org.tongban.supervision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one event adds to the tallies.
 *
 * @param applyAt province where it was applied for
 * @param handledBy province that is competent; {@code 100000} for national organs
 * @param days working days from acceptance to decision
 */
record Delta(
        long casefileId,
        int seq,
        LocalDate day,
        String itemId,
        String mode,
        String applyAt,
        String handledBy,
        String office,
        int received,
        int accepted,
        int supplemented,
        int granted,
        int partlyGranted,
        int refused,
        int declined,
        int withdrawn,
        int terminated,
        int referred,
        int onTime,
        int late,
        @Nullable Integer days,
        List<String> grounds) {}
