package org.tongban.web.payments;

import gg.jte.generated.precompiled.Templates;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.identity.Door;
import org.tongban.payments.FeeOrder;
import org.tongban.payments.Payments;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 模拟支付页: stands for the bank's page in the demonstration and says so. */
@Controller
@Profile("demo")
@RequestMapping("/demo/pay/{reference}")
@Door.Open
class SimulatedChannelPages {
    private final Templates templates;
    private final Payments payments;

    SimulatedChannelPages(Templates templates, Payments payments) {
        this.templates = templates;
        this.payments = payments;
    }

    @GetMapping
    Reply show(Page page, @PathVariable String reference) {
        return Reply.show(templates.paymentsSimulated(page, order(reference), reference));
    }

    @PostMapping
    Reply pay(@PathVariable String reference, @RequestParam(defaultValue = "") String how) {
        var order = order(reference);
        if (how.equals("paid")) {
            payments.paid(reference, order.payableFen());
        }
        return Reply.seeOther("/my/cases/" + order.number() + "/fee/" + order.task());
    }

    private FeeOrder order(String reference) {
        return payments.byReference(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
