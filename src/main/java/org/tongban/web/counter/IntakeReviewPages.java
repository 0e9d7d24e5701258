package org.tongban.web.counter;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
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
import org.tongban.casework.Casefile;
import org.tongban.casework.LookUps;
import org.tongban.casework.RefusedFiling;
import org.tongban.casework.RefusedMove;
import org.tongban.casework.Unroutable;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Filing;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Page;
import org.tongban.web.Reply;
import org.tongban.web.ShownAnswers;

/** 核对收件: everything on one page with what is wrong; then a case, once, however often the button is pressed. */
@Controller
@RequestMapping("/counter/drafts/{id}/review")
@Door.Only(Role.CLERK)
class IntakeReviewPages {
    private static final String DUE_BACK = "dueBackOn";

    private final Templates templates;
    private final Intakes intakes;
    private final IntakeFormPages form;
    private final IntakeMaterialPages materials;
    private final Verdicts verdicts;
    private final KnownCases known;
    private final Catalogue catalogue;
    private final LookUps lookUps;
    private final Receiving receiving;
    private final Unroutable unroutable;
    private final Regions regions;
    private final Time time;

    IntakeReviewPages(
            Templates templates,
            Intakes intakes,
            IntakeFormPages form,
            IntakeMaterialPages materials,
            Verdicts verdicts,
            KnownCases known,
            Catalogue catalogue,
            LookUps lookUps,
            Receiving receiving,
            Unroutable unroutable,
            Regions regions,
            Time time) {
        this.templates = templates;
        this.intakes = intakes;
        this.form = form;
        this.materials = materials;
        this.verdicts = verdicts;
        this.known = known;
        this.catalogue = catalogue;
        this.lookUps = lookUps;
        this.receiving = receiving;
        this.unroutable = unroutable;
        this.regions = regions;
        this.time = time;
    }

    @GetMapping
    Reply show(Page page, @PathVariable UUID id, Actor by) {
        var before = receiving.before(id, by);
        if (before.isPresent()) {
            return received(before.get());
        }
        var open = intakes.find(id, by);
        var review = review(open, lookUps.before(open.item(), open.filing()).filing());
        return Reply.show(templates.counterReview(page, review, Filled.empty(regions)));
    }

    @PostMapping
    Reply take(Page page, @PathVariable UUID id, Actor by, HttpServletRequest request) {
        var before = receiving.before(id, by);
        if (before.isPresent()) {
            return received(before.get());
        }
        var open = intakes.find(id, by);
        var found = lookUps.before(open.item(), open.filing());
        var review = review(open, found.filing());
        var ticked = IntakeStartPages.parameters(request);
        var wrong = wrong(review, ticked);
        if (wrong.containsKey("seen")) {
            return new Reply.Tell(HttpStatus.CONFLICT.value(), again(page, review, ticked, wrong));
        }
        if (!review.ready() || !wrong.isEmpty()) {
            return Reply.again(again(page, review, ticked, wrong));
        }
        try {
            return received(receiving.take(review, found, Present.date(ticked, DUE_BACK)));
        } catch (RefusedFiling e) {
            return e.unroutable() ? ticket(open, e) : Reply.again(again(page, review, ticked, Map.of()));
        } catch (RefusedMove e) {
            var told = Map.of("declared", e.refusal().text() + e.refusal().next());
            return Reply.again(again(page, review, ticked, told));
        }
    }

    /** What finds no office is never dropped (policy M-20); one ticket, however often it is tried. */
    private Reply ticket(OpenIntake open, RefusedFiling refused) {
        var id = Optional.ofNullable(open.intake().ticket())
                .orElseGet(() -> unroutable.ticket(refused).id().toString());
        open.intake().ticket(id);
        intakes.save(open);
        return Reply.seeOther("/help/unsolved/" + id);
    }

    private static Reply received(Casefile file) {
        return Reply.seeOther("/counter/cases/" + file.number() + "/slips/1?new");
    }

    private Map<String, String> wrong(IntakeReview review, Map<String, List<String>> ticked) {
        var wrong = new LinkedHashMap<String, String>();
        if (!Integer.toString(review.open().version()).equals(IntakeStartPages.first(ticked, "seen"))) {
            wrong.put("seen", "这份收件稿在别的页面上改过，请再核对一遍");
        }
        if (review.keepsOriginals() && !backInTime(Present.date(ticked, DUE_BACK))) {
            wrong.put(DUE_BACK, "留下原件的，请填写今天以后的应还日期");
        }
        boolean submits = !review.verdict().receives();
        if (review.missing()
                && submits
                && IntakeStartPages.first(ticked, "insisted").isEmpty()) {
            wrong.put("insisted", "材料还没有交齐：请补上，或者由申请人确认仍要提交");
        }
        if (!review.running().isEmpty()
                && IntakeStartPages.first(ticked, "another").isEmpty()) {
            wrong.put("another", "同一申请人的同一事项正在办理：请确认仍要再收一件");
        }
        if (IntakeStartPages.first(ticked, "declared").isEmpty()) {
            wrong.put("declared", "请让申请人当场核对，再确认");
        }
        return wrong;
    }

    private boolean backInTime(@Nullable LocalDate dueBackOn) {
        return dueBackOn != null && dueBackOn.isAfter(time.today());
    }

    private IntakeReview review(OpenIntake open, Filing looked) {
        var check = catalogue.check(open.item(), looked, time.today());
        var lost = new LinkedHashMap<String, String>();
        open.asked().materials().stream()
                .filter(material -> looked.unavailable().contains(material.key()))
                .filter(material -> open.way(material) == Handing.SPARED)
                .forEach(material -> lost.put(material.key(), String.valueOf(material.exemptBy())));
        return new IntakeReview(
                open,
                IntakeReview.who(open),
                IntakeReview.answers(open, new ShownAnswers(regions, null)),
                materials.rows(open),
                form.errors(open),
                lost,
                verdicts.of(open, check),
                known.duplicates(open));
    }

    private JteModel again(
            Page page, IntakeReview review, Map<String, List<String>> ticked, Map<String, String> wrong) {
        return templates.counterReview(page, review, new Filled(ticked, wrong, regions));
    }
}
