package org.tongban.web.home;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.casework.Unroutable;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.identity.Door;
import org.tongban.places.ProblemTickets;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/**
 * “办不成事”反映窗口: opens a ticket that a person answers within its own limit (policy M-27). It keeps no contact: the address of the
 * ticket, which nobody can guess, is where the answer is read.
 */
@Controller
@RequestMapping("/help/unsolved")
@Door.Open
class UnsolvedPages {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 1000;
    private static final String PLACE = "place";
    private static final List<Field> FORM = List.of(
            new Field.RegionCode(new Field.About(PLACE, "在哪里办", false, null, null, null, Field.Purpose.EXAMINE)));

    private final Templates templates;
    private final Catalogue catalogue;
    private final ProblemTickets tickets;
    private final Unroutable unroutable;
    private final Regions regions;

    UnsolvedPages(
            Templates templates, Catalogue catalogue, ProblemTickets tickets, Unroutable unroutable, Regions regions) {
        this.templates = templates;
        this.catalogue = catalogue;
        this.tickets = tickets;
        this.unroutable = unroutable;
        this.regions = regions;
    }

    @GetMapping
    Reply form(Page page) {
        return Reply.show(templates.helpUnsolved(page, catalogue.items(), Filled.empty(regions)));
    }

    @PostMapping
    Reply send(Page page, HttpServletRequest request) {
        var post = FormPost.of(FORM, request.getParameterMap(), regions);
        if (post.showsAgain()) {
            return Reply.show(templates.helpUnsolved(page, catalogue.items(), post.filled()));
        }
        var filled = post.filled();
        var errors = errors(filled);
        if (!errors.isEmpty()) {
            return Reply.again(templates.helpUnsolved(page, catalogue.items(), filled.withErrors(errors)));
        }
        var ticket = unroutable.told(item(filled), filled.value("what").strip(), emptyAsNull(filled.value(PLACE)));
        return Reply.seeOther("/help/unsolved/" + ticket.id());
    }

    @GetMapping("/{id}")
    Reply ticket(Page page, @PathVariable UUID id) {
        var ticket = tickets.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Reply.show(templates.helpTicket(page, ticket));
    }

    private static List<FieldError> errors(Filled filled) {
        var errors = new ArrayList<FieldError>();
        var what = filled.value("what").strip();
        if (what.length() < SHORTEST) {
            errors.add(new FieldError("what", "请说明遇到了什么问题"));
        }
        if (what.length() > LONGEST) {
            errors.add(new FieldError("what", "太长，最多" + LONGEST + "个字"));
        }
        return errors;
    }

    /** Empty where the person does not know which service it is. */
    private String item(Filled filled) {
        return catalogue.find(filled.value("item")).map(Item::id).orElse("");
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
