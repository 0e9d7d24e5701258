package org.tongban.payments;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** 模拟支付: the demonstration's channel; takes no money and says so. Refunds are confirmed by the job that asks for them. */
@Component
@Profile("demo")
class SimulatedChannel implements PaymentChannel {

    @Override
    public String address(FeeOrder order, String reference) {
        return "/demo/pay/" + reference;
    }

    @Override
    public void refund(FeeOrder order) {}

    @Override
    public String name() {
        return "模拟支付（演示，不收真钱）";
    }
}
