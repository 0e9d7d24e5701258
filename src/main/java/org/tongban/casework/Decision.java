package org.tongban.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.LegDefinition;
import org.tongban.catalogue.Step;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/** 审查与决定: the moves of a leg from acceptance to delivery, and what follows for the case. */
final class Decision {
    /** What only a second person may do, on the examiner's proposal. */
    private static final Set<Move> BY_PROPOSAL =
            Set.of(Move.GRANT_PARTLY, Move.REFUSE, Move.REFER, Move.EXTEND, Move.TERMINATE);

    private static final List<Move> PROPOSABLE =
            List.of(Move.GRANT, Move.GRANT_PARTLY, Move.REFUSE, Move.REFER, Move.EXTEND, Move.TERMINATE);

    private static final Map<Move, Outcome> OUTCOMES = Map.of(
            Move.GRANT, Outcome.GRANTED,
            Move.GRANT_PARTLY, Outcome.PARTLY_GRANTED,
            Move.REFUSE, Outcome.REFUSED,
            Move.REFER, Outcome.REFERRED);

    private final Item item;
    private final Ledger ledger;
    private final StepFlow flow;
    private final LegRules parts;

    Decision(Item item, Ledger ledger) {
        this.item = item;
        this.ledger = ledger;
        this.flow = new StepFlow(item, ledger);
        this.parts = new LegRules(item);
    }

    /** Whether the move needs an approver's hand on an examiner's proposal, for this service. */
    boolean needsProposal(Move move) {
        return BY_PROPOSAL.contains(move)
                || (move == Move.GRANT && item.decision().approver());
    }

    /** Why this person cannot make this move on this leg although the table lets it; null: nothing stands against it. */
    @Nullable
    Refusal standsAgainst(CaseChange change, Move move, int legNo, Actor by) {
        var leg = change.leg(legNo);
        if (by.role() != Role.CLOCK && needsProposal(move) && leg.proposal() != move) {
            return new Refusal.Rule("not-proposed", "“" + move.label() + "”须由经办人提请、另一人审批。", "请经办人先“提请审批”。");
        }
        if (by.id().equals(leg.examiner()) && approvers(move)) {
            return new Refusal.Rule("same-person", "提请的人不能自己审批。", "请由另一位审批人办理。");
        }
        if (move == Move.PROPOSE && leg.proposal() != null) {
            return new Refusal.Rule("proposed-already", "已经提请审批，正在等审批人。", "需要改动的，请审批人先退回。");
        }
        if (move == Move.SEND_BACK && leg.proposal() == null) {
            return new Refusal.Rule("nothing-proposed", "没有待审批的事项。", "请等待经办人提请。");
        }
        if (move == Move.PAUSE || move == Move.RESUME) {
            return stopping(change, move, legNo);
        }
        return OUTCOMES.containsKey(move) ? decisionTooEarly(change, legNo) : null;
    }

    private @Nullable Refusal stopping(CaseChange change, Move move, int leg) {
        if (move == Move.PAUSE && MoveForms.procedures(item).isEmpty()) {
            return new Refusal.Rule("nothing-stops-it", "这个事项没有可以不计入时限的程序，时钟不能停（L-25）。", "请在时限内办结；确实来不及的，可以提请延期。");
        }
        if (!LegRules.begun(change, leg)) {
            return new Refusal.Rule("not-begun", "这个分项要等另一分项办好才开始。", "请先办好前一分项。");
        }
        if (move == Move.RESUME && waits(change, leg)) {
            return new Refusal.Rule("still-waiting", "不计时的环节还没有结束，结束后时钟自动继续。", "请先办完这个环节，或者等到期满。");
        }
        if (move == Move.PAUSE != change.paused(leg)) {
            return null;
        }
        return move == Move.PAUSE
                ? new Refusal.Rule("paused-already", "时钟已经停着。", "请先结束正在进行的特别程序。")
                : new Refusal.Rule("not-paused", "时钟没有停。", "没有需要结束的特别程序。");
    }

