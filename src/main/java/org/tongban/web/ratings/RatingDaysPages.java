package org.tongban.web.ratings;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.ratings.HandlingDays;
import org.tongban.ratings.RatingTickets;
import org.tongban.web.Filled;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 差评处理期限: how many working days hold from when on (policy N-35). */
@Controller
@RequestMapping("/supervisor/rating-days")
@Door.Only(Role.SUPERVISOR)
class RatingDaysPages {
    private static final String FROM = "fromOn";

    private final Templates templates;
    private final RatingTickets tickets;
    private final Regions regions;

    RatingDaysPages(Templates templates, RatingTickets tickets, Regions regions) {
        this.templates = templates;
        this.tickets = tickets;
        this.regions = regions;
    }

    @GetMapping
    Reply show(Page page, HttpServletRequest request) {
        return Reply.show(templates.ratingsDays(page, tickets.days(), Filled.empty(regions), Notice.take(request)));
    }

    @PostMapping
    Reply set(Page page, HttpServletRequest request, Actor by) {
        var typed = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, Arrays.asList(values)));
        var filled = new Filled(typed, new LinkedHashMap<>(), regions);
        try {
            tickets.setDays(
                    new HandlingDays(
                            date(filled),
                            number(filled, "startDays"),
                            number(filled, "verifyDays"),
                            number(filled, "finishDays"),
                            filled.value("source").strip()),
                    by);
            Notice.of("已登记，到期自动生效。").keep(request);
            return Reply.seeOther("/supervisor/rating-days");
        } catch (RefusedMove e) {
            var errors = new LinkedHashMap<String, String>();
            if (e.refusal() instanceof Refusal.Fields wrong) {
                wrong.problems().forEach(problem -> errors.put(problem.key(), problem.text()));
            }
            return Reply.again(templates.ratingsDays(page, tickets.days(), new Filled(typed, errors, regions), null));
        }
    }

    /** What is no date lies in the past, and is refused as such. */
    private static LocalDate date(Filled filled) {
        try {
            return LocalDate.of(
                    number(filled, FROM + "-year"), number(filled, FROM + "-month"), number(filled, FROM + "-day"));
        } catch (DateTimeException e) {
            return LocalDate.MIN;
        }
    }

    private static int number(Filled filled, String name) {
        var typed = filled.value(name).strip();
        return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 0;
    }
}
