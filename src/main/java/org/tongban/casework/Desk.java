package org.tongban.casework;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Consequence;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.PartyRule;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/** 办理台: for one case of one service, what can be done, whether this can be, and does it. The check and the buttons are the same code. */
final class Desk {
    private final Item item;
    private final Receipt receipt;
    private final Decision decision;
    private final MoveForms forms;
    private final WindowForms windowForms;
    private final StepFlow flow;

    Desk(Item item, Ledger ledger, int extensionDays) {
        this.item = item;
        this.receipt = new Receipt(item, ledger);
        this.decision = new Decision(item, ledger);
        this.forms = new MoveForms(item, extensionDays);
        this.windowForms = new WindowForms(item);
        this.flow = new StepFlow(item, ledger);
    }

    List<MoveForm> possible(CaseChange change, Actor by) {
        var possible = new ArrayList<MoveForm>();
        for (var move : Moves.inOrder()) {
            if (move == Move.FINISH_STEP) {
                possible.addAll(steps(change, by));
                continue;
            }
            var legs = change.legs.stream()
                    .filter(leg -> refusal(change, new Act(move, null, Map.of("leg", leg.no())), by) == null)
                    .toList();
            if (!legs.isEmpty()) {
                possible.add(form(change, move, legs, null));
            }
        }
        return possible;
    }

    private MoveForm form(CaseChange change, Move move, List<Leg> legs, @Nullable Task task) {
        return WindowForms.has(move)
                ? windowForms.of(move, change.before())
                : forms.of(move, several(change, legs), task, proposable(change, legs));
    }

    private static List<Leg> several(CaseChange change, List<Leg> legs) {
        return change.legs.size() > 1 ? legs : List.of();
    }

    private List<MoveForm> steps(CaseChange change, Actor by) {
        return change.before().openTasks().stream()
                .filter(task -> task.kind().step())
                .filter(task -> refusal(change, new Act(Move.FINISH_STEP, task.no(), Map.of()), by) == null)
                .map(task -> forms.of(Move.FINISH_STEP, List.of(), task, List.of()))
                .toList();
    }

    private List<Move> proposable(CaseChange change, List<Leg> legs) {
        return legs.stream()
                .flatMap(leg -> decision.proposable(change, leg.no()).stream())
                .distinct()
                .toList();
    }

    /** @throws RefusedMove saying why and what next */
    void check(CaseChange change, Act act, Actor by) {
        var refusal = refusal(change, act, by);
        if (refusal != null) {
            throw new RefusedMove(refusal);
        }
        if (by.role() == Role.CLOCK) {
            return;
        }
        var task = act.task() == null ? null : change.before().task(act.task()).orElse(null);
        var legs = change.before().legs();
        var problems = form(change, act.move(), legs, task).problems(act.fields());
        if (!problems.isEmpty()) {
            throw new RefusedMove(new Refusal.Fields(problems));
        }
    }

    private @Nullable Refusal refusal(CaseChange change, Act act, Actor by) {
        var file = change.before();
        var task = act.task() == null ? null : file.task(act.task()).orElse(null);
        var rows = Moves.of(act.move());
        boolean ofLeg = Moves.ofLeg(act.move());
        int leg = task == null ? Math.clamp(act.leg(), 1, file.legs().size()) : task.leg();
        var state = ofLeg ? file.leg(leg).state() : file.state();
        if (rows.stream().noneMatch(r -> r.from().contains(state))) {
            return new Refusal.NotNow(act.move(), state);
        }
        if (Moves.find(act.move(), state, Rights.who(file, ofLeg ? leg : Rights.WHOLE, task, by))
                .isEmpty()) {
            return new Refusal.NotYours(act.move(), whose(rows));
        }
        return special(change, act, task, leg, by);
    }

    private static String whose(List<Moves.Row> rows) {
        return rows.stream()
                .flatMap(r -> r.who().stream())
                .distinct()
                .filter(w -> w != Who.CLOCK)
                .map(Who::label)
                .collect(Collectors.joining("、"));
    }

