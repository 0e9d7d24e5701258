package org.tongban.web.counter;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tongban.casework.Act;
import org.tongban.casework.Attendance;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 发放结果: hands a result out to somebody who was identified and signs for it, and gives originals back with it (policies M-22, L-40). */
@Controller
@RequestMapping("/counter/cases/{number}/hand-out")
@Door.Only(Role.CLERK)
public class HandOutPages {
    private static final int LONGEST_NAME = 50;
    private static final String BACK = "back";

    /** 签收方式. */
    public static final List<String> PROOFS = List.of("领取人在送达回证上签字", "领取人在平板上电子签名", "单位领取人签字并盖章");

    private final Templates templates;
    private final WindowCases cases;
    private final Casework casework;
    private final Regions regions;

    HandOutPages(Templates templates, WindowCases cases, Casework casework, Regions regions) {
        this.templates = templates;
        this.cases = cases;
        this.casework = casework;
        this.regions = regions;
    }

    @GetMapping
    Reply ask(Page page, @PathVariable String number, Actor by) {
        var view = cases.open(number, by);
        return view.can(Move.DELIVER)
                ? Reply.show(shown(page, view, by, Filled.empty(regions), null))
                : Reply.seeOther(view.path());
    }

    @PostMapping
    Reply handOut(Page page, @PathVariable String number, HttpServletRequest request, Actor by) {
        var sent = IntakeStartPages.parameters(request);
        var typed = new Filled(sent, Map.of(), regions);
        if (sent.containsKey("show")) {
            return Reply.show(shown(page, cases.open(number, by), by, typed, null));
        }
        var errors = errors(sent);
        if (!errors.isEmpty()) {
            return Reply.again(shown(page, cases.open(number, by), by, typed.withErrors(errors), null));
        }
        try {
            var after = casework.act(
                    WindowCases.id(number),
                    WindowMovePages.revision(sent),
                    Act.of(Move.DELIVER, fields(number, sent, by)),
                    by);
            giveBack(after, sent.getOrDefault(BACK, List.of()), by, request);
            return Reply.seeOther("/counter/cases/" + number);
        } catch (RefusedMove e) {
            return WindowMovePages.refused(
                    e, shown(page, cases.open(number, by), by, MovePost.filled(sent, e, regions), e.refusal()));
        }
    }

    private static List<FieldError> errors(Map<String, List<String>> sent) {
        var errors = new ArrayList<FieldError>();
        var taker = IntakeStartPages.first(sent, "taker");
        if (taker.isEmpty() || taker.length() > LONGEST_NAME) {
            errors.add(new FieldError("taker", "请填写领取人的姓名"));
        }
        if (!Attendance.IDENTITY_CHECKS.contains(IntakeStartPages.first(sent, "identityCheck"))) {
            errors.add(new FieldError("identityCheck", "请登记怎样核验了领取人的身份"));
        }
        if (!PROOFS.contains(IntakeStartPages.first(sent, "proof"))) {
            errors.add(new FieldError("proof", "请登记领取人怎样签收"));
        }
        return errors;
    }

    private Map<String, Object> fields(String number, Map<String, List<String>> sent, Actor by) {
        var fields = new LinkedHashMap<String, Object>();
        var leg = IntakeStartPages.first(sent, "leg");
        if (!leg.isEmpty()) {
            fields.put("leg", leg);
        }
        boolean elsewhere = casework.find(WindowCases.id(number), by)
                .filter(file -> !by.worksAt(file.office()))
                .isPresent();
        fields.put("way", elsewhere ? "由申请地窗口转交" : "窗口领取");
        fields.put(
                "proof",
                "领取人：" + IntakeStartPages.first(sent, "taker") + "；身份核验："
                        + IntakeStartPages.first(sent, "identityCheck") + "；签收："
                        + IntakeStartPages.first(sent, "proof"));
        return fields;
    }

    /** The result is out already when an original cannot be given back: that is told, and stays on the desk. */
    private void giveBack(Casefile after, List<String> originals, Actor by, HttpServletRequest request) {
        var done = Notice.of("结果已发放，领取和核验情况已登记。");
        if (!originals.isEmpty()) {
            try {
                casework.act(
                        after.casefileId(),
                        after.revision(),
                        Act.of(Move.MOVE_ORIGINAL, Map.of("original", originals, "act", "归还申请人")),
                        by);
            } catch (RefusedMove e) {
                done = done.withProblems(
                        List.of(e.refusal().text() + e.refusal().next()));
            }
        }
        done.keep(request);
    }

    private JteModel shown(Page page, WindowCase view, Actor by, Filled filled, @Nullable Refusal refusal) {
        var legs = view.forms().stream()
                .filter(form -> form.move() == Move.DELIVER)
                .flatMap(form -> form.inputs().stream())
                .filter(input -> input.key().equals("leg"))
                .flatMap(input -> input.options().stream())
                .toList();
        var here = view.file().originals().stream()
                .filter(original -> by.worksAt(original.holder()))
                .toList();
        return templates.counterHandOut(page, view, legs, here, filled, refusal);
    }
}
