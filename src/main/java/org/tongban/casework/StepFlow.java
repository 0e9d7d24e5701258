package org.tongban.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.LegDefinition;
import org.tongban.catalogue.Phase;
import org.tongban.catalogue.Step;
import org.tongban.catalogue.StepKind;

/**
 * 环节流转: which tasks open between the moves, as the service's file tells. Steps of a phase follow each other; those marked together open
 * with the one before. A move of the lifecycle never opens a task here. What names no part is common to all: done once, and each waits for it.
 */
final class StepFlow {
    static final Set<Phase> SIGNING = EnumSet.of(Phase.RECEIVE);
    static final Set<Phase> BEFORE_ACCEPTANCE = EnumSet.of(Phase.BEFORE_ACCEPTANCE);
    static final Set<Phase> EXAMINATION = EnumSet.of(Phase.ACCEPT, Phase.EXAMINE, Phase.DECIDE);
    static final Set<Phase> DELIVERY = EnumSet.of(Phase.DELIVER);
    static final Set<Phase> AFTERWARDS = EnumSet.of(Phase.AFTER);

    private static final Set<Phase> FOLLOWS = EnumSet.of(Phase.DELIVER, Phase.AFTER);

    private final Item item;
    private final Ledger ledger;

    StepFlow(Item item, Ledger ledger) {
        this.item = item;
        this.ledger = ledger;
    }

    /** Opens the next steps of these phases on this leg, if none of them is going on. */
    void advance(CaseChange change, int leg, Set<Phase> phases) {
        var steps = stepsOf(change, leg, phases);
        if (change.anyOpen(t -> steps.contains(t.step()) && isOf(change, t, leg))) {
            return;
        }
        boolean opened = false;
        for (int step : steps) {
            boolean begun = tasksOf(change, leg, step).findAny().isPresent();
            if (begun) {
                continue;
            }
            if (opened && !item.steps().get(step).together()) {
                return;
            }
            open(change, common(change, step) ? 1 : leg, step);
            opened = true;
        }
    }

    /** The part's own, or what all parts have in common. */
    private boolean isOf(CaseChange change, Task task, int leg) {
        return task.leg() == leg || (task.step() >= 0 && common(change, task.step()));
    }

    /** Whether the step is of no part alone. */
    boolean common(CaseChange change, int step) {
        return common(change, item.steps().get(step));
    }

    private static boolean common(CaseChange change, Step step) {
        return common(change.legs, step);
    }

    static boolean common(List<Leg> legs, Step step) {
        var key = step.leg();
        return step.phase() != Phase.DELIVER
                && (key == null || legs.stream().noneMatch(l -> LegDefinition.belongs(l.key(), key)));
    }

    /** Whether nothing of these phases is left to open or to finish on this leg. Answers that only advise hold nobody up. */
    boolean finished(CaseChange change, int leg, Set<Phase> phases) {
        return stepsOf(change, leg, phases).stream().noneMatch(step -> binding(step) && !ended(change, leg, step));
    }

    /** What a supplement or a re-route broke off before acceptance is to be done all the same. */
    private Stream<Task> tasksOf(CaseChange change, int leg, int step) {
        boolean again = !EXAMINATION.contains(item.steps().get(step).phase());
        return change.tasks.stream()
                .filter(t -> t.step() == step && isOf(change, t, leg))
                .filter(t -> !again || t.state() != StepState.CANCELLED);
    }

    /** Begun, and done with by each whose it was. */
    private boolean ended(CaseChange change, int leg, int step) {
        var tasks = tasksOf(change, leg, step).toList();
        return !tasks.isEmpty() && tasks.stream().noneMatch(t -> t.state().open());
    }

    private boolean binding(int step) {
        var check = item.steps().get(step).check();
        return check == null || item.checks().get(check).binding();
    }

