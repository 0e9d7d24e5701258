package org.tongban.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** 办件变动: the case while one move is being made. Starts as it was, ends as {@link #after()}; holds no rule. */
final class CaseChange {
    final Instant at;

    /** When what leads to the change was over: the end of a period is not when the sweep came by. */
    Instant since;

    CaseState state;

    @Nullable
    Outcome outcome;

    String office;

    @Nullable
    String receivedBy;

    @Nullable
    Instant submittedAt;

    @Nullable
    LocalDate acceptedOn;

    boolean formReturned;
    int supplementsAsked;
    List<String> askedFor;
    boolean insisted;
    boolean takenOver;
    String answersPaper;
    List<Integer> steps;
    Casefile.Limits limits;
    boolean dueProvisional;
    final Map<String, String> offices;
    final List<Casefile.Original> originals;
    final List<Leg> legs;
    final List<Task> tasks;
    final List<Alarm> alarms;
    final List<Interval> intervals;
    private final Casefile before;
    private @Nullable Instant closedAt;

    CaseChange(Casefile before, Instant at) {
        this.before = before;
        this.at = at;
        since = at;
        state = before.state();
        outcome = before.outcome();
        office = before.office();
        receivedBy = before.receivedBy();
        submittedAt = before.submittedAt();
        acceptedOn = before.acceptedOn();
        formReturned = before.formReturned();
        supplementsAsked = before.supplementsAsked();
        askedFor = before.askedFor();
        insisted = before.insisted();
        takenOver = before.takenOver();
        answersPaper = before.answersPaper();
        steps = before.steps();
        limits = before.limits();
        dueProvisional = before.dueProvisional();
        closedAt = before.closedAt();
        offices = new LinkedHashMap<>(before.offices());
        originals = new ArrayList<>(before.originals());
        legs = new ArrayList<>(before.legs());
        tasks = new ArrayList<>(before.tasks());
        alarms = new ArrayList<>(before.alarms());
        intervals = new ArrayList<>(before.intervals());
    }

    Casefile before() {
        return before;
    }

    Leg leg(int no) {
        return legs.stream().filter(l -> l.no() == no).findFirst().orElseThrow();
    }

    void leg(int no, UnaryOperator<Leg> how) {
        legs.replaceAll(l -> l.no() == no ? how.apply(l) : l);
    }

    void everyLeg(UnaryOperator<Leg> how) {
        legs.replaceAll(how);
    }

    void task(int no, UnaryOperator<Task> how) {
        tasks.replaceAll(t -> t.no() == no ? how.apply(t) : t);
    }

    int nextTask() {
        return tasks.stream().mapToInt(Task::no).max().orElse(0) + 1;
    }

    void open(Task task) {
        tasks.add(task);
    }

    /** Ends the open tasks that match. */
    void end(Predicate<Task> which, StepState how) {
        tasks.replaceAll(t -> t.state().open() && which.test(t) ? t.ended(how, t.result()) : t);
    }

    boolean anyOpen(Predicate<Task> which) {
        return tasks.stream().anyMatch(t -> t.state().open() && which.test(t));
    }

    void arm(Alarm.Kind kind, int task, Instant firesAt) {
        int no = alarms.stream().mapToInt(Alarm::no).max().orElse(0) + 1;
        alarms.add(new Alarm(no, kind, task, firesAt, true));
    }

    void disarm(Predicate<Alarm> which) {
        alarms.replaceAll(a -> a.armed() && which.test(a) ? a.disarmed() : a);
    }

    /** Ends what the clock of this leg does now and begins the next line of its ledger. */
    void clock(int leg, boolean running, String reason) {
        stopClock(leg);
        intervals.add(new Interval(intervals.size() + 1, leg, running, reason, since, null));
    }

    void stopClock(int leg) {
        intervals.replaceAll(i -> i.leg() == leg && i.endedAt() == null ? i.endedAt(since) : i);
    }

    boolean runs(int leg) {
        return intervals.stream().anyMatch(i -> i.leg() == leg && i.endedAt() == null && i.running());
    }

    boolean paused(int leg) {
        return intervals.stream().anyMatch(i -> i.leg() == leg && i.endedAt() == null && !i.running());
    }

    void close(Outcome how) {
        state = CaseState.CLOSED;
        outcome = how;
        closedAt = at;
    }

    /** The case as it is after the move; revision and hash follow when it is appended. */
    Casefile after() {
        return new Casefile(
                before.casefileId(),
                before.revision(),
                before.itemId(),
                before.itemVersion(),
                before.mode(),
                state,
                outcome,
                before.places(),
                Collections.unmodifiableMap(offices),
                steps,
                office,
                receivedBy,
                before.applicant(),
                before.agent(),
                before.platform(),
                before.applicantMasked(),
                before.openedAt(),
                submittedAt,
                acceptedOn,
                dueOn(),
                dueProvisional,
                formReturned,
                supplementsAsked,
                askedFor,
                insisted,
                takenOver,
                answersPaper,
                List.copyOf(originals),
                before.parties(),
                limits,
                before.linkedTo(),
                closedAt,
                before.lastHash(),
                List.copyOf(legs),
                List.copyOf(tasks),
                alarms.stream().map(this::stillDue).toList(),
                List.copyOf(intervals));
    }

    /** Nobody is woken for a task that is over. */
    private Alarm stillDue(Alarm alarm) {
        boolean over = alarm.task() > 0
                && tasks.stream()
                        .noneMatch(t -> t.no() == alarm.task() && t.state().open());
        return alarm.armed() && over ? alarm.disarmed() : alarm;
    }

    private @Nullable LocalDate dueOn() {
        if (state != CaseState.ACCEPTED) {
            return tasks.stream()
                    .filter(t -> t.state() == StepState.OPEN
                            && t.dueOn() != null
                            && !t.kind().step())
                    .map(Task::dueOn)
                    .min(LocalDate::compareTo)
                    .orElse(null);
        }
        return legs.stream()
                .filter(l -> l.state() == CaseState.ACCEPTED && l.dueOn() != null && !paused(l.no()))
                .map(Leg::dueOn)
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
