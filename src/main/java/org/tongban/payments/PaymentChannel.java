package org.tongban.payments;

/**
 * 支付渠道: the treasury's or bank's platform that takes the money. What it tells, it tells at least once by {@link Payments#paid} and
 * {@link Payments#refunded}; both may come again.
 */
public interface PaymentChannel {

    /** Where the payer goes to pay the order; the same for the same reference. */
    String address(FeeOrder order, String reference);

    /** Gives the whole amount of a paid order back. Asked again with the same reference, it gives nothing twice. */
    void refund(FeeOrder order);

    /** Shown to the payer, so that nobody takes a simulation for money. */
    String name();
}
