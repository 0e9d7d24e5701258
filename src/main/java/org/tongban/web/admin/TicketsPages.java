package org.tongban.web.admin;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.ProblemTicket;
import org.tongban.places.ProblemTickets;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Names;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 问题单处理: what could not be routed is looked into by a person and answered within its limit (M-20, M-27). */
@Controller
@RequestMapping("/admin/tickets")
@Door.Only(Role.SYSTEM_ADMIN)
class TicketsPages {
    private static final int PAGE = 50;
    private static final int LONGEST = 2000;

    private final Templates templates;
    private final ProblemTickets tickets;
    private final Catalogue catalogue;
    private final Names names;
    private final Regions regions;
    private final Time time;

    TicketsPages(
            Templates templates, ProblemTickets tickets, Catalogue catalogue, Names names, Regions regions, Time time) {
        this.templates = templates;
        this.tickets = tickets;
        this.catalogue = catalogue;
        this.names = names;
        this.regions = regions;
        this.time = time;
    }

    @GetMapping
    Reply list(Page page, @RequestParam(required = false) @Nullable UUID after, HttpServletRequest request) {
        var last = after == null ? null : tickets.find(after).orElse(null);
        var rows = tickets.open(null, last, PAGE + 1);
        var shown = rows.stream().limit(PAGE).map(this::view).toList();
        var next = rows.size() > PAGE
                ? "/admin/tickets?after=" + shown.getLast().ticket().id()
                : null;
        return Reply.show(templates.adminTickets(page, shown, next, Notice.take(request)));
    }

    @GetMapping("/{id}")
    Reply show(Page page, @PathVariable UUID id, HttpServletRequest request) {
        return Reply.show(show(page, ticket(id), Filled.empty(regions), Notice.take(request)));
    }

    private JteModel show(Page page, ProblemTicket ticket, Filled filled, @Nullable Notice notice) {
        return templates.adminTicket(page, view(ticket), filled, notice);
    }

    @PostMapping("/{id}")
    Reply answer(Page page, @PathVariable UUID id, Actor by, HttpServletRequest request) {
        var ticket = ticket(id);
        var typed = new Typed(
                FormPost.of(List.of(), request.getParameterMap(), regions).filled());
        var text = typed.required("answer", "答复", LONGEST);
        if (!typed.right()) {
            return Reply.again(show(page, ticket, typed.again(), null));
        }
        var first = tickets.answer(id, new ProblemTicket.Answer(text, by.id(), time.now()));
        (first ? Notice.of("已答复") : Notice.of("没有答复").withProblems(List.of("这张问题单刚才已经由别人答复。"))).keep(request);
        return Reply.seeOther(first ? "/admin/tickets" : "/admin/tickets/" + id);
    }

    private TicketView view(ProblemTicket ticket) {
        var region = ticket.regionGiven();
        var answer = ticket.answer();
        return new TicketView(
                ticket,
                catalogue.find(ticket.item()).map(Item::name).orElse(""),
                region == null ? "" : regions.find(region).isPresent() ? names.region(region) : region,
                answer == null ? "" : names.person(answer.by()),
                ticket.isOpen() && ticket.dueOn().isBefore(time.today()));
    }

    private ProblemTicket ticket(UUID id) {
        return tickets.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
