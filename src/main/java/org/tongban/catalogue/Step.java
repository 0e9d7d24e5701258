package org.tongban.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 环节: one thing that happens in a case, as the service's file tells it.
 *
 * @param actor a place role, a department that cooperates, or {@code applicant}
 * @param output what comes out of it, in words
 * @param limit how long it may take; empty: none set. The first whose {@code when} is true holds
 * @param limitText the limit in the dossier's words
 * @param move the move of the lifecycle that does it; null unless {@code kind} is {@link StepKind#MOVE}
 * @param check index into the service's checks; null unless {@code kind} is {@link StepKind#INQUIRY}
 * @param leg key of the part it belongs to; null: common to all, done once before any of them is decided (in {@link Phase#DELIVER}: each has its own)
 * @param together opens with the step before it
 * @param parties keys of the parties of whom each does it for themselves; empty: one task of the actor's office
 * @param silence what follows when its limit is over and nobody did it; null: it stays to be done, and is overdue
 * @param declined what follows where it could not be done, somebody does not agree, or objects while a wait runs; null: the case goes on, and
 *     to a wait nobody can object
 * @param endsEarly the actor may end the wait by saying that they have no objection
 * @param uncounted why the clock stands from when the step opens until it is done, as the service's own instrument says (policy L-25); null: it is counted
 * @param when CEL: happens only where true; null: always
 */
public record Step(
        String actor,
        String action,
        @Nullable String output,
        List<Limit.Choice> limit,
        @Nullable String limitText,
        Phase phase,
        StepKind kind,
        @Nullable String move,
        @Nullable Integer check,
        @Nullable String leg,
        boolean together,
        List<String> parties,
        @Nullable Consequence silence,
        @Nullable Consequence declined,
        boolean endsEarly,
        @Nullable String uncounted,
        @Nullable String when) {}
