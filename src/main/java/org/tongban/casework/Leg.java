package org.tongban.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 分项: a part of a case with its own place, clock and outcome; a plain service has exactly one, numbered 1.
 *
 * @param office code of the office that decides this part
 * @param dueOn last day of the committed limit; null while nothing runs
 * @param statutoryDueOn last day of the statutory limit; null where the law sets none
 * @param extensionDays working days of the one extension; 0 where none was granted (L-21)
 * @param examiner account of who examined or proposed; the approver must be somebody else
 * @param proposal what the examiner asks the approver to do
 */
public record Leg(
        int no,
        String key,
        String name,
        String office,
        CaseState state,
        @Nullable Outcome outcome,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate statutoryDueOn,
        int extensionDays,
        boolean revoked,
        @Nullable String examiner,
        @Nullable Move proposal) {

    Leg in(CaseState next) {
        return new Leg(
                no,
                key,
                name,
                office,
                next,
                outcome,
                decidedOn,
                dueOn,
                statutoryDueOn,
                extensionDays,
                revoked,
                examiner,
                proposal);
    }

    Leg at(String nextOffice) {
        return new Leg(
                no,
                key,
                name,
                nextOffice,
                state,
                outcome,
                decidedOn,
                dueOn,
                statutoryDueOn,
                extensionDays,
                revoked,
                examiner,
                proposal);
    }

    Leg due(@Nullable LocalDate committed, @Nullable LocalDate statutory) {
        return new Leg(
                no,
                key,
                name,
                office,
                state,
                outcome,
                decidedOn,
                committed,
                statutory,
                extensionDays,
                revoked,
                examiner,
                proposal);
    }

    Leg extendedBy(int days) {
        return new Leg(
                no, key, name, office, state, outcome, decidedOn, dueOn, statutoryDueOn, days, revoked, examiner, null);
    }

    Leg proposed(@Nullable String by, @Nullable Move what) {
        return new Leg(
                no,
                key,
                name,
                office,
                state,
                outcome,
                decidedOn,
                dueOn,
                statutoryDueOn,
                extensionDays,
                revoked,
                by,
                what);
    }

    Leg decided(Outcome how, LocalDate on) {
        return new Leg(
                no,
                key,
                name,
                office,
                CaseState.DECIDED,
                how,
                on,
                dueOn,
                statutoryDueOn,
                extensionDays,
                revoked,
                examiner,
                null);
    }

    Leg ended(@Nullable Outcome how) {
        return new Leg(
                no,
                key,
                name,
                office,
                CaseState.CLOSED,
                how,
                decidedOn,
                dueOn,
                statutoryDueOn,
                extensionDays,
                revoked,
                examiner,
                null);
    }

    Leg revokedNow() {
        return new Leg(
                no,
                key,
                name,
                office,
                state,
                outcome,
                decidedOn,
                dueOn,
                statutoryDueOn,
                extensionDays,
                true,
                examiner,
                null);
    }
}
