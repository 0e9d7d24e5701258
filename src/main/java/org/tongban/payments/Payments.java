package org.tongban.payments;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Charges;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/**
 * 缴费的门: opens the order for a step of a case, reduces it with a ground, sends the payer to the channel and hears from it. Refuses by
 * {@link RefusedMove}; {@link NoSuchCase} where the case does not concern who asks.
 */
@Component
public class Payments {
    private static final Set<Role> CHARGING = EnumSet.of(Role.OFFICER, Role.OFFICE_SYSTEM);
    private static final int MOST_LINES = 20;
    private static final int MOST_OF_ONE = 999;
    private static final int LONGEST_RECEIPT = 40;

    private final FeeBook book;
    private final PaidSteps steps;
    private final PaymentChannel channel;
    private final Casework casework;
    private final Catalogue catalogue;
    private final Time time;

    Payments(FeeBook book, PaidSteps steps, PaymentChannel channel, Casework casework, Catalogue catalogue, Time time) {
        this.book = book;
        this.steps = steps;
        this.channel = channel;
        this.casework = casework;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** All orders of a case; the reader has the case already. */
    public List<FeeOrder> of(Casefile file) {
        return book.of(file.casefileId());
    }

    /** What money moved in the case, oldest first. */
    public List<Movement> movements(Casefile file) {
        return book.movements(file.casefileId());
    }

    /** What the service charges for; the reader has the case already. */
    public Charges charges(Casefile file) {
        return Objects.requireNonNull(
                catalogue.version(file.itemId(), file.itemVersion()).charges(), "a pay step has charges");
    }

    /** Whether this person may say what is to be paid: an officer of the office that charges or that handles the case. */
    public boolean charges(Casefile file, Task task, Actor by) {
        return CHARGING.contains(by.role()) && (by.worksAt(task.office()) || by.worksAt(file.office()));
    }

    /** 开具缴费单. */
    public FeeOrder open(long casefileId, int task, List<FeeOrder.Line> lines, Actor by) {
        var file = find(casefileId, by);
        var step = step(file, task);
        charging(file, step, by);
        if (lines.isEmpty() || lines.size() > MOST_LINES || lines.stream().anyMatch(Payments::wrong)) {
            throw refused("lines", "缴费单要有收费项目，份数在 1 到 " + MOST_OF_ONE + " 之间，金额要大于 0。", "请改好后再开具。");
        }
        var before = book.of(casefileId).stream().filter(o -> o.task() == task).toList();
        var order = new FeeOrder(
                casefileId,
                task,
                before.size() + 1,
                step.office(),
                file.itemId(),
                List.copyOf(lines),
                0,
                null,
                time.today().plusDays(charges(file).days()),
                FeeOrder.State.OPEN,
                null,
                null,
                time.now(),
                null);
        if (!book.open(order, by.id())) {
            throw refused("ordered-already", "这个环节已经有一张缴费单。", "要改的，请先撤销原来的，再开具。");
        }
        return order;
    }

    private static boolean wrong(FeeOrder.Line line) {
        return line.fen() <= 0
                || line.count() < 1
                || line.count() > MOST_OF_ONE
                || line.name().isBlank();
    }

    /**
     * 减免: less is asked, or nothing; then the step is done.
     *
     * @param ground one of those that the service knows
     */
    public FeeOrder reduce(long casefileId, int task, long fen, String ground, Actor by) {
        var file = find(casefileId, by);
        charging(file, step(file, task), by);
        if (!charges(file).reductions().contains(ground)) {
            throw refused("ground", "减免要有依据。", "请从这个事项的减免情形里选择。");
        }
        var order = book.change(casefileId, task, open -> {
                    if (fen <= 0 || fen > open.chargedFen()) {
                        throw refused("too-much", "减免的金额应当大于 0，不超过 " + Yuan.of(open.chargedFen()) + " 元。", "请改好后再减免。");
                    }
                    var reduced = open.reducedBy(fen, ground);
                    return reduced.payableFen() == 0 ? reduced.in(FeeOrder.State.WAIVED) : reduced;
                })
                .orElseThrow(Payments::nothingOpen);
        steps.finish(order);
        return order;
    }

    /** 撤销缴费单, before it was paid; another can be opened. */
    public void cancel(long casefileId, int task, Actor by) {
        var file = find(casefileId, by);
        charging(file, step(file, task), by);
        if (book.change(casefileId, task, open -> open.in(FeeOrder.State.CANCELLED))
                .isEmpty()) {
            throw nothingOpen();
        }
    }

    /** 去缴费: where the payer goes; whoever the case concerns may pay. */
    public String address(long casefileId, int task, Actor by) {
        var file = find(casefileId, by);
        step(file, task);
        var order = book.change(
                        casefileId, task, open -> open.sentAs(Reference.of(open).toString()))
                .orElseThrow(Payments::nothingOpen);
        return channel.address(order, Objects.requireNonNull(order.reference()));
    }

    /** 到账: the channel says that it was paid; said again, it changes nothing. The step is done with it. */
    public FeeOrder paid(String reference, long fen) {
        var order = book.paid(known(reference), fen, "R" + reference, time.now());
        steps.finish(order);
        return order;
    }

    /**
     * 登记窗口缴费: paid at the counter, by card or cash.
     *
     * @param receipt number of the receipt that the payer was given
     */
    public FeeOrder paidAtCounter(long casefileId, int task, String receipt, Actor by) {
        var file = find(casefileId, by);
        charging(file, step(file, task), by);
        var number = receipt.strip();
        if (number.isEmpty() || number.length() > LONGEST_RECEIPT) {
            throw refused("receipt", "请写票据号码，不超过 " + LONGEST_RECEIPT + " 个字。", "改好后再登记。");
        }
        var open = book.of(casefileId).stream()
                .filter(o -> o.task() == task && o.state() == FeeOrder.State.OPEN)
                .findFirst()
                .orElseThrow(Payments::nothingOpen);
        var order = book.paid(Reference.of(open), open.payableFen(), number, time.now());
        steps.finish(order);
        return order;
    }

    /** The order that the channel knows by this reference. */
    public Optional<FeeOrder> byReference(String reference) {
        return Reference.parse(reference)
                .flatMap(known -> book.of(known.casefileId()).stream()
                        .filter(o -> o.task() == known.task() && o.no() == known.no())
                        .findFirst());
    }

    public String channelName() {
        return channel.name();
    }

    private static Reference known(String reference) {
        return Reference.parse(reference).orElseThrow(() -> new IllegalArgumentException("没有缴费单 " + reference));
    }

    private Casefile find(long casefileId, Actor by) {
        return casework.find(casefileId, by).orElseThrow(() -> new NoSuchCase(casefileId));
    }

    private static Task step(Casefile file, int task) {
        return file.task(task)
                .filter(t -> t.kind() == TaskKind.PAY && t.state().open())
                .orElseThrow(() -> refused("nothing-to-pay", "现在没有要缴费的环节。", "请刷新页面，看办到了哪一步。"));
    }

    private void charging(Casefile file, Task task, Actor by) {
        if (!charges(file, task, by)) {
            throw refused("not-yours", "缴费单由收费机构的经办人开具和减免。", "请换用这样的岗位登录。");
        }
    }

    private static RefusedMove nothingOpen() {
        return refused("no-order", "没有待缴的缴费单。", "请刷新页面查看。");
    }

    static RefusedMove refused(String code, String text, String next) {
        return new RefusedMove(new Refusal.Rule(code, text, next));
    }

    /** What a step ends with when it was paid. */
    static Map<String, Object> words(FeeOrder order) {
        var text = order.state() == FeeOrder.State.WAIVED
                ? "免缴：" + order.ground()
                : "已缴 " + Yuan.of(order.payableFen()) + " 元，票据 " + order.receipt();
        return Map.of("result", "完成", "text", text);
    }
}