    /** Whether the clock stands because a step is open whose time does not count. */
    private boolean waits(CaseChange change, int leg) {
        return change.anyOpen(t -> t.step() >= 0
                && item.steps().get(t.step()).uncounted() != null
                && (t.leg() == leg || flow.common(change, t.step())));
    }

    private boolean approvers(Move move) {
        return needsProposal(move) || move == Move.SEND_BACK || move == Move.CORRECT || move == Move.REVOKE;
    }

    private @Nullable Refusal decisionTooEarly(CaseChange change, int leg) {
        if (change.state == CaseState.ACCEPTED && !LegRules.begun(change, leg)) {
            return new Refusal.Rule("not-begun", "这个分项要等另一分项办好才开始。", "请先办好前一分项。");
        }
        if (change.paused(leg)) {
            return new Refusal.Rule("paused", "特别程序还没有结束，时钟停着。", "请先记录结束，再作决定。");
        }
        if (!flow.finished(change, leg, StepFlow.EXAMINATION)
                || change.anyOpen(t -> t.leg() == leg && t.kind() == TaskKind.COUNTERSIGN)) {
            return new Refusal.Rule("steps-open", "还有环节没有完成：" + openTitles(change, leg) + "。", "请等这些环节完成后再作决定。");
        }
        return null;
    }

    private String openTitles(CaseChange change, int leg) {
        return String.join(
                "；",
                change.tasks.stream()
                        .filter(t -> t.state().open() && t.kind().step())
                        .filter(t -> t.leg() == leg || t.step() >= 0 && flow.common(change, t.step()))
                        .map(Task::title)
                        .toList());
    }

    /** Opens what is to be examined next, and the decision when nothing is left. */
    void examine(CaseChange change, int leg) {
        flow.advance(change, leg, StepFlow.EXAMINATION);
        boolean open =
                change.anyOpen(t -> t.leg() == leg && (t.kind() == TaskKind.DECISION || t.kind() == TaskKind.APPROVAL));
        if (!open && flow.finished(change, leg, StepFlow.EXAMINATION)) {
            openTask(change, leg, TaskKind.DECISION, decides(change.leg(leg)));
        }
    }

    /** LegRules that wait for no other begin with acceptance; what was promised for the whole counts for all from then. */
    void beginAll(CaseChange change, String reason) {
        for (var leg : List.copyOf(change.legs)) {
            if (parts.begins(change, leg)) {
                begin(change, leg.no(), reason);
            } else {
                computeDue(change, leg.no());
            }
        }
    }

    /** What the decision is called: as the file tells of this part, or of none in particular. */
    private String decides(Leg leg) {
        return item.steps().stream()
                .filter(step -> Move.GRANT.apiName().equals(step.move())
                        && step.leg() != null
                        && LegDefinition.belongs(leg.key(), step.leg()))
                .map(Step::action)
                .findFirst()
                .orElse("审查并作出决定");
    }

    /** After a step that all parts have in common each may have the next, or its decision. */
    void examineAll(CaseChange change) {
        change.legs.stream()
                .filter(l -> l.state() == CaseState.ACCEPTED && l.outcome() == null && LegRules.begun(change, l.no()))
                .map(Leg::no)
                .toList()
                .forEach(no -> examine(change, no));
    }

    private void begin(CaseChange change, int leg, String reason) {
        change.clock(leg, true, reason);
        computeDue(change, leg);
        examine(change, leg);
    }

    void computeDue(CaseChange change, int no) {
        var leg = change.leg(no);
        var stops = change.intervals.stream().filter(i -> i.leg() == no).toList();
        change.leg(
                no,
                l -> l.due(
                        due(change, change.limits.committed(leg), stops, leg),
                        due(change, change.limits.statutory(), stops, leg)));
        var due = change.leg(no).dueOn();
        change.tasks.replaceAll(t -> t.leg() == no && t.state().open() && decides(t) ? t.due(due) : t);
    }

