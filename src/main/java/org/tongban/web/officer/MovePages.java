package org.tongban.web.officer;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.casework.Act;
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

/** 办理页: one page for each move that this person can make now, drawn from the move's own form; a refusal loses nothing. */
@Controller
@RequestMapping("/desk/cases/{number}/moves/{move}")
@Door.Only({Role.OFFICER, Role.APPROVER, Role.CHECKER, Role.CLERK})
class MovePages {
    private final Templates templates;
    private final Casework casework;
    private final Casebook casebook;
    private final CaseHeads heads;
    private final AwaitedApprovals proposals;
    private final MovePrefill prefill;
    private final OfficeChoice offices;
    private final Regions regions;

    MovePages(
            Templates templates,
            Casework casework,
            Casebook casebook,
            CaseHeads heads,
            AwaitedApprovals proposals,
            MovePrefill prefill,
            OfficeChoice offices,
            Regions regions) {
        this.templates = templates;
        this.casework = casework;
        this.casebook = casebook;
        this.heads = heads;
        this.proposals = proposals;
        this.prefill = prefill;
        this.offices = offices;
        this.regions = regions;
    }

    /**
     * 哪一步.
     *
     * @param task null for moves of the whole case
     * @param leg chosen beforehand; null: not
     * @param revision the case as this person saw it
     * @param show asks to show again what was typed, and to do nothing
     */
    record Wanted(
            @Nullable String number,
            @Nullable String move,
            @Nullable Integer task,
            @Nullable String leg,
            @Nullable Integer revision,
            @Nullable String show) {
        long id() {
            return CasePaths.id(Objects.requireNonNull(number));
        }

        Move named() {
            return Move.named(Objects.requireNonNull(move))
                    .filter(MoveWords::ownPage)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
    }

    @GetMapping
    Reply ask(Page page, Wanted wanted, Actor by, HttpServletRequest request) {
        var opened = casebook.open(wanted.id(), by);
        var form = form(opened.file(), wanted, by);
        if (form.isEmpty()) {
            Notice.of("现在不能办这一步，请从下面可以办的里面选择").keep(request);
            return Reply.seeOther(CasePaths.of(opened.file().number().toString()));
        }
        var parameters = prefill.of(form.get(), opened, by);
        if (wanted.leg() != null) {
            parameters.put("leg", List.of(wanted.leg()));
        }
        return Reply.show(templates.officerMove(page, view(opened, form.get(), parameters, by)));
    }

    @PostMapping
    Reply make(Page page, Wanted wanted, Actor by, HttpServletRequest request) {
        var parameters = MoveFields.parameters(request.getParameterMap());
        var opened = casebook.open(wanted.id(), by);
        var form = form(opened.file(), wanted, by);
        if (form.isEmpty()) {
            var head = heads.of(opened.file());
            var refusal = refusal(opened, wanted);
            return new Reply.Tell(
                    HttpStatus.CONFLICT.value(),
                    templates.officerMoveGone(page, head, wanted.named(), MoveWords.typed(parameters), refusal));
        }
        if (wanted.show() != null) {
            return Reply.show(templates.officerMove(page, view(opened, form.get(), parameters, by)));
        }
        return make(new Attempt(page, wanted, form.get(), parameters, by), request);
    }

    /** 一次办理. */
    private record Attempt(Page page, Wanted wanted, MoveForm form, Map<String, List<String>> parameters, Actor by) {}

    private Reply make(Attempt attempt, HttpServletRequest request) {
        var wanted = attempt.wanted();
        offices.settle(attempt.parameters());
        var act = new Act(wanted.named(), attempt.form().task(), MoveFields.of(attempt.form(), attempt.parameters()));
        try {
            int revision = Objects.requireNonNullElse(wanted.revision(), 0);
            var after = casework.act(wanted.id(), revision, act, attempt.by());
            Notice.of("已经办理：{0}", attempt.form().title()).keep(request);
            boolean stays = casebook.whole(after, attempt.by());
            return Reply.seeOther(stays ? CasePaths.of(after.number().toString()) : "/desk");
        } catch (RefusedMove e) {
            return told(attempt, e.refusal());
        }
    }

    /** Refused: the page again, as the case stands now, with the reason and with what was typed. */
    private Reply told(Attempt attempt, Refusal refusal) {
        var opened = casebook.open(attempt.wanted().id(), attempt.by());
        var view = view(opened, attempt.form(), attempt.parameters(), attempt.by());
        if (refusal instanceof Refusal.Fields fields) {
            var errors = new LinkedHashMap<String, String>();
            fields.problems().forEach(problem -> errors.putIfAbsent(problem.key(), problem.text()));
            if (errors.containsKey(OfficeChoice.KEY) && !attempt.parameters().containsKey(OfficeChoice.KEY)) {
                errors.put(OfficeChoice.KEY, OfficeChoice.missing(attempt.parameters(), view.offices()));
            }
            var filled = new Filled(attempt.parameters(), errors, regions);
            return Reply.again(templates.officerMove(
                    attempt.page(),
                    new MoveView(view.head(), view.form(), view.proposed(), view.offices(), filled, null)));
        }
        var shown = templates.officerMove(
                attempt.page(),
                new MoveView(view.head(), view.form(), view.proposed(), view.offices(), view.filled(), refusal));
        return refusal instanceof Refusal.Stale
                ? new Reply.Tell(HttpStatus.CONFLICT.value(), shown)
                : Reply.again(shown);
    }

    private MoveView view(Casebook.Opened opened, MoveForm form, Map<String, List<String>> parameters, Actor by) {
        return new MoveView(
                heads.of(opened.file()),
                form,
                proposals.of(opened, by),
                offices.found(parameters),
                new Filled(parameters, Map.of(), regions),
                null);
    }

    private Optional<MoveForm> form(Casefile file, Wanted wanted, Actor by) {
        return casework.possible(file, by).stream()
                .filter(form -> form.move() == wanted.named() && Objects.equals(form.task(), wanted.task()))
                .findFirst();
    }

    /** Why it cannot be made any more: what others did meanwhile, or that its time is over. */
    private static Refusal refusal(Casebook.Opened opened, Wanted wanted) {
        var file = opened.file();
        int seen = Objects.requireNonNullElse(wanted.revision(), file.revision());
        var since = opened.lines().stream()
                .filter(line -> line.entry().seq() > seen)
                .map(line -> line.entry().by().name() + " " + line.text())
                .toList();
        return since.isEmpty()
                ? new Refusal.NotNow(wanted.named(), file.state())
                : new Refusal.Stale(seen, file.revision(), since);
    }
}
