package org.tongban.casework;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Item;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/** 收件与受理: the moves of the whole case from receipt to acceptance and its side exits. Each changes the case and says what happened. */
final class Receipt {
    /** Told or accepted within five working days (行政许可法 32, L-03, L-04). */
    private static final int ACCEPTANCE_WORKING_DAYS = 5;

    private final Item item;
    private final Ledger ledger;
    private final StepFlow flow;
    private final Decision decision;

    Receipt(Item item, Ledger ledger) {
        this.item = item;
        this.ledger = ledger;
        this.flow = new StepFlow(item, ledger);
        this.decision = new Decision(item, ledger);
    }

    /** The window elsewhere has it on its desk: form and identity only. */
    void received(CaseChange change) {
        openFormCheck(change, "核对身份和材料形式，转交业务属地");
        signatures(change);
    }

    /** Handed in, and held until all have signed who the file wants to sign first: only then has it reached the competent place. */
    void handedIn(CaseChange change) {
        signatures(change);
        if (signed(change)) {
            submitted(change);
        } else {
            change.state = CaseState.RECEIVED;
            change.everyLeg(l -> l.in(CaseState.RECEIVED));
        }
    }

    private void signatures(CaseChange change) {
        flow.advance(change, 1, StepFlow.SIGNING);
    }

    boolean signed(CaseChange change) {
        return flow.finished(change, 1, StepFlow.SIGNING);
    }

    /** The next to sign; when all have, it goes where a window need not look at it first. */
    void signedOnce(CaseChange change) {
        signatures(change);
        if (signed(change)
                && !change.anyOpen(t -> t.kind() == TaskKind.FORM_CHECK || t.kind() == TaskKind.SUPPLEMENT)) {
            submitted(change);
        }
    }

    private void openFormCheck(CaseChange change, String title) {
        openTask(
                change,
                TaskKind.FORM_CHECK,
                title,
                Objects.requireNonNull(change.receivedBy),
                ledger.handOverDue(Time.dateOf(change.at)));
    }

    /** The copy has reached the competent place; only now do the five days run (L-05). */
    void submitted(CaseChange change) {
        change.state = CaseState.SUBMITTED;
        change.submittedAt = change.at;
        change.everyLeg(l -> l.in(CaseState.SUBMITTED));
        change.end(t -> t.kind() == TaskKind.FORM_CHECK, StepState.DONE);
        change.end(t -> t.kind() == TaskKind.SUPPLEMENT, StepState.CANCELLED);
        var due = ledger.due(Time.dateOf(change.at), ACCEPTANCE_WORKING_DAYS);
        change.dueProvisional = due.provisional();
        openTask(change, TaskKind.ACCEPTANCE, "决定是否受理", change.office, due.on());
        change.disarm(a -> a.kind() == Alarm.Kind.SILENCE);
        if (item.deemedAcceptance()) {
            change.arm(Alarm.Kind.SILENCE, 0, due.endsAt());
        }
        flow.advance(change, 1, StepFlow.BEFORE_ACCEPTANCE);
    }

    CaseEvent returnForForm(CaseChange change, Act act, String paper) {
        change.formReturned = true;
        change.askedFor = act.list("defects");
        change.end(t -> t.kind() == TaskKind.FORM_CHECK, StepState.DONE);
        var window = Objects.requireNonNull(change.receivedBy);
        awaitApplicant(change, "等待申请人修改形式问题", window, null);
        return new CaseEvent.FormReturned(act.list("defects"), paper);
    }

    /** The copy counts as receipt there; originals follow by post and hold nothing up (L-05). */
    CaseEvent handOver(CaseChange change, Act act, Actor by, @Nullable String paper) {
        var originals = act.list("original");
        if (!originals.isEmpty()) {
            var parcel =
                    new OriginalMoves.Parcel(act.text("carrier"), act.optional("trackingNumber"), change.office, null);
            new OriginalMoves(item, by).send(change, originals, parcel);
        }
        submitted(change);
        return new CaseEvent.HandedOver(change.office, act.list("checked"), act.list("defects"), originals, paper);
    }

    CaseEvent askSupplement(CaseChange change, Act act, String paper) {
        var defects = act.list("defects");
        var outside = defects.stream().filter(d -> !change.askedFor.contains(d)).toList();
        if (change.supplementsAsked > 0 && !outside.isEmpty()) {
            throw RefusedMove.rule("told-once", "补正内容应当一次告知；再次告知只能针对上次补来的材料（L-06）。", "请去掉上次没有告知过的内容，或者直接受理。");
        }
        var until = ledger.naturalDays(Time.dateOf(change.at), act.number("days"));
        change.state = CaseState.SUPPLEMENTING;
        change.supplementsAsked++;
        change.askedFor = defects;
        change.everyLeg(l -> l.in(CaseState.SUPPLEMENTING));
        // who has to sign or to come may do so meanwhile
        change.end(t -> t.step() < 0, StepState.CANCELLED);
        change.disarm(a -> a.kind() == Alarm.Kind.SILENCE);
        int no = awaitApplicant(change, "等待申请人补正", change.office, until);
        change.arm(Alarm.Kind.SUPPLEMENT, no, Time.endOf(until));
        return new CaseEvent.SupplementAsked(defects, until, paper);
    }

