package org.tongban.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Item;
import org.tongban.identity.Actor;

/**
 * 原件流转规则: where each paper original is, and who may do what with it (M-07, M-08). Only who holds one sends or returns it, and only
 * those it was sent to sign for it, so that the trail has no gap.
 */
final class OriginalMoves {
    /** Holder of what stays with the office's archive by law, as a licence that is handed in. */
    static final String ARCHIVE = "档案";

    /** Delivered by hand: there is no tracking number. */
    static final String BY_HAND = "专人递送";

    /** 流转动作. */
    enum Step {
        RECEIVED("收到"),
        SENT("寄出"),
        SIGNED("签收"),
        RETURNED("归还申请人"),
        SEEN("登记不留存"),
        KEPT("收存归档");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        static Step of(String label) {
            for (var step : values()) {
                if (step.label.equals(label)) {
                    return step;
                }
            }
            throw new IllegalArgumentException(label);
        }
    }

    /**
     * 一次流转.
     *
     * @param to office code or 申请人, for what is sent
     */
    record Parcel(
            String carrier,
            @Nullable String trackingNumber,
            String to,
            @Nullable LocalDate dueBackOn) {}

    private final Item item;
    private final Actor by;

    OriginalMoves(Item item, Actor by) {
        this.item = item;
        this.by = by;
    }

    static List<String> steps() {
        return List.of(Step.values()).stream().map(Step::label).toList();
    }

    /** Where an original can be sent in this case: office code or 申请人 → what it is there. */
    static Map<String, String> destinations(Casefile file) {
        var places = new LinkedHashMap<String, String>();
        if (file.receivedBy() != null) {
            places.put(file.receivedBy(), "收件窗口");
        }
        places.putIfAbsent(file.office(), "业务属地");
        file.legs().forEach(l -> places.putIfAbsent(l.office(), l.name()));
        places.put(MoveForms.APPLICANT, MoveForms.APPLICANT);
        return places;
    }

    CaseEvent make(CaseChange change, Act act, @Nullable String paper) {
        var step = Step.of(act.text("act"));
        var keys = act.list("original");
        var dueBackOn = act.optional("dueBackOn");
        var parcel = new Parcel(
                act.text("carrier"),
                act.optional("trackingNumber"),
                act.text("to"),
                dueBackOn == null ? null : LocalDate.parse(dueBackOn));
        if (step == Step.SENT) {
            requireComplete(parcel);
        }
        String holder = "";
        for (var key : keys) {
            holder = move(change, key, step, parcel);
        }
        return new CaseEvent.OriginalMoved(keys, step.label(), holder, paper);
    }

    /** Sends originals on together with the case, in the hand-over's own transaction. */
    void send(CaseChange change, List<String> keys, Parcel parcel) {
        requireComplete(parcel);
        keys.forEach(key -> move(change, key, Step.SENT, parcel));
    }

    private String move(CaseChange change, String key, Step step, Parcel parcel) {
        var before = change.originals.stream()
                .filter(o -> o.key().equals(key))
                .findFirst()
                .orElseGet(() -> unseen(key, change));
        requireAllowed(before, step);
        var office = Objects.requireNonNull(by.office());
        boolean sent = step == Step.SENT;
        var holder =
                switch (step) {
                    case RECEIVED -> office;
                    case SENT -> parcel.carrier();
                    case SIGNED -> Objects.requireNonNull(before.to());
                    case RETURNED, SEEN -> MoveForms.APPLICANT;
                    case KEPT -> ARCHIVE;
                };
        var after = new Casefile.Original(
                key,
                before.name(),
                holder,
                step.label(),
                sent ? office : null,
                sent ? parcel.to() : null,
                sent ? parcel.trackingNumber() : null,
                dueBack(before, holder, parcel),
                change.at);
        change.originals.removeIf(o -> o.key().equals(key));
        change.originals.add(after);
        change.end(
                t -> t.kind() == TaskKind.CUSTODY && t.title().equals(returnTitle(after)) && settled(after),
                StepState.DONE);
        return holder;
    }

