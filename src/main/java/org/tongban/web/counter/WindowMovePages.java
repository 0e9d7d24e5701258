package org.tongban.web.counter;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.casework.Act;
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

/** 窗口办理: what a window does to its case, each on a page of its own made from what the move asks for; it decides nothing (M-06). */
@Controller
@RequestMapping("/counter/cases/{number}/do/{name}")
@Door.Only(Role.CLERK)
class WindowMovePages {
    private static final List<Move> HERE =
            List.of(Move.RETURN_FOR_FORM, Move.HAND_OVER, Move.WITHDRAW, Move.WRITE, Move.FINISH_STEP);

    private final Templates templates;
    private final WindowCases cases;
    private final Casework casework;
    private final Regions regions;

    WindowMovePages(Templates templates, WindowCases cases, Casework casework, Regions regions) {
        this.templates = templates;
        this.cases = cases;
        this.casework = casework;
        this.regions = regions;
    }

    @GetMapping
    Reply ask(
            Page page,
            @PathVariable String number,
            @PathVariable String name,
            @RequestParam @Nullable Integer task,
            Actor by) {
        var view = cases.open(number, by);
        var form = form(view, move(name), task);
        return form.isEmpty()
                ? Reply.seeOther(view.path())
                : Reply.show(shown(page, view, form.get(), Filled.empty(regions), null));
    }

    @PostMapping
    Reply make(
            Page page, @PathVariable String number, @PathVariable String name, Actor by, HttpServletRequest request) {
        var move = move(name);
        var sent = IntakeStartPages.parameters(request);
        var task = task(sent);
        var file = casework.find(WindowCases.id(number), by)
                .orElseThrow(() -> new org.tongban.casework.NoSuchCase(WindowCases.id(number)));
        var form = casework.possible(file, by).stream()
                .filter(one -> one.move() == move && Objects.equals(one.task(), task))
                .findFirst()
                .orElse(new MoveForm(move, task, move.label(), List.of()));
        if (sent.containsKey("show")) {
            var filled = new Filled(sent, Map.of(), regions);
            return Reply.show(shown(page, cases.open(number, by), form, filled, null));
        }
        try {
            var act = new Act(move, task, MovePost.fields(form, sent));
            var after = casework.act(WindowCases.id(number), revision(sent), act, by);
            return done(move, number, after, request);
        } catch (RefusedMove e) {
            var view = cases.open(number, by);
            var again = shown(page, view, form, MovePost.filled(sent, e, regions), e.refusal());
            return refused(e, again);
        }
    }

    /** Refused: the page again, as it stands now, with the reason and with what was typed. */
    static Reply refused(RefusedMove e, JteModel again) {
        return e.refusal() instanceof Refusal.Stale
                ? new Reply.Tell(HttpStatus.CONFLICT.value(), again)
                : Reply.again(again);
    }

    private static @Nullable Integer task(Map<String, List<String>> sent) {
        var typed = IntakeStartPages.first(sent, "task");
        return typed.matches("\\d{1,6}") ? Integer.valueOf(typed) : null;
    }

    static int revision(Map<String, List<String>> sent) {
        try {
            return Integer.parseInt(IntakeStartPages.first(sent, "revision"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Reply done(Move move, String number, Casefile after, HttpServletRequest request) {
        var path = "/counter/cases/" + number;
        if (move == Move.RETURN_FOR_FORM) {
            return Reply.seeOther(path + "/slips/" + after.revision() + "?new");
        }
        said(move).keep(request);
        return Reply.seeOther(path);
    }

    private static Notice said(Move move) {
        return switch (move) {
            case HAND_OVER -> Notice.of("已转交业务属地，受理时限从现在起算。");
            case WITHDRAW -> Notice.of("已按申请人的意思撤回；留在窗口的原件请归还。");
            case WRITE -> Notice.of("留言已发出。");
            default -> Notice.of("已登记。");
        };
    }

    private static Move move(String name) {
        return Move.named(name)
                .filter(HERE::contains)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Optional<MoveForm> form(WindowCase view, Move move, @Nullable Integer task) {
        return view.forms().stream()
                .filter(form -> form.move() == move && Objects.equals(form.task(), task))
                .findFirst();
    }

    private JteModel shown(Page page, WindowCase view, MoveForm form, Filled filled, @Nullable Refusal refusal) {
        return templates.counterMove(page, view, form, filled, refusal);
    }
}
