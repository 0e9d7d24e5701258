package org.tongban.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.LimitUnit;
import org.tongban.catalogue.Limit;

/**
 * 办件: what a case is now. One row and its legs, open tasks, armed alarms and clock ledger; what happened stands in its events.
 *
 * @param revision number of the last event; in every form and every move, so that the second of two is told (complaint 10)
 * @param places place role → six-digit region
 * @param offices place role or department → office code, found when the case was handed in
 * @param steps indexes of the steps of the service's file that apply to this case
 * @param office code of the competent office
 * @param receivedBy code of the window that took it in, or where the applicant has since gone on with it (M-23); null: none
 * @param submittedAt when the copy reached the competent place (L-05)
 * @param applicant HMAC-SM3 of the applicant's identity
 * @param platform id of the applying platform that handed it in and acts for the applicant; null where none did
 * @param askedFor what the last supplement notice named; a second one may name nothing else (L-06)
 * @param insisted the applicant handed in although something was missing (L-10)
 * @param parties who takes part beside the applicant, as filed
 * @param answersPaper digest of the sealed paper that holds who applies, the answers and the materials as they stand
 * @param lastHash SM3 of the last event's text
 */
public record Casefile(
        long casefileId,
        int revision,
        String itemId,
        String itemVersion,
        String mode,
        CaseState state,
        @Nullable Outcome outcome,
        Map<String, String> places,
        Map<String, String> offices,
        List<Integer> steps,
        String office,
        @Nullable String receivedBy,
        String applicant,
        @Nullable String agent,
        @Nullable String platform,
        String applicantMasked,
        Instant openedAt,
        @Nullable Instant submittedAt,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate dueOn,
        boolean dueProvisional,
        boolean formReturned,
        int supplementsAsked,
        List<String> askedFor,
        boolean insisted,
        boolean takenOver,
        String answersPaper,
        List<Original> originals,
        List<Party> parties,
        Limits limits,
        @Nullable Long linkedTo,
        @Nullable Instant closedAt,
        String lastHash,
        List<Leg> legs,
        List<Task> tasks,
        List<Alarm> alarms,
        List<Interval> intervals) {

    /** Entries of before there were parties do not name them. */
    public Casefile {
        parties = Objects.requireNonNullElse(parties, List.of());
    }

    /**
     * 时限: the limits that hold for this case; those in force at acceptance stay with it (L-57). Null: none set.
     *
     * @param steps index of a step → its limit
     * @param legs key of a part → its own limit instead of the committed one
     */
    public record Limits(
            @Nullable Span statutory, @Nullable Span committed, Map<Integer, Span> steps, Map<String, Span> legs) {

        /** Entries of before parts had limits of their own do not name them. */
        public Limits {
            legs = Objects.requireNonNullElse(legs, Map.of());
        }

        /** The limit that holds for one part. */
        @Nullable
        Span committed(Leg leg) {
            return legs.getOrDefault(leg.key(), committed);
        }
    }

    /** 期限长度: so many of a unit; {@code days} 0 is on the spot. */
    public record Span(int days, LimitUnit unit, Limit.Start from) {}

    /**
     * 原件: where a paper original is now (M-08).
     *
     * @param holder an office code, 申请人, 档案, or the carrier under way
     * @param act what happened to it last
     * @param from office that sent it; null unless under way
     * @param to office code or 申请人 that it is sent to; null unless under way
     * @param at of the last act
     */
    public record Original(
            String key,
            String name,
            String holder,
            String act,
            @Nullable String from,
            @Nullable String to,
            @Nullable String trackingNumber,
            @Nullable LocalDate dueBackOn,
            Instant at) {}

    public Leg leg(int no) {
        return legs.stream()
                .filter(l -> l.no() == no)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("case " + casefileId + " has no leg " + no));
    }

    public Optional<Task> task(int no) {
        return tasks.stream().filter(t -> t.no() == no).findFirst();
    }

    public Optional<Party> party(@Nullable Integer number) {
        return parties.stream().filter(p -> number != null && p.no() == number).findFirst();
    }

    public List<Task> openTasks() {
        return tasks.stream().filter(t -> t.state().open()).toList();
    }

    public List<Task> openTasks(int leg) {
        return tasks.stream().filter(t -> t.leg() == leg && t.state().open()).toList();
    }

    /** The same case, after this entry. */
    Casefile sealedBy(Entry entry) {
        return new Casefile(
                casefileId,
                entry.seq(),
                itemId,
                itemVersion,
                mode,
                state,
                outcome,
                places,
                offices,
                steps,
                office,
                receivedBy,
                applicant,
                agent,
                platform,
                applicantMasked,
                openedAt,
                submittedAt,
                acceptedOn,
                dueOn,
                dueProvisional,
                formReturned,
                supplementsAsked,
                askedFor,
                insisted,
                takenOver,
                answersPaper,
                originals,
                parties,
                limits,
                linkedTo,
                closedAt,
                entry.hash(),
                legs,
                tasks,
                alarms,
                intervals);
    }

    public CaseNumber number() {
        return CaseNumber.of(casefileId);
    }

    /** Whether the clock of a part stands, by what the ledger says. */
    public boolean paused() {
        return intervals.stream().anyMatch(i -> i.endedAt() == null && !i.running());
    }

    public boolean closed() {
        return state == CaseState.CLOSED;
    }

    /** What the case is after the entry. Pure: the same entries give the same case, on any machine, for ever. */
    public static Casefile replay(List<Entry> entries) {
        return CaseJson.replay(entries);
    }
}
