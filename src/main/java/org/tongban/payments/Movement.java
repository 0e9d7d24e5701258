package org.tongban.payments;

import java.time.Instant;

/**
 * 记账: money that went from one account to another. What one loses the other has, so that nothing appears and nothing vanishes.
 *
 * @param debit account that it came from
 * @param credit account that it went to
 * @param reference of the channel
 */
public record Movement(Kind kind, String debit, String credit, long fen, String reference, Instant at) {

    /** 记账种类. */
    public enum Kind {
        PAYMENT("缴费"),
        REFUND("退费");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static final String PAYER = "缴费人";

    static Movement payment(FeeOrder order, String reference, Instant at) {
        return new Movement(Kind.PAYMENT, PAYER, order.office(), order.payableFen(), reference, at);
    }

    static Movement refund(FeeOrder order, String reference, Instant at) {
        return new Movement(Kind.REFUND, order.office(), PAYER, order.payableFen(), reference, at);
    }
}
