package org.tongban.web.counter;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.casework.MoveForm;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 原件流转: where each paper original of a case is, and the parcels it travels in (policies M-07, M-08). */
@Controller
@RequestMapping("/counter/cases/{number}/originals")
@Door.Only(Role.CLERK)
class WindowCustodyPages {
    private static final String APPLICANT = "申请人";
    private static final String ARCHIVE = "档案";

    private final Templates templates;
    private final WindowCases cases;
    private final Casework casework;
    private final CounterWords words;
    private final Regions regions;

    WindowCustodyPages(Templates templates, WindowCases cases, Casework casework, CounterWords words, Regions regions) {
        this.templates = templates;
        this.cases = cases;
        this.casework = casework;
        this.words = words;
        this.regions = regions;
    }

    @GetMapping
    Reply show(Page page, @PathVariable String number, HttpServletRequest request, Actor by) {
        return Reply.show(shown(page, number, by, new Said(Filled.empty(regions), null, Notice.take(request))));
    }

    @PostMapping
    Reply move(Page page, @PathVariable String number, HttpServletRequest request, Actor by) {
        var sent = IntakeStartPages.parameters(request);
        if (sent.containsKey("show")) {
            return Reply.show(shown(page, number, by, new Said(new Filled(sent, Map.of(), regions), null, null)));
        }
        var file = casework.find(WindowCases.id(number), by)
                .orElseThrow(() -> new org.tongban.casework.NoSuchCase(WindowCases.id(number)));
        var fields = MovePost.fields(form(file, by), sent);
        try {
            casework.act(file.casefileId(), WindowMovePages.revision(sent), Act.of(Move.MOVE_ORIGINAL, fields), by);
            Notice.of("已登记：{0}", Objects.toString(fields.get("act"), "")).keep(request);
            return Reply.seeOther("/counter/cases/" + number + "/originals");
        } catch (RefusedMove e) {
            var said = new Said(MovePost.filled(sent, e, regions), e.refusal(), null);
            return WindowMovePages.refused(e, shown(page, number, by, said));
        }
    }

    private MoveForm form(Casefile file, Actor by) {
        return casework.possible(file, by).stream()
                .filter(one -> one.move() == Move.MOVE_ORIGINAL)
                .findFirst()
                .orElse(new MoveForm(Move.MOVE_ORIGINAL, null, Move.MOVE_ORIGINAL.label(), List.of()));
    }

    /** 页上说的: what was typed, why it was refused, what was just done. */
    private record Said(
            Filled filled,
            @Nullable Refusal refusal,
            @Nullable Notice notice) {}

    private JteModel shown(Page page, String number, Actor by, Said said) {
        var opened = cases.opened(number, by);
        var file = opened.file();
        var heading = cases.heading(file, cases.itemOf(file));
        return templates.counterCustody(
                page,
                heading,
                file,
                trails(opened, by),
                named(form(file, by)),
                said.filled(),
                said.refusal(),
                said.notice());
    }

    /** Destinations with the names of their offices. */
    private MoveForm named(MoveForm form) {
        return new MoveForm(
                form.move(),
                form.task(),
                form.title(),
                form.inputs().stream()
                        .map(input -> input.key().equals("to") ? named(input) : input)
                        .toList());
    }

    private MoveForm.Input named(MoveForm.Input input) {
        return new MoveForm.Input(
                input.key(),
                input.label(),
                input.kind(),
                input.required(),
                input.options().stream()
                        .map(option -> option.value().equals(option.label())
                                ? option
                                : new MoveForm.Option(
                                        option.value(), option.label() + "：" + words.office(option.value())))
                        .toList(),
                input.max(),
                input.hint());
    }

    private List<Trail> trails(Casebook.Opened opened, Actor by) {
        return opened.file().originals().stream()
                .map(original -> trail(opened, original, by))
                .toList();
    }

    private Trail trail(Casebook.Opened opened, Casefile.Original original, Actor by) {
        var to = original.to();
        boolean here = by.worksAt(to) || (APPLICANT.equals(to) && by.worksAt(original.from()));
        return new Trail(
                original.key(),
                original.name(),
                words.where(original.holder(), to),
                CounterWords.parcel(to == null ? null : original.holder(), original.trackingNumber()),
                original.dueBackOn(),
                here,
                by.worksAt(original.holder()),
                original.holder().equals(APPLICANT) || original.holder().equals(ARCHIVE),
                hands(opened, original.key()));
    }

    private List<Trail.Hand> hands(Casebook.Opened opened, String key) {
        boolean first = FirstKept.of(opened).contains(key);
        boolean seen = FirstKept.seen(opened).contains(key);
        var hands = new ArrayList<Trail.Hand>();
        for (var line : opened.lines()) {
            var act = act(line, key, first ? "收到" : seen ? "核对原件，当场退还" : null);
            if (act != null) {
                var carrier = Objects.toString(line.words().get("carrier"), null);
                var number = Objects.toString(line.words().get("trackingNumber"), null);
                hands.add(new Trail.Hand(line.entry().at(), who(line), act, CounterWords.parcel(carrier, number)));
            }
        }
        return hands;
    }

    private static @Nullable String act(Casebook.Line line, String key, @Nullable String first) {
        return switch (line.entry().event()) {
            case CaseEvent.OriginalMoved moved when moved.originals().contains(key) -> moved.act();
            case CaseEvent.HandedOver handed when handed.originals().contains(key) -> "随件寄出";
            case CaseEvent.Received _, CaseEvent.Submitted _ -> first;
            default -> null;
        };
    }

    private String who(Casebook.Line line) {
        var by = line.entry().by();
        return by.office() == null ? by.name() : words.office(by.office()) + " " + by.name();
    }
}
