package org.tongban.casework;

import java.time.LocalDate;
import java.util.function.Consumer;
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
        @Nullable Move proposal)
        implements CaseJson.Numbered {

    Leg in(CaseState next) {
        return with(leg -> leg.state = next);
    }

    Leg at(String nextOffice) {
        return with(leg -> leg.office = nextOffice);
    }

    Leg due(@Nullable LocalDate committed, @Nullable LocalDate statutory) {
        return with(leg -> {
            leg.dueOn = committed;
            leg.statutoryDueOn = statutory;
        });
    }

    Leg extendedBy(int days) {
        return with(leg -> {
            leg.extensionDays = days;
            leg.proposal = null;
        });
    }

    Leg proposed(@Nullable String by, @Nullable Move what) {
        return with(leg -> {
            leg.examiner = by;
            leg.proposal = what;
        });
    }

    Leg decided(Outcome how, LocalDate on) {
        return with(leg -> {
            leg.state = CaseState.DECIDED;
            leg.outcome = how;
            leg.decidedOn = on;
            leg.proposal = null;
        });
    }

    Leg ended(@Nullable Outcome how) {
        return with(leg -> {
            leg.state = CaseState.CLOSED;
            leg.outcome = how;
            leg.proposal = null;
        });
    }

    Leg revokedNow() {
        return with(leg -> {
            leg.revoked = true;
            leg.proposal = null;
        });
    }

    private Leg with(Consumer<Change> what) {
        var change = new Change(this);
        what.accept(change);
        return change.made(this);
    }

    /** What of a part can change; number, key and name cannot. */
    private static final class Change {
        private String office;
        private CaseState state;
        private @Nullable Outcome outcome;
        private @Nullable LocalDate decidedOn;
        private @Nullable LocalDate dueOn;
        private @Nullable LocalDate statutoryDueOn;
        private int extensionDays;
        private boolean revoked;
        private @Nullable String examiner;
        private @Nullable Move proposal;

        private Change(Leg leg) {
            this.office = leg.office;
            this.state = leg.state;
            this.outcome = leg.outcome;
            this.decidedOn = leg.decidedOn;
            this.dueOn = leg.dueOn;
            this.statutoryDueOn = leg.statutoryDueOn;
            this.extensionDays = leg.extensionDays;
            this.revoked = leg.revoked;
            this.examiner = leg.examiner;
            this.proposal = leg.proposal;
        }

        private Leg made(Leg of) {
            return new Leg(
                    of.no,
                    of.key,
                    of.name,
                    office,
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
    }
}
