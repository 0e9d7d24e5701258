package org.tongban.web.applicant;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongban.casework.RefusedFiling;
import org.tongban.casework.Unroutable;
import org.tongban.places.ProblemTicket;
import org.tongban.places.ProblemTickets;

/** 问题工单: at most one for a draft, however often its button is pressed. */
@Component
class Tickets {
    private final Unroutable unroutable;
    private final ProblemTickets tickets;
    private final OpenDrafts drafts;

    Tickets(Unroutable unroutable, ProblemTickets tickets, OpenDrafts drafts) {
        this.unroutable = unroutable;
        this.tickets = tickets;
        this.drafts = drafts;
    }

    /** The ticket of a filing for which no office was found (policy M-20). */
    ProblemTicket unroutable(OpenDraft draft, RefusedFiling refused) {
        var before = draft.sheet().ticket();
        return before == null
                ? kept(draft, unroutable.ticket(refused))
                : tickets.find(UUID.fromString(before)).orElseGet(() -> kept(draft, unroutable.ticket(refused)));
    }

    /** A person's written answer is asked for instead of a rule's (policy L-10). */
    ProblemTicket question(OpenDraft draft, String words) {
        var region = draft.sheet().places().get("apply_at");
        return kept(draft, unroutable.told(draft.item().id(), words, region));
    }

    private ProblemTicket kept(OpenDraft draft, ProblemTicket ticket) {
        draft.sheet().ticket(ticket.id().toString());
        drafts.save(draft);
        return ticket;
    }
}
