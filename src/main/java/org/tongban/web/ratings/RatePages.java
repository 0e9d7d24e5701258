package org.tongban.web.ratings;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.Casebook;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Catalogue;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.ratings.RatingTickets;
import org.tongban.ratings.Ratings;
import org.tongban.web.Filled;
import org.tongban.web.Names;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 评价: as applicant or agent, of a case that has ended or a visit that was made; and what became of a bad one. */
@Controller
@RequestMapping("/my/cases/{number}/ratings")
@Door.Only(Role.APPLICANT)
class RatePages {
    private final Templates templates;
    private final Ratings ratings;
    private final RatingTickets tickets;
    private final Casebook casebook;
    private final Names names;
    private final Catalogue catalogue;
    private final Regions regions;

    RatePages(
            Templates templates,
            Ratings ratings,
            RatingTickets tickets,
            Casebook casebook,
            Names names,
            Catalogue catalogue,
            Regions regions) {
        this.templates = templates;
        this.ratings = ratings;
        this.tickets = tickets;
        this.casebook = casebook;
        this.names = names;
        this.catalogue = catalogue;
        this.regions = regions;
    }

    @GetMapping
    Reply back(@PathVariable String number) {
        return Reply.seeOther("/my/cases/" + number + "#ratings");
    }

    @GetMapping("/{occasion}")
    Reply ask(Page page, @PathVariable String number, @PathVariable String occasion, Actor by) {
        return Reply.show(templates.ratingsRate(page, view(number, occasion, by), Filled.empty(regions), null));
    }

    @PostMapping("/{occasion}")
    Reply rate(
            Page page,
            @PathVariable String number,
            @PathVariable String occasion,
            HttpServletRequest request,
            Actor by) {
        var form = RateForm.of(request);
        var said = form.said();
        if (said.isEmpty()) {
            return Reply.again(templates.ratingsRate(page, view(number, occasion, by), form.again(regions), null));
        }
        try {
            ratings.rate(id(number), occasion, said.get(), by);
            return Reply.seeOther("/my/cases/" + number + "/ratings/" + occasion);
        } catch (RefusedMove e) {
            var typed = new Filled(form.parameters(), Map.of(), regions);
            return Reply.again(templates.ratingsRate(page, view(number, occasion, by), typed, e.refusal()));
        }
    }

    /** 回访答复. */
    record CallBack(@Nullable String satisfied, @Nullable String words) {
        String text() {
            return words == null ? "" : words.strip();
        }
    }

    /** Whether the answer satisfies: the rater's own call back (policy N-34). */
    @PostMapping("/{occasion}/call-back")
    Reply calledBack(Page page, @PathVariable String number, @PathVariable String occasion, CallBack said, Actor by) {
        var view = view(number, occasion, by);
        var words = said.text();
        if (!List.of("true", "false").contains(String.valueOf(said.satisfied()))) {
            var filled = new Filled(Map.of("words", List.of(words)), Map.of("satisfied", "请选择满意或者不满意"), regions);
            return Reply.again(templates.ratingsRate(page, view, filled, null));
        }
        try {
            tickets.calledBack(view.rating().casefileId(), occasion, "true".equals(said.satisfied()), words);
            return Reply.seeOther("/my/cases/" + number + "/ratings/" + occasion);
        } catch (RefusedMove e) {
            return Reply.again(templates.ratingsRate(page, view, Filled.empty(regions), e.refusal()));
        }
    }

    /** Where signing in again leads after a lost session. */
    @GetMapping("/{occasion}/call-back")
    Reply backToIt(@PathVariable String number, @PathVariable String occasion) {
        return Reply.seeOther("/my/cases/" + number + "/ratings/" + occasion);
    }

    private RateView view(String number, String occasion, Actor by) {
        var opened = casebook.open(id(number), by);
        return ratings.of(opened, by).stream()
                .filter(rating -> rating.occasion().equals(occasion))
                .findFirst()
                .map(rating -> RateView.of(rating, names, catalogue))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static long id(String number) {
        return CaseNumber.parse(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
    }
}
