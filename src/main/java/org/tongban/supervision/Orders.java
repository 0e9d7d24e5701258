package org.tongban.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.Time;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.files.Files;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;
import org.tongban.places.Offices;
import org.tongban.supervision.SupervisionOrder.Event;
import org.tongban.supervision.SupervisionOrder.Proof;
import org.tongban.supervision.SupervisionOrder.State;
import org.tongban.supervision.SupervisionOrder.Step;

/**
 * 督办: orders from opening to closing. The coordination office opens, sends back, extends and closes; the office asked answers with proof or
 * asks for more time with reasons.
 */
@Component
public class Orders {
    private static final int LONGEST = 2000;
    private static final int LONGEST_TITLE = 100;

    /** 拟发督办: what is to be asked of whom. */
    public record Draft(
            String office,
            @Nullable String itemId,
            @Nullable Long casefileId,
            @Nullable Integer inquiry,
            String title,
            String text,
            @Nullable LocalDate dueOn) {}

    /**
     * 督办办理: one step of an order.
     *
     * @param revision that was on the page
     * @param until for an extension, asked for or given
     */
    public record Turn(
            Step step, int revision, String text, @Nullable LocalDate until, List<Proof> files) {}

    /** 督办内容: an order with all that happened to it, oldest first. */
    public record Opened(SupervisionOrder order, List<Event> events) {}

    private final OrderStore store;
    private final Offices offices;
    private final Files files;
    private final Bulletins bulletins;
    private final Time time;

    Orders(OrderStore store, Offices offices, Files files, Bulletins bulletins, Time time) {
        this.store = store;
        this.offices = offices;
        this.files = files;
        this.bulletins = bulletins;
        this.time = time;
    }

    /** The open ones, due first; or the closed ones, last closed first. */
    @Transactional(readOnly = true)
    public List<SupervisionOrder> list(
            boolean open, @Nullable String office, @Nullable SupervisionOrder after, int limit) {
        return open ? store.open(office, after, limit) : store.closed(office, after, limit);
    }

    /** For the coordination office, and for the office that must answer; empty for all others. */
    @Transactional(readOnly = true)
    public Optional<Opened> find(long id, Actor by) {
        return store.find(id)
                .filter(order -> by.role() == Role.SUPERVISOR || by.worksAt(order.office()))
                .map(order -> new Opened(order, store.events(id)));
    }

    /** Orders about a service, latest first. */
    @Transactional(readOnly = true)
    public List<SupervisionOrder> about(String itemId, int limit) {
        return store.about(itemId, limit);
    }

    /** Opens an order by hand. */
    @Transactional
    public SupervisionOrder open(Draft draft, Actor by) {
        if (by.role() != Role.SUPERVISOR) {
            throw LaunchPlan.refused("not-yours", "督办单只能由省协调办发出。", "请换用督查员岗位登录。");
        }
        check(draft);
        var order = store.open(draft, null, by, time.now());
        bulletins.opened(order);
        return order;
    }

    private void check(Draft draft) {
        var problems = new ArrayList<Refusal.Fields.Problem>();
        if (offices.byCode(draft.office()).isEmpty() || offices.isClosed(draft.office())) {
            problems.add(new Refusal.Fields.Problem("office", "没有这个机构，或者已经撤销"));
        }
        if (draft.title().isBlank() || draft.title().length() > LONGEST_TITLE) {
            problems.add(new Refusal.Fields.Problem("title", "请写明督办什么，最多 " + LONGEST_TITLE + " 个字"));
        }
        if (draft.text().isBlank() || draft.text().length() > LONGEST) {
            problems.add(new Refusal.Fields.Problem("text", "请写明要求办到什么程度，最多 " + LONGEST + " 个字"));
        }
        if (draft.dueOn() == null || draft.dueOn().isBefore(time.today())) {
            problems.add(new Refusal.Fields.Problem("dueOn", "请写明答复的最后一天，不能早于今天"));
        }
        refuse(problems);
    }

    /** Makes one step. */
    @Transactional
    public void act(long id, Turn turn, Actor by) {
        var order = store.lock(id)
                .filter(o -> by.role() == Role.SUPERVISOR || by.worksAt(o.office()))
                .orElseThrow(() -> LaunchPlan.refused("no-such-order", "没有这张督办单。", "请从督办列表进入。"));
        if (order.revision() != turn.revision()) {
            throw LaunchPlan.refused("changed-meanwhile", "您打开之后，这张督办单已经有新的进展。", "您填写的内容还在，请看过进展后再提交。");
        }
        if (!possible(order, by).contains(turn.step())) {
            throw LaunchPlan.refused(
                    "not-possible-now",
                    "督办单目前是“" + order.state().label() + "”，不能" + turn.step().label() + "。",
                    "请刷新页面，从现在可以办的步骤中选择。");
        }
        check(order, turn);
        files.bind(turn.files().stream().map(Proof::id).toList(), by.id(), binding(id));
        store.append(order, turn, by, time.now());
        bulletins.moved(order, turn.step(), by);
    }

    /** What this person can do with the order now. */
    public Set<Step> possible(SupervisionOrder order, Actor by) {
        if (by.role() == Role.SUPERVISOR) {
            return switch (order.state()) {
                case OPEN -> Set.of(Step.CLOSED);
                case EXTENSION_ASKED -> Set.of(Step.EXTENDED, Step.NOT_EXTENDED, Step.CLOSED);
                case ANSWERED -> Set.of(Step.CLOSED, Step.SENT_BACK);
                case CLOSED -> Set.of();
            };
        }
        return by.worksAt(order.office()) && order.state() == State.OPEN
                ? Set.of(Step.ANSWERED, Step.EXTENSION_ASKED)
                : Set.of();
    }

    private void check(SupervisionOrder order, Turn turn) {
        var problems = new ArrayList<Refusal.Fields.Problem>();
        if (turn.text().isBlank() || turn.text().length() > LONGEST) {
            problems.add(new Refusal.Fields.Problem("text", words(turn.step()) + "，最多 " + LONGEST + " 个字"));
        }
        boolean until = turn.step() == Step.EXTENSION_ASKED || turn.step() == Step.EXTENDED;
        if (until && (turn.until() == null || !turn.until().isAfter(order.dueOn()))) {
            problems.add(new Refusal.Fields.Problem("until", "请写明延到哪一天，要晚于现在的期限"));
        }
        refuse(problems);
    }

    private static String words(Step step) {
        return switch (step) {
            case OPENED, ANSWERED -> "请写明办理情况";
            case SENT_BACK -> "请写明还要办什么";
            case EXTENSION_ASKED, EXTENDED, NOT_EXTENDED -> "请写明理由";
            case CLOSED -> "请写明核实的结果";
        };
    }

    private static void refuse(List<Refusal.Fields.Problem> problems) {
        if (!problems.isEmpty()) {
            throw new RefusedMove(new Refusal.Fields(List.copyOf(problems)));
        }
    }

    /** The content of a file that proves something, for those who see the order. */
    public Optional<byte[]> proof(long id, UUID file, Actor by) {
        return find(id, by)
                .filter(opened -> opened.events().stream()
                        .flatMap(event -> event.files().stream())
                        .anyMatch(proof -> proof.id().equals(file)))
                .flatMap(_ -> files.read(file, binding(id)));
    }

    /** Files are bound to a case; an order's to its own number below zero, which no case has. */
    private static long binding(long orderId) {
        return -orderId;
    }
}
