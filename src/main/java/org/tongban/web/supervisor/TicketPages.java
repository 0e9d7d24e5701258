package org.tongban.web.supervisor;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.casework.RefusedMove;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.ProblemTicket;
import org.tongban.places.ProblemTickets;
import org.tongban.places.Regions;
import org.tongban.supervision.ProblemDesk;
import org.tongban.web.Deadlines;
import org.tongban.web.DueIn;
import org.tongban.web.Filled;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/**
 * 办不成事: what people could not get done and records said to be wrong, each with its own limit, answered by a person of the coordination
 * office or of the office it was handed on to (policies M-20, M-27, D-12).
 */
@Controller
public class TicketPages {
    private static final int SHOWN = 50;

    private final Templates templates;
    private final ProblemTickets tickets;
    private final ProblemDesk desk;
    private final Surroundings around;
    private final Deadlines deadlines;
    private final Regions regions;

    TicketPages(
            Templates templates,
            ProblemTickets tickets,
            ProblemDesk desk,
            Surroundings around,
            Deadlines deadlines,
            Regions regions) {
        this.templates = templates;
        this.tickets = tickets;
        this.desk = desk;
        this.around = around;
        this.deadlines = deadlines;
        this.regions = regions;
    }

    /** 工单的一行: {@code office} is who must answer. */
    public record Line(ProblemTicket ticket, String service, String place, String office, DueIn clock) {}

    /** 转办的一行. */
    public record Handed(ProblemTicket.Handing handing, String office) {}

    @GetMapping("/supervisor/tickets")
    @Door.Only(Role.SUPERVISOR)
    Reply list(Page page, @RequestParam(required = false) @Nullable UUID after, Actor by) {
        return list(page, tickets.open(province(by), last(after), SHOWN + 1));
    }

    @GetMapping("/tickets")
    @Door.Only({Role.MANAGER, Role.OFFICER, Role.APPROVER, Role.CHECKER, Role.CLERK})
    Reply ours(Page page, @RequestParam(required = false) @Nullable UUID after, Actor by) {
        return list(page, desk.page(by, last(after), SHOWN + 1));
    }

    private @Nullable ProblemTicket last(@Nullable UUID after) {
        return after == null ? null : tickets.find(after).orElse(null);
    }

    private Reply list(Page page, List<ProblemTicket> found) {
        var next = found.size() > SHOWN
                ? page.path() + "?after=" + found.get(SHOWN - 1).id()
                : null;
        return Reply.show(templates.supervisorTickets(
                page, found.stream().limit(SHOWN).map(this::line).toList(), next));
    }

    @GetMapping("/supervisor/tickets/{id}")
    @Door.Only(Role.SUPERVISOR)
    Reply ticket(Page page, @PathVariable UUID id, Actor by) {
        return Reply.show(shown(page, find(id, by), Filled.empty(regions)));
    }

    @GetMapping("/tickets/{id}")
    @Door.Only({Role.MANAGER, Role.OFFICER, Role.APPROVER, Role.CHECKER, Role.CLERK})
    Reply ourTicket(Page page, @PathVariable UUID id, Actor by) {
        return Reply.show(shown(page, find(id, by), Filled.empty(regions)));
    }

    @PostMapping("/supervisor/tickets/{id}")
    @Door.Only(Role.SUPERVISOR)
    Reply act(Page page, @PathVariable UUID id, HttpServletRequest request, Actor by) {
        return done(page, id, request, by);
    }

    @PostMapping("/tickets/{id}")
    @Door.Only({Role.MANAGER, Role.OFFICER, Role.APPROVER, Role.CHECKER, Role.CLERK})
    Reply ourAct(Page page, @PathVariable UUID id, HttpServletRequest request, Actor by) {
        return done(page, id, request, by);
    }

    private Reply done(Page page, UUID id, HttpServletRequest request, Actor by) {
        var ticket = find(id, by);
        var filled = Typed.of(request, regions);
        boolean handsOn = filled.value("step").equals("handOn");
        try {
            if (handsOn) {
                desk.handOn(id, filled.value("office").strip(), filled.value("words"), by);
            } else {
                desk.answer(id, filled.value("text"), by);
            }
        } catch (RefusedMove refused) {
            var again = desk.find(id, by).orElse(ticket);
            return Reply.again(shown(page, again, Typed.refused(filled, refused, handsOn ? "words" : "text")));
        }
        // an office that sent it back does not see it any more
        return Reply.seeOther(handsOn && by.role() != Role.SUPERVISOR ? "/tickets" : page.path());
    }

    private ProblemTicket find(UUID id, Actor by) {
        return desk.find(id, by).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String province(Actor by) {
        var office = String.valueOf(by.office());
        return office.substring(office.lastIndexOf('-') + 1);
    }

    private JteModel shown(Page page, ProblemTicket ticket, Filled filled) {
        var handed = tickets.handings(ticket.id()).stream()
                .map(handing -> new Handed(handing, office(handing.office(), ticket)))
                .toList();
        return templates.supervisorTicket(page, line(ticket), handed, filled);
    }

    private String office(@Nullable String code, ProblemTicket ticket) {
        return around.office(code == null ? "coordination-" + ticket.coordinatedBy() : code);
    }

    private Line line(ProblemTicket ticket) {
        return new Line(
                ticket,
                ticket.item().isEmpty() ? "" : around.item(ticket.item()),
                ticket.regionGiven() == null ? "" : regions.fullName(ticket.regionGiven()),
                office(ticket.office(), ticket),
                ticket.isOpen() ? deadlines.due(ticket.dueOn(), null) : DueIn.uncounted());
    }
}
