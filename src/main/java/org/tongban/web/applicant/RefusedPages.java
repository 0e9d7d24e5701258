package org.tongban.web.applicant;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 条件不符和人工答复: a rule refuses in its own words and opens no case; who does not agree asks a person (policy L-10, D-06). */
@Controller
@Door.Only(Role.APPLICANT)
class RefusedPages {
    private static final int LONGEST_QUESTION = 1000;

    private final Templates templates;
    private final OpenDrafts drafts;
    private final Tickets tickets;
    private final Regions regions;
    private final Time time;

    RefusedPages(Templates templates, OpenDrafts drafts, Tickets tickets, Regions regions, Time time) {
        this.templates = templates;
        this.drafts = drafts;
        this.tickets = tickets;
        this.regions = regions;
        this.time = time;
    }

    @GetMapping("/my/drafts/{id}/refused")
    Reply refused(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String at, Actor by) {
        var draft = drafts.find(id, by);
        var stage = Stage.of(draft.item()).stream()
                .filter(one -> one.key().equals(at))
                .findFirst()
                .orElseGet(Stage.Review::new);
        var check = drafts.check(draft);
        return Boolean.FALSE.equals(check.eligible())
                ? Reply.show(shown(page, draft, stage, Filled.empty(regions)))
                : Reply.seeOther(draft.path(draft.after(stage)));
    }

    private JteModel shown(Page page, OpenDraft draft, Stage stage, Filled filled) {
        var view = FormView.of(draft, stage, time.today());
        return templates.applicantRefused(
                page, view, draft.path(stage), drafts.check(draft).refusals(), filled);
    }

    @PostMapping("/my/drafts/{id}/refused")
    Reply ask(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String question, Actor by) {
        var draft = drafts.find(id, by);
        var words = question.strip();
        if (words.isEmpty() || words.length() > LONGEST_QUESTION) {
            var filled = new Filled(Map.of("question", List.of(question)), Map.of(), regions)
                    .withErrors(List.of(new FieldError("question", "请写明您的情况，最多 " + LONGEST_QUESTION + " 个字")));
            return Reply.again(shown(page, draft, new Stage.Review(), filled));
        }
        var refusals =
                drafts.check(draft).refusals().stream().map(one -> one.text()).toList();
        var ticket = tickets.question(draft, "系统按“" + String.join("；", refusals) + "”判断不符合条件，申请人请求人工答复：" + words);
        return Reply.seeOther("/help/unsolved/" + ticket.id());
    }
}
