package org.tongban.payments;

/**
 * 支付渠道: the treasury's or bank's platform that takes the money. That an order was paid it tells by {@link Payments#paid}, at least once.
 */
public interface PaymentChannel {

    /** Where the payer goes to pay the order; the same for the same reference. */
    String address(FeeOrder order, String reference);

    /** Gives the whole amount of a paid order back. Asked again with the same reference, it gives nothing twice. */
    void refund(FeeOrder order);

    /** Shown to the payer, so that nobody takes a simulation for money. */
    String name();
}