    /** What the table cannot say: rules over the content of the case. */
    private @Nullable Refusal special(CaseChange change, Act act, @Nullable Task task, int leg, Actor by) {
        boolean byClock = by.role() == Role.CLOCK;
        return switch (act.move()) {
            case FINISH_STEP -> finishable(task, byClock);
            case RETURN_FOR_FORM ->
                change.formReturned
                        ? new Refusal.Rule("returned-before", "形式问题只能退回一次，这件已经退回过（M-14）。", "请转交业务属地，由其决定是否告知补正。")
                        : null;
            case SUPPLEMENT ->
                change.state == CaseState.RECEIVED && !change.formReturned
                        ? new Refusal.Rule("nothing-asked", "窗口没有要求修改。", "请等待窗口转交。")
                        : null;
            case MOVE_ORIGINAL ->
                item.materials().isEmpty() ? new Refusal.Rule("no-materials", "这个事项没有材料，没有原件可以登记。", "不需要登记。") : null;
            case TAKE_OVER -> yours(change, by);
            case ACCEPT ->
                byClock || flow.finished(change, 1, StepFlow.BEFORE_ACCEPTANCE)
                        ? null
                        : new Refusal.Rule("steps-open", "受理前的环节还没有做完。", "请先完成待办中的环节，再受理。");
            case HAND_OVER ->
                receipt.signed(change)
                        ? null
                        : new Refusal.Rule("not-signed", "还有当事人没有确认签署，全部签署后才算提交。", "请等各方签署，或者请他们到窗口当面签署。");
            case WITHDRAW -> withdrawable(change, by);
            case EXTEND -> extendable(change, leg, by);
            case GRANT ->
                !byClock && (by.role() == Role.APPROVER) != decision.needsProposal(Move.GRANT)
                        ? new Refusal.NotYours(
                                Move.GRANT,
                                decision.needsProposal(Move.GRANT) ? Who.APPROVER.label() : Who.OFFICER.label())
                        : decision.standsAgainst(change, act.move(), leg, by);
            case DELIVER ->
                flow.finished(change, leg, StepFlow.DELIVERY)
                        ? null
                        : new Refusal.Rule("steps-open", "送达前的环节还没有做完。", "请先完成这些环节。");
            default -> decision.standsAgainst(change, act.move(), leg, by);
        };
    }

    private static @Nullable Refusal yours(CaseChange change, Actor by) {
        var file = change.before();
        boolean another =
                by.role() == Role.APPLICANT && !change.takenOver && (file.agent() != null || file.receivedBy() != null);
        return another ? null : new Refusal.Rule("yours-already", "这件办件已经在您名下。", "可以直接办理。");
    }

    /** The applicant's own to do; of a party's where the service's file says so. */
    private @Nullable Refusal withdrawable(CaseChange change, Actor by) {
        var file = change.before();
        boolean onlyParty = Rights.who(file, Rights.WHOLE, null, by).equals(EnumSet.of(Who.PARTY));
        boolean may = file.parties().stream()
                .filter(p -> Rights.is(p, by))
                .anyMatch(p -> item.party(p.key()).map(PartyRule::withdraws).orElse(false));
        return onlyParty && !may
                ? new Refusal.NotYours(Move.WITHDRAW, Who.APPLICANT.label() + "、" + Who.AGENT.label())
                : null;
    }

    private @Nullable Refusal extendable(CaseChange change, int leg, Actor by) {
        var refusal = decision.notExtendable(change, leg);
        return refusal != null ? refusal : decision.standsAgainst(change, Move.EXTEND, leg, by);
    }

    private @Nullable Refusal finishable(@Nullable Task task, boolean byClock) {
        if (task == null || !task.kind().step()) {
            return new Refusal.Rule("no-such-task", "没有这项待办。", "请刷新页面，从待办中选择。");
        }
        if (task.kind() == TaskKind.CUSTODY && task.step() < 0) {
            return new Refusal.Rule("by-custody", "原件归还要登记流转，登记后这项待办自动完成。", "请用“登记原件流转”。");
        }
        if (!task.state().open()) {
            return new Refusal.Rule("done-already", "这个环节已经" + task.state().label() + "。", "请刷新页面查看结果。");
        }
        if (task.state() == StepState.WAITING && !byClock && forms.words(task).isEmpty()) {
            return new Refusal.Rule("still-waiting", "等待期还没有满，到期自动进入下一步。", "请等到期满。");
        }
        return null;
    }

    CaseEvent make(CaseChange change, Act act, Actor by, @Nullable String paper) {
        var words = paper == null ? "" : paper;
        return switch (act.move()) {
            case RETURN_FOR_FORM -> receipt.returnForForm(change, act, words);
            case HAND_OVER -> receipt.handOver(change, act, by, paper);
            case ASK_SUPPLEMENT -> receipt.askSupplement(change, act, words);
            case SUPPLEMENT -> supplement(change, act);
            case LAPSE_SUPPLEMENT -> receipt.lapseSupplement(change);
            case ACCEPT -> receipt.accept(change, by, paper);
            case DECLINE -> receipt.decline(change, act, paper);
            case REROUTE -> receipt.reroute(change, act, words);
            case FINISH_STEP -> finishStep(change, act, by, paper);
            case RECOUNT -> receipt.recount(change);
            case PROPOSE -> decision.propose(change, act, by, paper);
            case SEND_BACK -> decision.sendBack(change, act, paper);
            case PAUSE -> decision.pause(change, act, words);
            case RESUME -> decision.resume(change, act, paper);
            case EXTEND -> decision.extend(change, act, words);
            case GRANT, GRANT_PARTLY, REFUSE, REFER -> decision.decide(change, act, by, paper);
            case DELIVER -> decision.deliver(change, act, paper);
            case WITHDRAW -> withdraw(change, paper);
            case TERMINATE -> terminate(change, act, paper);
            case CORRECT -> new CaseEvent.Corrected(act.leg(), words);
            case REVOKE -> revoke(change, act, words);
            case WRITE -> new CaseEvent.MessageWritten(words);
            case TAKE_OVER -> takeOver(change);
            case MOVE_ORIGINAL -> new OriginalMoves(item, by).make(change, act, paper);
            case SUBMIT, RECEIVE -> throw new IllegalArgumentException("a case opens by submit and receive");
        };
    }