    private Casefile.Original unseen(String key, CaseChange change) {
        var name = item.material(key)
                .orElseThrow(() -> RefusedMove.rule("no-such-material", "没有名为“" + key + "”的材料。", "请从材料清单中选择。"))
                .name();
        return new Casefile.Original(key, name, MoveForms.APPLICANT, "", null, null, null, null, change.at);
    }

    private static @Nullable LocalDate dueBack(Casefile.Original before, String holder, Parcel parcel) {
        if (holder.equals(MoveForms.APPLICANT) || holder.equals(ARCHIVE)) {
            return null;
        }
        return parcel.dueBackOn() == null ? before.dueBackOn() : parcel.dueBackOn();
    }

    private void requireAllowed(Casefile.Original before, Step step) {
        boolean held = by.worksAt(before.holder());
        var problem =
                switch (step) {
                    case RECEIVED, SEEN ->
                        before.holder().equals(MoveForms.APPLICANT) ? null : "“" + before.name() + "”已经在保管或者寄送途中。";
                    case SENT, RETURNED, KEPT -> held ? null : "“" + before.name() + "”不在本机构保管。";
                    case SIGNED -> signable(before) ? null : "“" + before.name() + "”没有寄到本机构的件等待签收。";
                };
        if (problem != null) {
            throw RefusedMove.rule("original-elsewhere", problem, "请核对原件流转记录，从实际保管原件的机构登记。");
        }
    }

    /** Signed for by those it was sent to; for the applicant, by the office that sent it and has the carrier's word. */
    private boolean signable(Casefile.Original before) {
        return before.to() != null
                && (by.worksAt(before.to()) || (before.to().equals(MoveForms.APPLICANT) && by.worksAt(before.from())));
    }

    private void requireComplete(Parcel parcel) {
        var problems = new ArrayList<Refusal.Fields.Problem>();
        if (parcel.carrier().isEmpty()) {
            problems.add(new Refusal.Fields.Problem("carrier", "请填写承运人；专人送的填“" + BY_HAND + "”"));
        }
        if (parcel.trackingNumber() == null && !parcel.carrier().equals(BY_HAND)) {
            problems.add(new Refusal.Fields.Problem("trackingNumber", "请填写运单号"));
        }
        if (parcel.to().isEmpty() || by.worksAt(parcel.to())) {
            problems.add(new Refusal.Fields.Problem("to", "请选择寄往哪里"));
        }
        if (!problems.isEmpty()) {
            throw new RefusedMove(new Refusal.Fields(problems));
        }
    }

    /** What a case that ends still has to give back, each a task of who holds it (L-41). */
    static void openReturns(CaseChange change) {
        for (var original : change.originals) {
            if (!settled(original) && change.tasks.stream().noneMatch(t -> returns(t, original))) {
                change.open(new Task(
                        change.nextTask(),
                        1,
                        -1,
                        TaskKind.CUSTODY,
                        returnTitle(original),
                        responsible(change, original),
                        null,
                        StepState.OPEN,
                        change.at,
                        original.dueBackOn(),
                        null,
                        null));
            }
        }
    }

    private static boolean returns(Task task, Casefile.Original original) {
        return task.state().open() && task.title().equals(returnTitle(original));
    }

    private static String returnTitle(Casefile.Original original) {
        return "归还原件：" + original.name();
    }

    private static boolean settled(Casefile.Original original) {
        return original.holder().equals(MoveForms.APPLICANT)
                || original.holder().equals(ARCHIVE);
    }

    /** Under way it is on the way to somebody: they, or the sender where that is the applicant. */
    private static String responsible(CaseChange change, Casefile.Original original) {
        var underWay = Optional.ofNullable(MoveForms.APPLICANT.equals(original.to()) ? original.from() : original.to());
        var known = destinations(change.before()).keySet();
        return underWay.or(() -> Optional.of(original.holder()))
                .filter(known::contains)
                .orElse(change.leg(1).office());
    }
}