    private @Nullable LocalDate due(CaseChange change, Casefile.@Nullable Span span, List<Interval> stops, Leg leg) {
        if (span == null || change.acceptedOn == null) {
            return null;
        }
        // a part's own limit begins with it; what holds for the whole service counts from acceptance
        boolean own = span == change.limits.legs().get(leg.key()) && !parts.begins(change, leg);
        if (own && stops.isEmpty()) {
            return null;
        }
        var accepted = own ? Time.dateOf(stops.getFirst().startedAt()) : change.acceptedOn;
        var start =
                switch (span.from()) {
                    case RECEIVED -> Time.dateOf(change.before().openedAt());
                    case SUBMITTED -> change.submittedAt == null ? accepted : Time.dateOf(change.submittedAt);
                    case ACCEPTED, PREVIOUS, DECIDED, CLOSED -> accepted;
                };
        var due = ledger.due(start, span, stops, leg.extensionDays());
        change.dueProvisional |= due.provisional();
        return due.on();
    }

    /** What the examiner could ask an approver to do on this leg now. */
    List<Move> proposable(CaseChange change, int leg) {
        boolean accepted = change.leg(leg).state() == CaseState.ACCEPTED;
        boolean ripe = accepted && decisionTooEarly(change, leg) == null;
        return PROPOSABLE.stream()
                .filter(move -> switch (move) {
                    case GRANT -> ripe && needsProposal(move);
                    case GRANT_PARTLY, REFUSE, REFER -> ripe;
                    case EXTEND -> accepted && notExtendable(change, leg) == null;
                    default -> true;
                })
                .toList();
    }

    /** Why this leg cannot be given more time; null: it can (L-21). */
    @Nullable
    Refusal notExtendable(CaseChange change, int leg) {
        var of = change.leg(leg);
        var last = of.statutoryDueOn() == null ? of.dueOn() : of.statutoryDueOn();
        if (of.extensionDays() > 0) {
            return new Refusal.Rule("extended-before", "期限只能延长一次，这件已经延长过（L-21）。", "请在现有期限内作出决定。");
        }
        if (last == null || Time.dateOf(change.at).isAfter(last)) {
            return new Refusal.Rule("limit-over", "没有在走的期限，或者期限已过，不能延长（L-21）。", "请尽快作出决定，并向申请人说明。");
        }
        return null;
    }

    CaseEvent propose(CaseChange change, Act act, Actor by, @Nullable String paper) {
        int leg = act.leg();
        var what = Move.named(act.text("what")).orElseThrow();
        var early = OUTCOMES.containsKey(what) ? decisionTooEarly(change, leg) : null;
        if (early != null) {
            throw new RefusedMove(early);
        }
        change.leg(leg, l -> l.proposed(by.id(), what));
        change.end(t -> t.leg() == leg && t.kind() == TaskKind.DECISION, StepState.DONE);
        openTask(change, leg, TaskKind.APPROVAL, "审批：" + what.label());
        return new CaseEvent.Proposed(leg, what, paper);
    }

    CaseEvent sendBack(CaseChange change, Act act, @Nullable String paper) {
        int leg = act.leg();
        endApproval(change, leg);
        return new CaseEvent.SentBack(leg, paper);
    }

    private void endApproval(CaseChange change, int leg) {
        change.leg(leg, l -> l.proposed(null, null));
        change.end(t -> t.leg() == leg && t.kind() == TaskKind.APPROVAL, StepState.DONE);
        if (change.state == CaseState.ACCEPTED) {
            examine(change, leg);
        }
    }

    CaseEvent pause(CaseChange change, Act act, String paper) {
        change.clock(act.leg(), false, act.text("procedure"));
        return new CaseEvent.Paused(act.leg(), act.text("procedure"), act.number("expectedDays"), paper);
    }

    CaseEvent resume(CaseChange change, Act act, @Nullable String paper) {
        endPause(change, act.leg());
        return new CaseEvent.Resumed(act.leg(), paper);
    }

    /** The clock goes on, and its due date moves by the days that it stood. */
    void endPause(CaseChange change, int leg) {
        change.clock(leg, true, "特别程序结束");
        computeDue(change, leg);
    }

    /** One extension, approved by another person, before the first limit ends (L-21). */
    CaseEvent extend(CaseChange change, Act act, String paper) {
        int no = act.leg();
        change.leg(no, l -> l.extendedBy(act.number("days")));
        computeDue(change, no);
        endApproval(change, no);
        return new CaseEvent.Extended(no, act.number("days"), paper);
    }