    private CaseEvent supplement(CaseChange change, Act act) {
        var materials = act.fields().get("materials") instanceof Map<?, ?> many
                ? many.keySet().stream().map(Object::toString).toList()
                : List.<String>of();
        receipt.supplemented(change);
        return new CaseEvent.Supplemented(materials, List.of(), change.answersPaper);
    }

    private CaseEvent finishStep(CaseChange change, Act act, Actor by, @Nullable String paper) {
        boolean byClock = by.role() == Role.CLOCK;
        var task = change.before().task(act.task() == null ? -1 : act.task()).orElseThrow();
        boolean over = task.state() == StepState.WAITING;
        var result = !byClock ? act.text("result") : over ? MoveForms.OVER : MoveForms.SILENT;
        var how = byClock && !over ? StepState.LAPSED : failed(result) ? StepState.FAILED : StepState.DONE;
        change.since = byClock ? lastMoment(task, change.at) : change.at;
        change.task(task.no(), t -> t.ended(how, result));
        change.disarm(a -> a.task() == task.no());
        clockGoesOn(change, task);
        var ends = consequence(task, how);
        if (ends == Consequence.WITHDRAWN || ends == Consequence.TERMINATED) {
            decision.endAll(change, ends == Consequence.WITHDRAWN ? Outcome.WITHDRAWN : Outcome.TERMINATED);
        } else {
            goOn(change, task.leg());
        }
        return new CaseEvent.StepFinished(task.no(), result, byClock, paper);
    }

    /** Until when the period ran, whenever the sweep came by: what follows counts from that day. */
    private static Instant lastMoment(Task task, Instant now) {
        var ends = task.endsAt() != null ? task.endsAt() : task.dueOn() == null ? now : Time.endOf(task.dueOn());
        var last = ends.minus(1, ChronoUnit.MICROS);
        return last.isBefore(now) ? last : now;
    }

    private void clockGoesOn(CaseChange change, Task task) {
        boolean stops = task.kind() == TaskKind.PAUSE
                || task.step() >= 0
                        && item.steps().get(task.step()).uncounted() != null
                        && change.tasks.stream()
                                .noneMatch(t ->
                                        t.step() == task.step() && t.state().open());
        boolean common = task.step() >= 0 && flow.common(change, task.step());
        change.legs.stream()
                .map(Leg::no)
                .filter(no -> stops && (no == task.leg() || common) && change.paused(no))
                .toList()
                .forEach(no -> decision.endPause(change, no));
    }

    private static boolean failed(String result) {
        return result.equals(MoveForms.NOT_DONE)
                || result.equals(MoveForms.DISAGREED)
                || result.equals(MoveForms.OBJECTED);
    }

    /** What the service's file says to a step that nobody did in time, or that could not be done. */
    private @Nullable Consequence consequence(Task task, StepState how) {
        if (task.step() < 0 || how == StepState.DONE) {
            return null;
        }
        var step = item.steps().get(task.step());
        return how == StepState.LAPSED ? step.silence() : step.declined();
    }

    private void goOn(CaseChange change, int leg) {
        switch (change.leg(leg).state()) {
            case RECEIVED -> receipt.signedOnce(change);
            case SUBMITTED -> flow.advance(change, leg, StepFlow.BEFORE_ACCEPTANCE);
            case ACCEPTED -> decision.examineAll(change);
            case DECIDED -> decision.deliverNext(change, leg);
            case CLOSED -> flow.advance(change, leg, StepFlow.AFTERWARDS);
            case SUPPLEMENTING -> {}
        }
    }

    private CaseEvent withdraw(CaseChange change, @Nullable String paper) {
        decision.endAll(change, Outcome.WITHDRAWN);
        return new CaseEvent.Withdrawn(paper);
    }

    private CaseEvent terminate(CaseChange change, Act act, @Nullable String paper) {
        decision.endAll(change, Outcome.TERMINATED);
        return new CaseEvent.Terminated(act.text("ground"), paper);
    }

    private static CaseEvent revoke(CaseChange change, Act act, String paper) {
        change.leg(act.leg(), Leg::revokedNow);
        return new CaseEvent.Revoked(act.leg(), act.text("ground"), paper);
    }

    private static CaseEvent takeOver(CaseChange change) {
        change.takenOver = true;
        return new CaseEvent.TakenOver();
    }
}
