package org.tongban.casework;

import static org.tongban.casework.CaseState.*;
import static org.tongban.casework.Who.*;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 办理规则表: state × action × who → state, the law of all 140 services on one screen. From here come the check, the buttons, the
 * possible moves of the API, the picture in the documents and the random walk of the tests.
 */
public final class Moves {
    /**
     * One row. {@code from} empty: opens a case. {@code to} null: the state stays, or follows from the legs.
     *
     * @param leg the move acts on one leg (examining, pausing, deciding, delivering); else on the whole case
     */
    public record Row(
            Move move,
            Set<CaseState> from,
            Set<Who> who,
            @Nullable CaseState to,
            boolean leg) {}

    private static final Set<Who> ASKING_OR_COUNTER = EnumSet.of(APPLICANT, AGENT, PLATFORM, COUNTER);
    private static final Set<CaseState> UNDECIDED = EnumSet.of(RECEIVED, SUBMITTED, SUPPLEMENTING, ACCEPTED);
    private static final Set<CaseState> ANY = EnumSet.allOf(CaseState.class);
    private static final Set<CaseState> AFTER = EnumSet.of(DECIDED, CLOSED);
    private static final Set<Who> ALL_PEOPLE = EnumSet.complementOf(EnumSet.of(CLOCK));

    public static final List<Row> TABLE = List.of(
            row(Move.SUBMIT, Set.of(), ASKING_OR_COUNTER, SUBMITTED),
            row(Move.RECEIVE, Set.of(), Set.of(COUNTER), RECEIVED),
            row(Move.RETURN_FOR_FORM, Set.of(RECEIVED), Set.of(COUNTER), RECEIVED),
            row(Move.HAND_OVER, Set.of(RECEIVED), Set.of(COUNTER), SUBMITTED),
            row(Move.ASK_SUPPLEMENT, Set.of(SUBMITTED), Set.of(OFFICER), SUPPLEMENTING),
            row(Move.SUPPLEMENT, Set.of(RECEIVED), ASKING_OR_COUNTER, RECEIVED),
            row(Move.SUPPLEMENT, Set.of(SUPPLEMENTING), ASKING_OR_COUNTER, SUBMITTED),
            row(Move.LAPSE_SUPPLEMENT, Set.of(SUPPLEMENTING), Set.of(CLOCK), SUBMITTED),
            row(Move.ACCEPT, Set.of(SUBMITTED), Set.of(OFFICER, CLOCK), ACCEPTED),
            row(Move.DECLINE, Set.of(SUBMITTED), Set.of(OFFICER), CLOSED),
            row(Move.REROUTE, Set.of(SUBMITTED), Set.of(OFFICER), SUBMITTED),
            row(Move.RECOUNT, EnumSet.of(SUBMITTED, ACCEPTED), Set.of(CLOCK), null),
            row(Move.FINISH_STEP, ANY, Set.of(STEP_ACTOR, PARTY, CLOCK), null),
            legRow(Move.PROPOSE, Set.of(SUBMITTED, ACCEPTED), Set.of(OFFICER), null),
            legRow(Move.SEND_BACK, Set.of(SUBMITTED, ACCEPTED), Set.of(APPROVER), null),
            legRow(Move.PAUSE, Set.of(ACCEPTED), Set.of(OFFICER), null),
            legRow(Move.RESUME, Set.of(ACCEPTED), Set.of(OFFICER), null),
            legRow(Move.EXTEND, Set.of(ACCEPTED), Set.of(APPROVER), null),
            legRow(Move.GRANT, Set.of(ACCEPTED), Set.of(OFFICER, APPROVER, CLOCK), DECIDED),
            legRow(Move.GRANT_PARTLY, Set.of(ACCEPTED), Set.of(APPROVER), DECIDED),
            legRow(Move.REFUSE, Set.of(ACCEPTED), Set.of(APPROVER), DECIDED),
            legRow(Move.REFER, Set.of(ACCEPTED), Set.of(APPROVER), DECIDED),
            legRow(Move.DELIVER, Set.of(DECIDED), Set.of(OFFICER, COUNTER, CLOCK), CLOSED),
            row(Move.WITHDRAW, UNDECIDED, EnumSet.of(APPLICANT, AGENT, PLATFORM, PARTY, COUNTER), CLOSED),
            row(Move.TERMINATE, Set.of(SUBMITTED, SUPPLEMENTING, ACCEPTED), Set.of(APPROVER), CLOSED),
            legRow(Move.CORRECT, AFTER, Set.of(APPROVER), null),
            legRow(Move.REVOKE, AFTER, Set.of(APPROVER), null),
            row(Move.TAKE_OVER, ANY, Set.of(APPLICANT), null),
            row(Move.WRITE, ANY, ALL_PEOPLE, null),
            row(Move.MOVE_ORIGINAL, ANY, Set.of(COUNTER, OFFICER, STEP_ACTOR), null));

    private static final Map<Move, List<Row>> BY_MOVE = TABLE.stream()
            .collect(Collectors.groupingBy(Row::move, LinkedHashMap::new, Collectors.toUnmodifiableList()));

    private Moves() {}

    /** All moves, as the table has them. */
    static Set<Move> inOrder() {
        return BY_MOVE.keySet();
    }

    static List<Row> of(Move move) {
        return BY_MOVE.getOrDefault(move, List.of());
    }

    /** Whether the move acts on one leg. */
    static boolean ofLeg(Move move) {
        return of(move).stream().anyMatch(Row::leg);
    }

    /** The row that lets {@code who} make the move in this state, if there is one. */
    public static Optional<Row> find(Move move, CaseState state, Set<Who> who) {
        return of(move).stream()
                .filter(r -> r.from().contains(state) && r.who().stream().anyMatch(who::contains))
                .findFirst();
    }

    /** All rows open in this state to somebody who is any of {@code who}. */
    public static List<Row> open(CaseState state, Set<Who> who) {
        return TABLE.stream()
                .filter(r -> r.from().contains(state) && r.who().stream().anyMatch(who::contains))
                .toList();
    }

    private static Row row(Move move, Set<CaseState> from, Set<Who> who, @Nullable CaseState to) {
        return new Row(move, from, who, to, false);
    }

    private static Row legRow(Move move, Set<CaseState> from, Set<Who> who, @Nullable CaseState to) {
        return new Row(move, from, who, to, true);
    }
}
