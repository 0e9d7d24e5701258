package org.tongban.web.officer;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tongban.casework.Act;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.casework.MoveForm;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Deadlines;
import org.tongban.web.Filled;
import org.tongban.web.Names;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;
import org.tongban.web.Shown;
import org.tongban.web.ShownAnswers;

/** 协查页: one question to a cooperating department: what is asked, what the check needs, the answers allowed, by when. */
@Controller
@RequestMapping("/desk/cases/{number}/inquiries/{task}")
@Door.Only({Role.OFFICER, Role.APPROVER, Role.CHECKER, Role.CLERK})
class InquiryPages {
    private final Templates templates;
    private final Casework casework;
    private final Casebook casebook;
    private final Deadlines deadlines;
    private final ReadLog log;
    private final Names names;
    private final Regions regions;

    InquiryPages(
            Templates templates,
            Casework casework,
            Casebook casebook,
            Deadlines deadlines,
            ReadLog log,
            Names names,
            Regions regions) {
        this.templates = templates;
        this.casework = casework;
        this.casebook = casebook;
        this.deadlines = deadlines;
        this.log = log;
        this.names = names;
        this.regions = regions;
    }

    @GetMapping
    Reply show(Page page, @PathVariable String number, @PathVariable int task, Actor by, HttpServletRequest request) {
        var view = view(number, task, null, by);
        return Reply.show(templates.officerInquiry(page, view, Notice.take(request)));
    }

    @PostMapping
    Reply answer(Page page, @PathVariable String number, @PathVariable int task, Actor by, HttpServletRequest request) {
        var view = view(number, task, null, by);
        var parameters = MoveFields.parameters(request.getParameterMap());
        var typed = new Filled(parameters, Map.of(), regions);
        if (view.answer() == null || parameters.containsKey("show")) {
            return Reply.show(templates.officerInquiry(page, view.with(typed, null), null));
        }
        var act = new Act(Move.FINISH_STEP, task, MoveFields.of(view.answer(), parameters));
        try {
            // what else happens in the case is not this office's business and does not stand against its answer
            casework.act(CasePaths.id(number), view.inquiry().file().revision(), act, by);
            Notice.of("已经答复：{0}", view.inquiry().task().title()).keep(request);
            return Reply.seeOther(CasePaths.inquiry(number, task));
        } catch (RefusedMove e) {
            return told(page, view(number, task, null, by), typed, e.refusal());
        }
    }

    private Reply told(Page page, InquiryView view, Filled typed, Refusal refusal) {
        if (refusal instanceof Refusal.Fields fields) {
            var errors = new LinkedHashMap<String, String>();
            fields.problems().forEach(problem -> errors.putIfAbsent(problem.key(), problem.text()));
            var filled = new Filled(typed.parameters(), errors, regions);
            return Reply.again(templates.officerInquiry(page, view.with(filled, null), null));
        }
        var told = refusal instanceof Refusal.Stale
                ? new Refusal.Rule("changed-meanwhile", "同时有别的办理，这次没有记下。", "您填写的内容还在，请再提交一次。")
                : refusal;
        var shown = templates.officerInquiry(page, view.with(typed, told), null);
        return refusal instanceof Refusal.Stale
                ? new Reply.Tell(HttpStatus.CONFLICT.value(), shown)
                : Reply.again(shown);
    }

    /** Where signing in again leads after a lost session. */
    @GetMapping("/reveal")
    Reply back(@PathVariable String number, @PathVariable int task) {
        return Reply.seeOther(CasePaths.inquiry(number, task));
    }

    /** What was asked. */
    record Reveal(@Nullable String part, @Nullable String reason) {}

    @PostMapping("/reveal")
    Reply reveal(Page page, @PathVariable String number, @PathVariable int task, Reveal reveal, Actor by) {
        if (!ReadLog.Reason.isValid(reveal.reason())) {
            return back(number, task);
        }
        var view = view(number, task, reveal.part(), by);
        var value = Stream.concat(view.applicant().stream(), ShownAnswers.all(view.answers()))
                .filter(shown -> shown.part() != null && shown.part().equals(reveal.part()))
                .findFirst();
        if (value.isEmpty()) {
            return back(number, task);
        }
        var reason = new ReadLog.Reason(Objects.requireNonNull(reveal.reason()));
        log.unmask(by, view.number(), value.map(Shown::label).orElseThrow(), reason);
        return Reply.show(templates.officerInquiry(page, view, null));
    }

    private InquiryView view(String number, int task, @Nullable String seen, Actor by) {
        var inquiry = casebook.inquiry(CasePaths.id(number), task, by);
        var asked = inquiry.task();
        log.record(by, ReadLog.What.CASE, inquiry.file().number().toString(), asked.title());
        var shown = new ShownAnswers(regions, seen);
        return new InquiryView(
                inquiry,
                names.office(inquiry.file().office()),
                names.office(asked.office()),
                asked.claimedBy() == null ? null : names.person(asked.claimedBy()),
                by.id().equals(asked.claimedBy()),
                deadlines.due(asked.dueOn(), null),
                identity(shown.of(inquiry.applicant(), "applicant")),
                shown.lines(inquiry.item().form(), inquiry.answers()),
                answer(inquiry, by),
                Objects.toString(inquiry.words().get("text"), ""),
                Filled.empty(regions),
                null);
    }

    /** Who it is about; how to reach them is no part of any check. */
    private static List<Shown> identity(List<Shown> applicant) {
        return applicant.stream()
                .filter(shown -> !"applicant.phone".equals(shown.part()))
                .toList();
    }

    private @Nullable MoveForm answer(Casebook.Inquiry inquiry, Actor by) {
        return casework.possible(inquiry.file(), by).stream()
                .filter(form -> Objects.equals(form.task(), inquiry.task().no()))
                .findFirst()
                .orElse(null);
    }
}
