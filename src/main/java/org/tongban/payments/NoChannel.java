package org.tongban.payments;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** 未接支付渠道: a node that no payment platform is connected to yet; what is paid at the counter is recorded by the office. */
@Component
@Profile("!demo")
class NoChannel implements PaymentChannel {

    @Override
    public String address(FeeOrder order, String reference) {
        throw Payments.refused("no-channel", "这里还没有接通网上支付。", "请按缴费单到收费机构的窗口缴费，由工作人员登记。");
    }

    @Override
    public void refund(FeeOrder order) {
        throw new IllegalStateException("no payment channel: give it back at the counter and record it");
    }

    @Override
    public String name() {
        return "窗口缴费";
    }
}
