package org.tongban.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.Act;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.casework.Move;
import org.tongban.casework.Outbox;
import org.tongban.casework.Outcome;
import org.tongban.casework.RefusedMove;
import org.tongban.casework.StepState;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;

/** A notary charges, reduces, is paid and gives back; an order that nobody pays ends the case where its service says so. */
@TongbanTest
@Import(Given.class)
class PaymentsTest {
    private static final String NOTARISATION = "2020-01";
    private static final String DRUG = "2020-53";
    private static final FeeOrder.Line FEE = new FeeOrder.Line("公证服务费", "江苏省公证服务收费标准", 1, 8000);
    private static final FeeOrder.Line COPIES = new FeeOrder.Line("副本费", "江苏省公证服务收费标准", 2, 2000);

    @Autowired
    Payments payments;

    @Autowired
    PaidSteps steps;

    @Autowired
    Refunds refunds;

    @Autowired
    Arrears arrears;

    @Autowired
    Casework casework;

    @Autowired
    Casebook casebook;

    @Autowired
    Outbox outbox;

    @Autowired
    Given given;

    @Autowired
    SettableTime time;

    @BeforeEach
    void monday_morning() {
        time.set(TestNode.START);
    }

    @Test
    void what_was_ordered_is_paid_once_however_often_the_channel_says_so() throws Exception {
        var file = given.accepted(NOTARISATION);
        var order = payments.open(file.casefileId(), pay(file).no(), List.of(FEE, COPIES), Given.officer(file));
        assertThat(order.payableFen()).isEqualTo(12000);
        assertThat(order.dueOn()).as("seven natural days").isEqualTo(TestNode.START.plusDays(7));
        assertThat(code(() -> payments.open(file.casefileId(), pay(file).no(), List.of(FEE), Given.officer(file))))
                .isEqualTo("ordered-already");

        var address = payments.address(file.casefileId(), pay(file).no(), given.applicant(NOTARISATION));
        var reference = address.substring(address.lastIndexOf('/') + 1);
        assertThatThrownBy(() -> payments.paid(reference, 11999)).hasMessageContaining("应缴 12000 分");
        Callable<FeeOrder> told = () -> payments.paid(reference, 12000);
        try (var channel = Executors.newFixedThreadPool(4)) {
            for (var answer : channel.invokeAll(List.of(told, told, told, told))) {
                assertThat(answer.get().state()).isIn(FeeOrder.State.PAID, FeeOrder.State.OPEN);
            }
        }

        var after = now(file);
        assertThat(payments.of(after)).extracting(FeeOrder::state).containsExactly(FeeOrder.State.PAID);
        assertThat(payments.movements(after)).extracting(Movement::fen).containsExactly(12000L);
        assertThat(after.task(pay(file).no()).orElseThrow().state()).isEqualTo(StepState.DONE);
        assertThat(after.openTasks())
                .as("the check by the cooperating department comes next")
                .isNotEmpty();
    }

    @Test
    void a_reduction_needs_a_ground_and_an_exemption_ends_the_step_without_money() {
        var file = given.accepted(NOTARISATION);
        int task = pay(file).no();
        payments.open(file.casefileId(), task, List.of(FEE), Given.officer(file));
        assertThat(code(() -> payments.reduce(file.casefileId(), task, 100, "想少收点", Given.officer(file))))
                .isEqualTo("ground");
        assertThat(code(() -> payments.reduce(file.casefileId(), task, 8001, "确有困难", Given.officer(file))))
                .isEqualTo("too-much");
        assertThat(code(() -> payments.reduce(file.casefileId(), task, 100, "确有困难", given.applicant(NOTARISATION))))
                .isEqualTo("not-yours");
        assertThat(payments.reduce(file.casefileId(), task, 3000, "确有困难", Given.officer(file))
                        .payableFen())
                .isEqualTo(5000);

        var waived = payments.reduce(file.casefileId(), task, 8000, "符合法律援助条件", Given.officer(file));

        assertThat(waived.state()).isEqualTo(FeeOrder.State.WAIVED);
        assertThat(payments.movements(file)).isEmpty();
        assertThat(now(file).task(task).orElseThrow().state()).isEqualTo(StepState.DONE);
    }

    @Test
    @DisplayName("L-41 who withdraws after paying gets the money back, once")
    void withdrawal_gives_the_money_back() {
        var file = paid(given.accepted(NOTARISATION));
        casework.act(file.casefileId(), file.revision(), Act.of(Move.WITHDRAW), given.applicant(NOTARISATION));
        outbox.run();
        assertThat(payments.of(file)).extracting(FeeOrder::state).containsExactly(FeeOrder.State.REFUNDING);

        refunds.run();
        refunds.run();

        assertThat(payments.of(file)).extracting(FeeOrder::state).containsExactly(FeeOrder.State.REFUNDED);
        assertThat(balance(file))
                .as("nobody has gained or lost")
                .containsOnly(Map.entry("缴费人", 0L), Map.entry(pay(file).office(), 0L));
    }

