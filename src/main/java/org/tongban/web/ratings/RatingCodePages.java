package org.tongban.web.ratings;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Catalogue;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.ratings.Rating;
import org.tongban.ratings.Ratings;
import org.tongban.web.Filled;
import org.tongban.web.Names;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/**
 * 评价码: at the counter the clerk shows a code, the person scans or types it on their own device and rates there; the clerk sees neither
 * whether nor how (policy N-31).
 */
@Controller
class RatingCodePages {
    private static final String NUMBER = "number";
    private static final String CODE = "code";

    private final Templates templates;
    private final Ratings ratings;
    private final Names names;
    private final Catalogue catalogue;
    private final Regions regions;

    RatingCodePages(Templates templates, Ratings ratings, Names names, Catalogue catalogue, Regions regions) {
        this.templates = templates;
        this.ratings = ratings;
        this.names = names;
        this.catalogue = catalogue;
        this.regions = regions;
    }

    /** For the screen that faces the person. */
    @GetMapping("/counter/cases/{number}/rating-code")
    @Door.Only(Role.CLERK)
    Reply show(Page page, @PathVariable String number, Actor by) {
        var found = ratings.codeAtWindow(RatePages.id(number), by);
        if (found.isEmpty()) {
            return Reply.seeOther("/counter/cases/" + number);
        }
        var code = found.get();
        var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/rate")
                .queryParam(NUMBER, number)
                .queryParam(CODE, code)
                .toUriString();
        return Reply.show(templates.ratingsCode(page, number, code, QrCode.path(address)));
    }

    @GetMapping("/rate")
    @Door.Open
    Reply enter(
            Page page, @RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "") String code) {
        if (number.isBlank() && code.isBlank()) {
            return Reply.show(templates.ratingsEnter(page, Filled.empty(regions)));
        }
        return find(number, code)
                .map(rating -> Reply.show(form(page, rating, code, Filled.empty(regions))))
                .orElseGet(() -> Reply.again(templates.ratingsEnter(page, wrong(number, code))));
    }

    @PostMapping("/rate")
    @Door.Open
    Reply rate(
            Page page,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        var rating = find(number, code);
        if (rating.isEmpty()) {
            return Reply.again(templates.ratingsEnter(page, wrong(number, code)));
        }
        var form = RateForm.of(request);
        var said = form.said();
        if (said.isEmpty()) {
            return Reply.again(form(page, rating.get(), code, form.again(regions)));
        }
        try {
            ratings.rate(rating.get().casefileId(), code, said.get());
            return Reply.seeOther("/rate/thanks");
        } catch (RefusedMove e) {
            return Reply.again(form(page, rating.get(), code, form.again(regions)));
        }
    }

    @GetMapping("/rate/thanks")
    @Door.Open
    Reply thanks(Page page) {
        return Reply.show(templates.ratingsThanks(page));
    }

    private JteModel form(Page page, Rating rating, String code, Filled filled) {
        // rated before: said as such, and never how
        return rating.given() == null
                ? templates.ratingsByCode(page, RateView.of(rating, names, catalogue), code, filled)
                : templates.ratingsThanks(page);
    }

    private Optional<Rating> find(String number, String code) {
        return CaseNumber.parse(number).flatMap(parsed -> ratings.byCode(parsed.id(), code));
    }

    private Filled wrong(String number, String code) {
        return new Filled(
                Map.of(NUMBER, List.of(number), CODE, List.of(code)), Map.of(CODE, "办件编号或者评价码不对，请核对"), regions);
    }
}
