package org.tongban.web.payments;

import gg.jte.generated.precompiled.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tongban.casework.RefusedMove;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.payments.Payments;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 缴费页: what is to be paid for a step of my case, and where. */
@Controller
@RequestMapping("/my/cases/{number}/fee/{task}")
@Door.Only(Role.APPLICANT)
class FeePages {
    private final Templates templates;
    private final FeeViews views;
    private final Payments payments;

    FeePages(Templates templates, FeeViews views, Payments payments) {
        this.templates = templates;
        this.views = views;
        this.payments = payments;
    }

    @GetMapping
    Reply show(Page page, @PathVariable String number, @PathVariable int task, Actor by) {
        return Reply.show(templates.paymentsFee(page, views.open(number, task, by), null));
    }

    /** Where signing in again leads after a lost session. */
    @GetMapping("/pay")
    Reply back(@PathVariable String number, @PathVariable int task) {
        return Reply.seeOther("/my/cases/" + number + "/fee/" + task);
    }

    @PostMapping("/pay")
    Reply pay(Page page, @PathVariable String number, @PathVariable int task, Actor by) {
        try {
            return Reply.seeOther(payments.address(FeeViews.id(number), task, by));
        } catch (RefusedMove e) {
            return Reply.again(templates.paymentsFee(page, views.open(number, task, by), e.refusal()));
        }
    }
}
