package org.tongban.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
 * with the one before. A move of the lifecycle never opens a task here.
 */
final class StepFlow {
    static final Set<Phase> SIGNING = EnumSet.of(Phase.RECEIVE);
    static final Set<Phase> BEFORE_ACCEPTANCE = EnumSet.of(Phase.BEFORE_ACCEPTANCE);
    static final Set<Phase> EXAMINATION = EnumSet.of(Phase.ACCEPT, Phase.EXAMINE, Phase.DECIDE);
    static final Set<Phase> DELIVERY = EnumSet.of(Phase.DELIVER);
    static final Set<Phase> AFTERWARDS = EnumSet.of(Phase.AFTER);

    private final Item item;
    private final Ledger ledger;

    StepFlow(Item item, Ledger ledger) {
        this.item = item;
        this.ledger = ledger;
    }

    /** Opens the next steps of these phases on this leg, if none of them is going on. */
    void advance(CaseChange change, int leg, Set<Phase> phases) {
        var steps = stepsOf(change, leg, phases);
        if (change.anyOpen(t -> t.leg() == leg && steps.contains(t.step()))) {
            return;
        }
        boolean opened = false;
        for (int step : steps) {
            boolean begun = change.tasks.stream().anyMatch(t -> t.step() == step && t.leg() == leg);
            if (begun) {
                continue;
            }
            if (opened && !item.steps().get(step).together()) {
                return;
            }
            open(change, leg, step);
            opened = true;
        }
    }

    /** Whether nothing of these phases is left to open or to finish on this leg. Answers that only advise hold nobody up. */
    boolean finished(CaseChange change, int leg, Set<Phase> phases) {
        return stepsOf(change, leg, phases).stream().noneMatch(step -> binding(step) && !ended(change, leg, step));
    }

    /** Begun, and done with by each whose it was. */
    private static boolean ended(CaseChange change, int leg, int step) {
        var tasks = change.tasks.stream()
                .filter(t -> t.step() == step && t.leg() == leg)
                .toList();
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
                    return phases.contains(step.phase())
                            && opensTask(step)
                            && legsOf(change, step).contains(leg);
                })
                .boxed()
                .toList();
    }

    /** A move of the lifecycle opens none; of the receipt, only what parties do for themselves. */
    private static boolean opensTask(Step step) {
        return step.kind() != StepKind.MOVE && (step.phase() != Phase.RECEIVE || step.kind() == StepKind.CONFIRM);
    }

    private static Set<Integer> legsOf(CaseChange change, Step step) {
        var key = step.leg();
        var legs = change.legs.stream()
                .filter(l -> key != null && LegDefinition.belongs(l.key(), key))
                .map(Leg::no)
                .collect(Collectors.toSet());
        return legs.isEmpty() ? Set.of(1) : legs;
    }

    private void open(CaseChange change, int leg, int index) {
        var step = item.steps().get(index);
        var file = change.before();
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
        Instant endsAt = kind == TaskKind.WAIT && span != null ? ledger.endsAt(change.at, span) : null;
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
                    case PREVIOUS, DECIDED, CLOSED -> Time.dateOf(change.at);
                };
        return ledger.due(start, span, List.of()).on();
    }
}
