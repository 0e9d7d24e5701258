package org.tongban.web.applicant;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseSearch;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Drafts;
import org.tongban.casework.LookUps;
import org.tongban.casework.RefusedFiling;
import org.tongban.casework.RefusedMove;
import org.tongban.casework.Submission;
import org.tongban.catalogue.Catalogue;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Page;
import org.tongban.web.Reply;
import org.tongban.web.ShownAnswers;

/** 核对和提交: everything on one page with what is wrong; then a case, once, however often the button is pressed. */
@Controller
@RequestMapping("/my/drafts/{id}/answers")
@Door.Only(Role.APPLICANT)
class AnswersPages {
    private static final String CHANNEL = "online";

    private final Templates templates;
    private final OpenDrafts drafts;
    private final Drafts store;
    private final Catalogue catalogue;
    private final LookUps lookUps;
    private final Casework casework;
    private final CaseSearch cases;
    private final Tickets tickets;
    private final OfficeCards offices;
    private final Regions regions;
    private final Time time;

    AnswersPages(
            Templates templates,
            OpenDrafts drafts,
            Drafts store,
            Catalogue catalogue,
            LookUps lookUps,
            Casework casework,
            CaseSearch cases,
            Tickets tickets,
            OfficeCards offices,
            Regions regions,
            Time time) {
        this.templates = templates;
        this.drafts = drafts;
        this.store = store;
        this.catalogue = catalogue;
        this.lookUps = lookUps;
        this.casework = casework;
        this.cases = cases;
        this.tickets = tickets;
        this.offices = offices;
        this.regions = regions;
        this.time = time;
    }

    /**
     * 提交时的选择: what the applicant ticked; null: not.
     *
     * @param seen version of the draft that was looked over
     * @param insisted hand it in although something is missing (policy L-10)
     * @param another although a case of the same service is open
     */
    record Ticked(
            @Nullable Integer seen,
            @Nullable String declared,
            @Nullable String insisted,
            @Nullable String another) {}

    @GetMapping
    Reply show(Page page, @PathVariable UUID id, Actor by) {
        var draft = drafts.find(id, by);
        var review = review(draft, lookUps.before(draft.item(), draft.filing()));
        return Reply.show(templates.applicantAnswers(page, review, Filled.empty(regions)));
    }

    @PostMapping
    Reply submit(Page page, @PathVariable UUID id, Ticked ticked, Actor by) {
        var before = before(id, by);
        if (before.isPresent()) {
            return submitted(before.get());
        }
        var draft = drafts.find(id, by);
        var found = lookUps.before(draft.item(), draft.filing());
        var review = review(draft, found);
        if (!Integer.valueOf(draft.stored().version()).equals(ticked.seen())) {
            return new Reply.Tell(
                    HttpStatus.CONFLICT.value(), again(page, review, ticked, Map.of("seen", "这份草稿在别的页面上改过，请再核对一遍")));
        }
        var wrong = wrong(review, ticked);
        if (!review.ready() || !wrong.isEmpty()) {
            return Reply.again(again(page, review, ticked, wrong));
        }
        return handIn(page, draft, found, review, ticked);
    }

    private Reply handIn(Page page, OpenDraft draft, LookUps.Found found, Review review, Ticked ticked) {
        try {
            var file = casework.submit(submission(draft, found, ticked), draft.by());
            store.delete(draft.id(), draft.by().id());
            return submitted(file);
        } catch (RefusedFiling e) {
            return e.unroutable()
                    ? Reply.show(templates.applicantUnroutable(page, review.view(), tickets.unroutable(draft, e)))
                    : Reply.again(again(page, review, ticked, Map.of()));
        } catch (RefusedMove e) {
            var text = e.refusal().text() + e.refusal().next();
            return Reply.again(again(page, review, ticked, Map.of("seen", text)));
        }
    }

    private static Map<String, String> wrong(Review review, Ticked ticked) {
        var wrong = new LinkedHashMap<String, String>();
        if (review.missing() && ticked.insisted() == null) {
            wrong.put("insisted", "材料还没有交齐：请补上，或者确认仍要提交");
        }
        if (!review.running().isEmpty() && ticked.another() == null) {
            wrong.put("another", "您已有同一事项的办件正在办理：请确认仍要再提交一件");
        }
        if (ticked.declared() == null) {
            wrong.put("declared", "请确认所填内容真实");
        }
        return wrong;
    }

    private Submission submission(OpenDraft draft, LookUps.Found found, Ticked ticked) {
        var materials = new LinkedHashMap<>(draft.sheet().materials());
        materials.keySet().retainAll(draft.filing().materials());
        draft.filing().materials().forEach(key -> materials.putIfAbsent(key, List.of()));
        return new Submission(
                draft.item(),
                found.filing(),
                materials,
                List.of(),
                found.answeredSteps(),
                ticked.insisted() != null,
                request(draft.id()),
                CHANNEL,
                null);
    }

    private static String request(UUID draft) {
        return "draft " + draft;
    }

    /** The case that this draft became, for the second click. */
    private Optional<Casefile> before(UUID id, Actor by) {
        return store.find(id, by.id()).isPresent() ? Optional.empty() : casework.opened(request(id), by);
    }

    private static Reply submitted(Casefile file) {
        return Reply.seeOther("/my/cases/" + file.number() + "/submitted");
    }

    private Review review(OpenDraft draft, LookUps.Found found) {
        var check = catalogue.check(draft.item(), found.filing(), time.today());
        var lost = new LinkedHashMap<String, String>();
        draft.asked().materials().stream()
                .filter(material -> found.filing().unavailable().contains(material.key()))
                .filter(material -> !draft.sheet().contested().containsKey(material.key()))
                .forEach(material -> lost.put(material.key(), String.valueOf(material.exemptBy())));
        return new Review(
                FormView.of(draft, new Stage.Review(), time.today()),
                draft.stored().version(),
                Review.who(draft),
                Review.answers(draft, new ShownAnswers(regions, null)),
                MaterialLine.of(draft),
                Review.problems(draft, check),
                lost,
                running(draft),
                check,
                offices.of(check.competentOffice()));
    }

    private List<CaseSearch.Row> running(OpenDraft draft) {
        var principal = draft.sheet().principal();
        var subject = principal == null ? draft.by().subject() : principal;
        return subject == null
                ? List.of()
                : cases.duplicates(subject, draft.item().id());
    }

    private JteModel again(Page page, Review review, Ticked ticked, Map<String, String> wrong) {
        var inputs = new LinkedHashMap<String, List<String>>();
        inputs.put("declared", yes(ticked.declared()));
        inputs.put("insisted", yes(ticked.insisted()));
        inputs.put("another", yes(ticked.another()));
        return templates.applicantAnswers(page, review, new Filled(inputs, wrong, regions));
    }

    private static List<String> yes(@Nullable String ticked) {
        return ticked != null ? List.of("yes") : List.of();
    }
}
