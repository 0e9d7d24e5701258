package org.tongban.web.payments;

import gg.jte.generated.precompiled.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Charges;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.payments.FeeOrder;
import org.tongban.payments.Payments;
import org.tongban.payments.Yuan;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 收费台: the officer says what is to be paid, reduces it with a ground, records what was paid at the counter. */
@Controller
@RequestMapping("/desk/cases/{number}/fee/{task}")
@Door.Only(Role.OFFICER)
class FeeDeskPages {
    private static final String AMOUNT = "amount-";
    private static final String COUNT = "count-";

    private final Templates templates;
    private final FeeViews views;
    private final Payments payments;
    private final Regions regions;

    FeeDeskPages(Templates templates, FeeViews views, Payments payments, Regions regions) {
        this.templates = templates;
        this.views = views;
        this.payments = payments;
        this.regions = regions;
    }

    @GetMapping
    Reply show(Page page, @PathVariable String number, @PathVariable int task, Actor by) {
        return Reply.show(templates.paymentsDesk(page, views.open(number, task, by), Filled.empty(regions), null));
    }

    /** Where signing in again leads after a lost session. */
    @GetMapping({"/open", "/reduce", "/cancel", "/paid"})
    Reply back(@PathVariable String number, @PathVariable int task) {
        return Reply.seeOther("/desk/cases/" + number + "/fee/" + task);
    }

    @PostMapping("/open")
    Reply open(
            Page page,
            @PathVariable String number,
            @PathVariable int task,
            @RequestParam MultiValueMap<String, String> typed,
            Actor by) {
        return make(new Form(page, number, task), typed, by, () -> {
            var lines = lines(views.open(number, task, by).charges(), typed);
            payments.open(FeeViews.id(number), task, lines, by);
        });
    }

    @PostMapping("/reduce")
    Reply reduce(
            Page page,
            @PathVariable String number,
            @PathVariable int task,
            @RequestParam MultiValueMap<String, String> typed,
            Actor by) {
        return make(new Form(page, number, task), typed, by, () -> {
            long fen = Yuan.fen(text(typed, "less")).orElseThrow(() -> noAmount("减免金额"));
            payments.reduce(FeeViews.id(number), task, fen, text(typed, "ground"), by);
        });
    }

    @PostMapping("/cancel")
    Reply cancel(Page page, @PathVariable String number, @PathVariable int task, Actor by) {
        var nothing = new LinkedMultiValueMap<String, String>();
        return make(new Form(page, number, task), nothing, by, () -> payments.cancel(FeeViews.id(number), task, by));
    }

    @PostMapping("/paid")
    Reply paid(
            Page page,
            @PathVariable String number,
            @PathVariable int task,
            @RequestParam MultiValueMap<String, String> typed,
            Actor by) {
        return make(
                new Form(page, number, task),
                typed,
                by,
                () -> payments.paidAtCounter(FeeViews.id(number), task, text(typed, "receipt"), by));
    }

    private static List<FeeOrder.Line> lines(Charges charges, MultiValueMap<String, String> typed) {
        var lines = new ArrayList<FeeOrder.Line>();
        for (int i = 0; i < charges.lines().size(); i++) {
            var charge = charges.lines().get(i);
            var count = text(typed, COUNT + i);
            if (count.isEmpty() || count.equals("0")) {
                continue;
            }
            if (!count.matches("\\d{1,3}")) {
                throw noAmount(charge.name() + "的份数");
            }
            long fen = charge.amount() == null
                    ? Yuan.fen(text(typed, AMOUNT + i)).orElseThrow(() -> noAmount(charge.name() + "的单价"))
                    : Yuan.fen(charge.amount());
            lines.add(new FeeOrder.Line(charge.name(), charge.basis(), Integer.parseInt(count), fen));
        }
        return lines;
    }

    private static RefusedMove noAmount(String what) {
        return new RefusedMove(new Refusal.Rule("amount", what + "没有写对。", "金额写数字，例如 80 或 80.50；份数写整数。"));
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        var value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** 一次操作. */
    private record Form(Page page, String number, int task) {}

    private Reply make(Form form, MultiValueMap<String, String> typed, Actor by, Runnable work) {
        try {
            work.run();
            return Reply.seeOther("/desk/cases/" + form.number() + "/fee/" + form.task());
        } catch (RefusedMove e) {
            var filled = new Filled(typed, Map.of(), regions);
            return Reply.again(templates.paymentsDesk(
                    form.page(), views.open(form.number(), form.task(), by), filled, e.refusal()));
        }
    }
}
