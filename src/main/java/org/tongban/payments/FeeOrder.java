package org.tongban.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseNumber;

/**
 * 缴费单: what is to be paid for one step of a case. Amounts are in fen (分), a hundredth of a yuan.
 *
 * @param no first, second … order of this task; there is a second only after the first was cancelled
 * @param office that charges
 * @param reducedFen how much less is asked
 * @param ground of the reduction; null where there is none
 * @param dueOn last day to pay
 * @param reference that it is known by to the payment channel; null before anybody went to pay
 * @param receipt number of the receipt; null before it was paid
 */
public record FeeOrder(
        long casefileId,
        int task,
        int no,
        String office,
        String item,
        List<Line> lines,
        long reducedFen,
        @Nullable String ground,
        LocalDate dueOn,
        State state,
        @Nullable String reference,
        @Nullable String receipt,
        Instant openedAt,
        @Nullable Instant paidAt) {

    /** 收费明细. */
    public record Line(String name, String basis, int count, long fen) {
        public long totalFen() {
            return Math.multiplyExact(fen, count);
        }
    }

    /** 缴费状态. */
    public enum State {
        OPEN("待缴费"),
        PAID("已缴费"),
        WAIVED("免缴"),
        LAPSED("逾期未缴"),
        CANCELLED("已撤销"),
        REFUNDING("退费中"),
        REFUNDED("已退费");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    FeeOrder in(State next) {
        return now(new Standing(next, reference, receipt, paidAt));
    }

    FeeOrder sentAs(String toChannel) {
        return now(new Standing(state, toChannel, receipt, paidAt));
    }

    FeeOrder paid(String receiptNumber, Instant at) {
        return now(new Standing(State.PAID, reference, receiptNumber, at));
    }

    FeeOrder reducedBy(long fen, String why) {
        return new FeeOrder(
                casefileId,
                task,
                no,
                office,
                item,
                lines,
                fen,
                why,
                dueOn,
                state,
                reference,
                receipt,
                openedAt,
                paidAt);
    }

    /** How far it has come. */
    private record Standing(
            State state,
            @Nullable String reference,
            @Nullable String receipt,
            @Nullable Instant paidAt) {}

    private FeeOrder now(Standing is) {
        return new FeeOrder(
                casefileId,
                task,
                no,
                office,
                item,
                lines,
                reducedFen,
                ground,
                dueOn,
                is.state(),
                is.reference(),
                is.receipt(),
                openedAt,
                is.paidAt());
    }

    public long chargedFen() {
        return lines.stream().mapToLong(Line::totalFen).sum();
    }

    /** What is to be paid. */
    public long payableFen() {
        return chargedFen() - reducedFen;
    }

    public CaseNumber number() {
        return CaseNumber.of(casefileId);
    }
}