    /** The answers and materials are on paper already; here the case goes on (L-07). */
    void supplemented(CaseChange change) {
        change.end(t -> t.kind() == TaskKind.SUPPLEMENT, StepState.DONE);
        if (change.state == CaseState.RECEIVED) {
            openFormCheck(change, "核对改好的材料，转交业务属地");
            return;
        }
        change.disarm(a -> a.kind() == Alarm.Kind.SUPPLEMENT);
        submitted(change);
    }

    CaseEvent lapseSupplement(CaseChange change) {
        change.end(t -> t.kind() == TaskKind.SUPPLEMENT, StepState.LAPSED);
        change.disarm(a -> a.kind() == Alarm.Kind.SUPPLEMENT);
        change.state = CaseState.SUBMITTED;
        change.everyLeg(l -> l.in(CaseState.SUBMITTED));
        openTask(change, TaskKind.ACCEPTANCE, "补正期限已过，决定受理、不予受理或提请终止", change.office, null);
        return new CaseEvent.SupplementLapsed();
    }

    /** By silence the acceptance counts from the day the materials were received (L-04); nobody can put it off or date it back. */
    CaseEvent accept(CaseChange change, Actor by, @Nullable String paper) {
        boolean deemed = by.role() == Role.CLOCK && item.deemedAcceptance();
        LocalDate on = deemed && change.submittedAt != null ? Time.dateOf(change.submittedAt) : Time.dateOf(change.at);
        change.state = CaseState.ACCEPTED;
        change.acceptedOn = on;
        change.end(t -> t.kind() == TaskKind.ACCEPTANCE, StepState.DONE);
        change.end(t -> true, StepState.CANCELLED);
        change.disarm(a -> a.kind() == Alarm.Kind.SILENCE);
        // a termination that was proposed and not yet decided is settled by accepting
        change.everyLeg(l -> l.proposed(null, null).in(CaseState.ACCEPTED));
        decision.beginAll(change, "受理");
        return new CaseEvent.Accepted(on, deemed, paper);
    }

    /** The same limits by the calendar as it is known now (L-54); what was stopped or extended stays so. */
    CaseEvent recount(CaseChange change) {
        change.dueProvisional = false;
        if (change.state == CaseState.SUBMITTED && change.submittedAt != null) {
            var due = ledger.due(Time.dateOf(change.submittedAt), ACCEPTANCE_WORKING_DAYS);
            change.dueProvisional = due.provisional();
            change.tasks.replaceAll(t ->
                    t.kind() == TaskKind.ACCEPTANCE && t.state().open() && t.dueOn() != null ? t.due(due.on()) : t);
            if (change.alarms.stream().anyMatch(a -> a.armed() && a.kind() == Alarm.Kind.SILENCE)) {
                change.disarm(a -> a.kind() == Alarm.Kind.SILENCE);
                change.arm(Alarm.Kind.SILENCE, 0, due.endsAt());
            }
        }
        change.legs.stream()
                .filter(l -> l.state() == CaseState.ACCEPTED)
                .map(Leg::no)
                .toList()
                .forEach(no -> decision.computeDue(change, no));
        return new CaseEvent.DueRecounted();
    }

    CaseEvent decline(CaseChange change, Act act, @Nullable String paper) {
        if (act.text("ground").equals(MoveForms.NOT_COMPETENT)
                && act.text("rightOrgan").isEmpty()) {
            throw RefusedMove.rule("right-organ", "不属于本机关职权的，应当告知向哪个机关申请（L-08）。", "请填写有权机关，或者用“转到有权机关”。");
        }
        decision.endAll(change, Outcome.DECLINED);
        return new CaseEvent.Declined(act.text("ground"), act.optional("rightOrgan"), paper);
    }

    CaseEvent reroute(CaseChange change, Act act, String paper) {
        var from = change.office;
        var to = act.text("office");
        change.office = to;
        change.offices.replaceAll((role, office) -> office.equals(from) ? to : office);
        change.everyLeg(l -> l.office().equals(from) ? l.at(to) : l);
        change.end(t -> true, StepState.CANCELLED);
        submitted(change);
        return new CaseEvent.Rerouted(from, to, paper);
    }

    private static void openTask(
            CaseChange change, TaskKind kind, String title, String office, @Nullable LocalDate dueOn) {
        change.open(new Task(
                change.nextTask(), 1, -1, kind, title, office, null, StepState.OPEN, change.at, dueOn, null, null));
    }

    private static int awaitApplicant(CaseChange change, String title, String office, @Nullable LocalDate until) {
        int no = change.nextTask();
        var endsAt = until == null ? null : Time.endOf(until);
        change.open(new Task(
                no,
                1,
                -1,
                TaskKind.SUPPLEMENT,
                title,
                office,
                null,
                StepState.WAITING,
                change.at,
                until,
                endsAt,
                null));
        return no;
    }
}
