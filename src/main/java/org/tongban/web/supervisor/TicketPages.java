package org.tongban.web.supervisor;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
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
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.ProblemTicket;
import org.tongban.places.ProblemTickets;
import org.tongban.places.Regions;
import org.tongban.web.Deadlines;
import org.tongban.web.DueIn;
import org.tongban.web.Filled;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 办不成事: what people could not get done, each with its own limit, answered by a person (policy M-20, M-27). */
@Controller
@RequestMapping("/supervisor/tickets")
@Door.Only(Role.SUPERVISOR)
public class TicketPages {
    private static final int SHOWN = 50;
    private static final int LONGEST = 2000;

    private final Templates templates;
    private final ProblemTickets tickets;
    private final Surroundings around;
    private final Deadlines deadlines;
    private final Regions regions;
    private final Time time;

    TicketPages(
            Templates templates,
            ProblemTickets tickets,
            Surroundings around,
            Deadlines deadlines,
            Regions regions,
            Time time) {
        this.templates = templates;
        this.tickets = tickets;
        this.around = around;
        this.deadlines = deadlines;
        this.regions = regions;
        this.time = time;
    }

    /** 工单的一行. */
    public record Line(ProblemTicket ticket, String service, String place, DueIn clock) {}

    @GetMapping
    Reply list(Page page, @RequestParam(required = false) @Nullable UUID after, Actor by) {
        var last = after == null ? null : tickets.find(after).orElse(null);
        var found = tickets.open(province(by), last, SHOWN + 1);
        var next = found.size() > SHOWN
                ? page.path() + "?after=" + found.get(SHOWN - 1).id()
                : null;
        List<Line> lines = found.stream().limit(SHOWN).map(this::line).toList();
        return Reply.show(templates.supervisorTickets(page, lines, next));
    }

    @GetMapping("/{id}")
    Reply ticket(Page page, @PathVariable UUID id, Actor by) {
        return Reply.show(shown(page, find(id, by), Filled.empty(regions)));
    }

    @PostMapping("/{id}")
    Reply answer(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String text, Actor by) {
        var ticket = find(id, by);
        var wrong = text.isBlank() ? "请写明怎样解决，或者该找谁" : text.length() > LONGEST ? "太长，最多 " + LONGEST + " 个字" : null;
        if (wrong == null && !tickets.answer(id, new ProblemTicket.Answer(text.strip(), by.name(), time.now()))) {
            wrong = "已经由别人答复，这次没有保存";
        }
        if (wrong != null) {
            var filled = Typed.of(Map.of("text", text), regions);
            return Reply.again(shown(page, find(id, by), filled.withErrors(List.of(new FieldError("text", wrong)))));
        }
        return Reply.seeOther(page.path());
    }

    /** One's own province's only. */
    private ProblemTicket find(UUID id, Actor by) {
        return tickets.find(id)
                .filter(ticket -> ticket.coordinatedBy().equals(province(by)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String province(Actor by) {
        var office = String.valueOf(by.office());
        return office.substring(office.lastIndexOf('-') + 1);
    }

    private JteModel shown(Page page, ProblemTicket ticket, Filled filled) {
        return templates.supervisorTicket(page, line(ticket), filled);
    }

    private Line line(ProblemTicket ticket) {
        return new Line(
                ticket,
                ticket.item().isEmpty() ? "" : around.item(ticket.item()),
                ticket.regionGiven() == null ? "" : regions.fullName(ticket.regionGiven()),
                ticket.isOpen() ? deadlines.due(ticket.dueOn(), null) : DueIn.uncounted());
    }
}