    CaseEvent decide(CaseChange change, Act act, Actor by, @Nullable String paper) {
        int no = act.leg();
        var outcome = OUTCOMES.get(act.move());
        if (outcome == null) {
            throw new IllegalArgumentException(act.move() + " decides nothing");
        }
        requireResults(change.leg(no), act);
        var today = Time.dateOf(change.at);
        change.leg(no, l -> (l.examiner() == null ? l.proposed(by.id(), null) : l).decided(outcome, today));
        change.stopClock(no);
        change.end(t -> t.leg() == no && decides(t), StepState.DONE);
        change.end(t -> t.leg() == no, StepState.CANCELLED);
        parts.others(change, change.leg(no))
                .forEach(next -> begin(change, next, change.leg(no).name() + "办好"));
        // what one place gives the other is there with the decision; nobody else waits for it
        boolean handedOn = LegRules.granted(change.leg(no)) && parts.interim(change.leg(no));
        if (handedOn) {
            change.leg(no, l -> l.ended(outcome));
        }
        settle(change);
        if (!handedOn) {
            deliverNext(change, no);
        }
        return new CaseEvent.Decided(no, outcome, act.list("results"), act.list("grounds"), paper);
    }

    private void requireResults(Leg leg, Act act) {
        var may = MoveForms.results(item, leg.key());
        if (!may.containsAll(act.list("results"))) {
            throw new RefusedMove(new Refusal.Fields(List.of(
                    new Refusal.Fields.Problem("results", "“" + leg.name() + "”发给的是：" + String.join("、", may)))));
        }
    }

    private static boolean decides(Task task) {
        return task.kind() == TaskKind.DECISION || task.kind() == TaskKind.APPROVAL;
    }

    void deliverNext(CaseChange change, int leg) {
        flow.advance(change, leg, StepFlow.DELIVERY);
        if (flow.finished(change, leg, StepFlow.DELIVERY)
                && !change.anyOpen(t -> t.leg() == leg && t.kind() == TaskKind.DELIVERY)) {
            openTask(change, leg, TaskKind.DELIVERY, "送达结果");
        }
    }

    CaseEvent deliver(CaseChange change, Act act, @Nullable String paper) {
        int no = act.leg();
        change.leg(no, l -> l.ended(l.outcome()));
        change.end(t -> t.leg() == no && t.kind() == TaskKind.DELIVERY, StepState.DONE);
        settle(change);
        return new CaseEvent.Delivered(no, act.text("way"), paper);
    }

    /** What the case is after its legs: the earliest of them, and one outcome when all have theirs. */
    private void settle(CaseChange change) {
        change.state =
                change.legs.stream().map(Leg::state).min(CaseState::compareTo).orElseThrow();
        change.outcome = parts.outcome(change);
        if (change.state == CaseState.CLOSED && change.outcome != null) {
            change.close(change.outcome);
            change.legs.forEach(l -> flow.advance(change, l.no(), StepFlow.AFTERWARDS));
            OriginalMoves.openReturns(change);
        }
    }

    /** Ends the whole case now; what was decided before stays decided, originals go back (L-41). */
    void endAll(CaseChange change, Outcome how) {
        change.everyLeg(l -> l.outcome() == null ? l.ended(how) : l.in(CaseState.CLOSED));
        change.legs.forEach(l -> change.stopClock(l.no()));
        change.end(t -> true, StepState.CANCELLED);
        change.disarm(a -> true);
        change.close(how);
        OriginalMoves.openReturns(change);
    }

    void openTask(CaseChange change, int leg, TaskKind kind, String title) {
        var office = change.leg(leg).office();
        var dueOn = kind == TaskKind.DECISION || kind == TaskKind.APPROVAL
                ? change.leg(leg).dueOn()
                : null;
        change.open(new Task(
                change.nextTask(), leg, -1, kind, title, office, null, StepState.OPEN, change.at, dueOn, null, null));
    }
}