    private List<Integer> stepsOf(CaseChange change, int leg, Set<Phase> phases) {
        return IntStream.range(0, item.steps().size())
                .filter(change.steps::contains)
                .filter(i -> {
                    var step = item.steps().get(i);
                    return phases.contains(step.phase()) && opensTask(step) && concerns(change, leg, step);
                })
                .boxed()
                .toList();
    }

    /** A move of the lifecycle opens none; of the receipt, only what parties do for themselves. */
    private static boolean opensTask(Step step) {
        return step.kind() != StepKind.MOVE && (step.phase() != Phase.RECEIVE || step.kind() == StepKind.CONFIRM);
    }

    private static boolean concerns(CaseChange change, int leg, Step step) {
        var key = step.leg();
        boolean concerns = common(change, step)
                || key == null
                || LegDefinition.belongs(change.leg(leg).key(), key);
        return concerns && (!FOLLOWS.contains(step.phase()) || granted(change, leg, step));
    }

    /** Nothing is made, paid or published for what was refused. */
    private static boolean granted(CaseChange change, int leg, Step step) {
        return change.legs.stream()
                .filter(l -> l.no() == leg || common(change, step))
                .anyMatch(LegRules::granted);
    }

    private void open(CaseChange change, int leg, int index) {
        var step = item.steps().get(index);
        var file = change.before();
        stopWhileItRuns(change, leg, step);
        var whose = Stream.concat(Stream.of(Party.applicant(file)), file.parties().stream())
                .filter(p -> step.parties().contains(p.key()))
                .toList();
        if (whose.isEmpty()) {
            open(change, leg, index, null);
        }
        whose.forEach(party -> open(change, leg, index, party));
    }

    private void open(CaseChange change, int leg, int index, @Nullable Party party) {
        var step = item.steps().get(index);
        var kind = TaskKind.valueOf(step.kind().name());
        var span = change.limits.steps().get(index);
        Instant endsAt = kind == TaskKind.WAIT && span != null ? ledger.endsAt(change.since, span) : null;
        var dueOn = dueOn(change, span);
        int no = change.nextTask();
        change.open(new Task(
                no,
                leg,
                index,
                kind,
                party == null ? step.action() : party.called() + "：" + step.action(),
                officeOf(change, leg, step),
                null,
                endsAt == null ? StepState.OPEN : StepState.WAITING,
                change.at,
                dueOn,
                endsAt,
                null,
                party == null ? null : party.no()));
        if (endsAt != null) {
            change.arm(Alarm.Kind.WAIT, no, endsAt);
        } else if (step.silence() != null && dueOn != null) {
            change.arm(Alarm.Kind.SILENT_STEP, no, Time.endOf(dueOn));
        }
    }

    /** The clock stands only where the service's own instrument says that the time of a step does not count (L-25). */
    private static void stopWhileItRuns(CaseChange change, int leg, Step step) {
        var reason = step.uncounted();
        if (reason != null) {
            change.legs.stream()
                    .filter(l -> l.outcome() == null && (common(change, step) || l.no() == leg))
                    .filter(l -> change.runs(l.no()))
                    .forEach(l -> change.clock(l.no(), false, reason));
        }
    }

    /** A department of the step, the place role's office, or the office that decides the leg. */
    private static String officeOf(CaseChange change, int leg, Step step) {
        var office = step.check() == null ? null : change.offices.get("check." + step.check());
        return office != null
                ? office
                : change.offices.getOrDefault(step.actor(), change.leg(leg).office());
    }

    private @Nullable LocalDate dueOn(CaseChange change, Casefile.@Nullable Span span) {
        if (span == null) {
            return null;
        }
        var start =
                switch (span.from()) {
                    case RECEIVED -> Time.dateOf(change.before().openedAt());
                    case SUBMITTED -> Time.dateOf(change.submittedAt == null ? change.at : change.submittedAt);
                    case ACCEPTED -> change.acceptedOn == null ? Time.dateOf(change.at) : change.acceptedOn;
                    case PREVIOUS, DECIDED, CLOSED -> Time.dateOf(change.since);
                };
        return ledger.due(start, span, List.of()).on();
    }
}