    @Test
    void money_that_comes_after_the_case_is_over_goes_back() {
        var file = given.accepted(NOTARISATION);
        int task = pay(file).no();
        var order = payments.open(file.casefileId(), task, List.of(FEE), Given.officer(file));
        casework.act(file.casefileId(), file.revision(), Act.of(Move.WITHDRAW), given.applicant(NOTARISATION));
        outbox.run();
        assertThat(payments.of(file)).extracting(FeeOrder::state).containsExactly(FeeOrder.State.CANCELLED);

        payments.paid(Reference.of(order).toString(), order.payableFen());
        refunds.run();

        assertThat(payments.of(file)).extracting(FeeOrder::state).containsExactly(FeeOrder.State.REFUNDED);
        assertThat(balance(file).values()).containsOnly(0L);
    }

    @Test
    @DisplayName("L-42 an order that is not paid in time ends the case where the file says so, in writing")
    void arrears_end_the_case_of_a_service_that_says_so_and_no_other() {
        var drug = given.accepted(DRUG);
        var deed = given.accepted(NOTARISATION);
        payments.open(
                drug.casefileId(),
                pay(drug).no(),
                List.of(new FeeOrder.Line("国产药品再注册费", "省级标准", 1, 2_430_000)),
                Given.officer(drug));
        payments.open(deed.casefileId(), pay(deed).no(), List.of(FEE), Given.officer(deed));

        time.set(TestNode.START.plusDays(15));
        arrears.run();
        assertThat(now(drug).outcome()).as("the last day is a day to pay").isNull();
        assertThat(payments.of(deed)).extracting(FeeOrder::state).containsExactly(FeeOrder.State.LAPSED);

        time.set(TestNode.START.plusDays(16));
        arrears.run();
        assertThat(now(drug).outcome()).isEqualTo(Outcome.TERMINATED);
        assertThat(payments.of(drug)).extracting(FeeOrder::state).containsExactly(FeeOrder.State.LAPSED);
        assertThat(casebook.open(drug.casefileId(), Given.officer(drug))
                        .lines()
                        .getLast()
                        .words())
                .extractingByKey("text")
                .asString()
                .contains("应缴 24300.00 元", "最后缴费日 2026-03-17");
        assertThat(now(deed).outcome()).as("a notary only reminds").isNull();
        assertThat(payments.open(deed.casefileId(), pay(deed).no(), List.of(FEE), Given.officer(deed))
                        .no())
                .as("and can order again")
                .isEqualTo(2);
    }

    @Test
    void a_step_that_the_office_ends_by_hand_leaves_no_order_to_pay() {
        var file = given.accepted(NOTARISATION);
        int task = pay(file).no();
        payments.open(file.casefileId(), task, List.of(FEE), Given.officer(file));
        var done = new Act(Move.FINISH_STEP, task, Map.of("result", "完成", "text", "收费系统已收"));
        casework.act(file.casefileId(), file.revision(), done, Given.officer(file));
        outbox.run();
        assertThat(payments.of(file)).extracting(FeeOrder::state).containsExactly(FeeOrder.State.CANCELLED);
    }

    @Test
    void what_is_paid_at_the_counter_is_recorded_with_its_receipt() {
        var file = given.accepted(NOTARISATION);
        int task = pay(file).no();
        assertThat(code(() -> payments.paidAtCounter(file.casefileId(), task, "NJ-0001", Given.officer(file))))
                .isEqualTo("no-order");
        payments.open(file.casefileId(), task, List.of(FEE), Given.officer(file));
        assertThat(code(() -> payments.paidAtCounter(file.casefileId(), task, " ", Given.officer(file))))
                .isEqualTo("receipt");
        var order = payments.paidAtCounter(file.casefileId(), task, "NJ-0001", Given.officer(file));
        assertThat(order.receipt()).isEqualTo("NJ-0001");
        assertThat(now(file).task(task).orElseThrow().state()).isEqualTo(StepState.DONE);
    }

    private Casefile paid(Casefile file) {
        var order = payments.open(file.casefileId(), pay(file).no(), List.of(FEE), Given.officer(file));
        payments.paid(Reference.of(order).toString(), order.payableFen());
        return now(file);
    }

    private Map<String, Long> balance(Casefile file) {
        var balance = new HashMap<String, Long>();
        for (var movement : payments.movements(file)) {
            balance.merge(movement.debit(), -movement.fen(), Long::sum);
            balance.merge(movement.credit(), movement.fen(), Long::sum);
        }
        return balance;
    }

    private Casefile now(Casefile file) {
        return casework.find(file.casefileId(), Given.officer(file)).orElseThrow();
    }

    private static Task pay(Casefile file) {
        return file.tasks().stream()
                .filter(t -> t.kind() == TaskKind.PAY)
                .findFirst()
                .orElseThrow();
    }

    private static String code(ThrowingCallable attempt) {
        return catchThrowableOfType(RefusedMove.class, attempt).refusal().code();
    }
}
