package org.tongban.web.ratings;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.ratings.RatingTickets;
import org.tongban.ratings.Ticket;
import org.tongban.ratings.TicketMove;
import org.tongban.web.DueIn;
import org.tongban.web.Filled;
import org.tongban.web.Names;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 差评工单: the office's own, and for a supervisor those of the province. */
@Controller
@RequestMapping("/redress")
@Door.Only({Role.OFFICER, Role.APPROVER, Role.SUPERVISOR})
public class RatingTicketPages {
    private static final int SIZE = 30;

    private final Templates templates;
    private final RatingTickets tickets;
    private final Catalogue catalogue;
    private final Names names;
    private final Regions regions;
    private final RatingClocks clocks;
    private final Time time;

    RatingTicketPages(
            Templates templates,
            RatingTickets tickets,
            Catalogue catalogue,
            Names names,
            Regions regions,
            RatingClocks clocks,
            Time time) {
        this.templates = templates;
        this.tickets = tickets;
        this.catalogue = catalogue;
        this.names = names;
        this.regions = regions;
        this.clocks = clocks;
        this.time = time;
    }

    /** 工单的一行. */
    public record Row(Ticket ticket, String service, String office, DueIn clock) {}

    /**
     * 打开的工单.
     *
     * @param number of the case, where a reason was given to see it; null: covered
     */
    public record View(
            Row row, RatingTickets.Opened opened, @Nullable String number) {
        public String path() {
            return "/redress/" + row.ticket().id();
        }

        public boolean can(TicketMove move) {
            return opened.possible().contains(move);
        }
    }

    @GetMapping
    Reply list(
            Page page,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable UUID after,
            Actor by) {
        var found = tickets.page(by, after(at, after), SIZE + 1);
        var rows = found.stream().limit(SIZE).map(this::row).toList();
        var last = rows.isEmpty() ? null : rows.getLast().ticket();
        var next =
                found.size() > SIZE && last != null ? "/redress?at=" + last.finishBy() + "&after=" + last.id() : null;
        return Reply.show(templates.ratingsTickets(page, rows, next, by.role() == Role.SUPERVISOR));
    }

    @GetMapping("/{id}")
    Reply show(Page page, @PathVariable UUID id, Actor by) {
        return Reply.show(shown(page, id, by, Filled.empty(regions), null));
    }

    /**
     * 工单办理.
     *
     * @param yes founded, satisfied or upheld; null: not chosen
     */
    record Form(
            int revision,
            @Nullable String yes,
            @Nullable String words,
            @Nullable String redress,
            @Nullable String published) {
        RatingTickets.Doing doing(TicketMove move) {
            return new RatingTickets.Doing(move, "true".equals(yes), text(words), text(redress), text(published));
        }

        boolean chose() {
            return "true".equals(yes) || "false".equals(yes);
        }

        Map<String, List<String>> typed() {
            var typed = new LinkedHashMap<String, List<String>>();
            typed.put("yes", List.of(text(yes)));
            typed.put("words", List.of(text(words)));
            typed.put("redress", List.of(text(redress)));
            typed.put("published", List.of(text(published)));
            return typed;
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    @PostMapping("/{id}/{move}")
    Reply act(Page page, @PathVariable UUID id, @PathVariable TicketMove move, Form form, Actor by) {
        boolean chooses = move == TicketMove.VERIFY || move == TicketMove.CALL_BACK || move == TicketMove.REVIEW;
        if (chooses && !form.chose()) {
            var filled = new Filled(form.typed(), Map.of("yes", "请选择"), regions);
            return Reply.again(shown(page, id, by, filled, null));
        }
        try {
            tickets.act(id, form.revision(), form.doing(move), by);
            return Reply.seeOther("/redress/" + id);
        } catch (RefusedMove e) {
            if (e.refusal() instanceof Refusal.Fields wrong) {
                var errors = new LinkedHashMap<String, String>();
                wrong.problems().forEach(problem -> errors.put(problem.key(), problem.text()));
                return Reply.again(shown(page, id, by, new Filled(form.typed(), errors, regions), null));
            }
            int status = e.refusal().code().equals("stale") ? HttpStatus.CONFLICT.value() : 422;
            var filled = new Filled(form.typed(), Map.of(), regions);
            return new Reply.Tell(status, shown(page, id, by, filled, e.refusal()));
        }
    }

    /** Where signing in again leads after a lost session. */
    @GetMapping({"/{id}/{move}"})
    Reply back(@PathVariable UUID id, @PathVariable String move) {
        return Reply.seeOther("/redress/" + id);
    }

    /** Which case it is: needed to look into it, and logged with the reason. */
    @PostMapping("/{id}/reveal")
    Reply reveal(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor by) {
        if (!ReadLog.Reason.isValid(reason)) {
            return Reply.seeOther("/redress/" + id);
        }
        var number = tickets.reveal(id, new ReadLog.Reason(reason), by)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var opened = opened(id, by);
        var view = new View(row(opened.ticket()), opened, number.toString());
        return Reply.show(templates.ratingsTicket(page, view, Filled.empty(regions), null));
    }

    private JteModel shown(Page page, UUID id, Actor by, Filled filled, @Nullable Refusal refusal) {
        var opened = opened(id, by);
        return templates.ratingsTicket(page, new View(row(opened.ticket()), opened, null), filled, refusal);
    }

    private RatingTickets.Opened opened(UUID id, Actor by) {
        return tickets.open(id, by).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Row row(Ticket ticket) {
        return new Row(
                ticket,
                catalogue.find(ticket.itemId()).map(Item::name).orElse(ticket.itemId()),
                names.office(ticket.office()),
                ticket.state().open() ? clocks.of(ticket.dueOn(), time.today()) : DueIn.uncounted());
    }

    private static RatingTickets.@Nullable After after(@Nullable String at, @Nullable UUID ticket) {
        try {
            return at == null || ticket == null ? null : new RatingTickets.After(LocalDate.parse(at), ticket);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
