package org.tongban.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.RefusedMove;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.payments.FeeOrder;
import org.tongban.payments.Payments;
import org.tongban.payments.Yuan;

/**
 * 缴费接口: the fee orders of a case: opened, reduced and cancelled by the office that charges, paid by whom the case concerns. The same
 * request sent again changes nothing: nobody is charged twice.
 */
@RestController
@RequestMapping("/api/v1/cases/{number}/fees")
@Door.Only({Role.PLATFORM, Role.OFFICE_SYSTEM})
class FeesApi {
    private final Payments payments;
    private final Casework casework;
    private final Casebook casebook;

    FeesApi(Payments payments, Casework casework, Casebook casebook) {
        this.payments = payments;
        this.casework = casework;
        this.casebook = casebook;
    }

    /** 收费明细（接口）: {@code yuan} as 80.00, for each of {@code count}. */
    record LineMessage(
            @Nullable String name,
            @Nullable String basis,
            @Nullable Integer count,
            @Nullable String yuan) {}

    /**
     * 缴费单（接口）.
     *
     * @param payable what is to be paid, in yuan
     * @param receipt null before it is paid
     */
    record FeeMessage(
            int task,
            int no,
            String office,
            List<LineMessage> lines,
            String charged,
            String reduced,
            @Nullable String ground,
            String payable,
            LocalDate dueOn,
            String state,
            String stateLabel,
            @Nullable String reference,
            @Nullable String receipt,
            @Nullable Instant paidAt) {
        static FeeMessage of(FeeOrder order) {
            return new FeeMessage(
                    order.task(),
                    order.no(),
                    order.office(),
                    order.lines().stream()
                            .map(l -> new LineMessage(l.name(), l.basis(), l.count(), Yuan.of(l.fen())))
                            .toList(),
                    Yuan.of(order.chargedFen()),
                    Yuan.of(order.reducedFen()),
                    order.ground(),
                    Yuan.of(order.payableFen()),
                    order.dueOn(),
                    order.state().name(),
                    order.state().label(),
                    order.reference(),
                    order.receipt(),
                    order.paidAt());
        }
    }

    /** @param lines what is charged for, of the service's own charges */
    record Charge(@Nullable List<LineMessage> lines) {}

    /** @param yuan how much less is asked */
    record Reduction(@Nullable String yuan, @Nullable String ground) {}

    /** @param receipt number of the receipt that the payer was given */
    record Paid(@Nullable String receipt) {}

    /** 缴费地址（接口）: where the payer goes. */
    record PaymentMessage(String address, FeeMessage order) {}

    /** Every order of the case, cancelled and refunded ones too. */
    @GetMapping
    List<FeeMessage> orders(@PathVariable String number, Actor by) {
        return payments.of(whole(number, by)).stream().map(FeeMessage::of).toList();
    }

    /** Opens the order of a task. */
    @PostMapping("/{task}")
    @Door.Only(Role.OFFICE_SYSTEM)
    FeeMessage open(@PathVariable String number, @PathVariable int task, @RequestBody Charge charge, Actor by) {
        var file = whole(number, by);
        var lines = Objects.requireNonNullElse(charge.lines(), List.<LineMessage>of()).stream()
                .map(line -> line(file, line))
                .toList();
        return once(
                file,
                task,
                order -> order.state() == FeeOrder.State.OPEN && order.lines().equals(lines),
                () -> payments.open(file.casefileId(), task, lines, by));
    }

    /** The basis is the service's own, where it charges for this. */
    private FeeOrder.Line line(Casefile file, LineMessage line) {
        var name = Objects.requireNonNullElse(line.name(), "");
        var basis = payments.charges(file).lines().stream()
                .filter(known -> known.name().equals(name))
                .map(known -> known.basis())
                .findFirst()
                .orElseThrow(() -> new BadRequest("lines.name", "本事项没有“" + name + "”这个收费项目"));
        long fen = Yuan.fen(Objects.requireNonNullElse(line.yuan(), ""))
                .orElseThrow(() -> new BadRequest("lines.yuan", "金额写数字，例如 80 或 80.50"));
        return new FeeOrder.Line(name, basis, Objects.requireNonNullElse(line.count(), 1), fen);
    }

    /** Asks for less, or for nothing; then the step is done. */
    @PostMapping("/{task}/reduce")
    @Door.Only(Role.OFFICE_SYSTEM)
    FeeMessage reduce(@PathVariable String number, @PathVariable int task, @RequestBody Reduction less, Actor by) {
        var file = whole(number, by);
        long fen = Yuan.fen(Objects.requireNonNullElse(less.yuan(), ""))
                .orElseThrow(() -> new BadRequest("yuan", "减免的金额写数字，例如 80 或 80.50"));
        var ground = Objects.requireNonNullElse(less.ground(), "");
        return once(
                file,
                task,
                order -> order.reducedFen() == fen && ground.equals(order.ground()),
                () -> payments.reduce(file.casefileId(), task, fen, ground, by));
    }

    /** Takes the order back before it is paid. */
    @PostMapping("/{task}/cancel")
    @Door.Only(Role.OFFICE_SYSTEM)
    FeeMessage cancel(@PathVariable String number, @PathVariable int task, Actor by) {
        var file = whole(number, by);
        return once(file, task, order -> order.state() == FeeOrder.State.CANCELLED, () -> {
            payments.cancel(file.casefileId(), task, by);
            return last(file, task).orElseThrow();
        });
    }

    /** Paid at the counter, by card or cash. */
    @PostMapping("/{task}/paid")
    @Door.Only(Role.OFFICE_SYSTEM)
    FeeMessage paid(@PathVariable String number, @PathVariable int task, @RequestBody Paid paid, Actor by) {
        var file = whole(number, by);
        var receipt = Objects.requireNonNullElse(paid.receipt(), "").strip();
        return once(
                file,
                task,
                order -> order.state() == FeeOrder.State.PAID && receipt.equals(order.receipt()),
                () -> payments.paidAtCounter(file.casefileId(), task, receipt, by));
    }

    /** Where to pay. Asked again, it is the same payment. */
    @PostMapping("/{task}/payment")
    PaymentMessage pay(@PathVariable String number, @PathVariable int task, Actor by) {
        var file = whole(number, by);
        var address = payments.address(file.casefileId(), task, by);
        return new PaymentMessage(address, FeeMessage.of(last(file, task).orElseThrow()));
    }

    /** What is so already is answered as it is, also where the same request came twice at once. */
    private FeeMessage once(Casefile file, int task, Predicate<FeeOrder> done, Supplier<FeeOrder> make) {
        var standing = last(file, task).filter(done);
        if (standing.isPresent()) {
            return FeeMessage.of(standing.get());
        }
        try {
            return FeeMessage.of(make.get());
        } catch (RefusedMove e) {
            return last(file, task).filter(done).map(FeeMessage::of).orElseThrow(() -> e);
        }
    }

    private Optional<FeeOrder> last(Casefile file, int task) {
        return payments.of(file).stream().filter(o -> o.task() == task).reduce((_, later) -> later);
    }

    private Casefile whole(String number, Actor by) {
        long id = CaseNumbers.id(number);
        return casework.find(id, by).filter(file -> casebook.whole(file, by)).orElseThrow(() -> new NoSuchCase(id));
    }
}
