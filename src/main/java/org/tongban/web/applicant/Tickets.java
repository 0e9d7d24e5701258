package org.tongban.web.applicant;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongban.casework.RefusedFiling;
import org.tongban.casework.Unroutable;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Material;
import org.tongban.places.ProblemTicket;
import org.tongban.places.ProblemTickets;
import org.tongban.supervision.ProblemDesk;

/** 问题工单: at most one for a draft, however often its button is pressed. */
@Component
class Tickets {
    private final Unroutable unroutable;
    private final ProblemDesk problems;
    private final ProblemTickets tickets;
    private final OpenDrafts drafts;

    Tickets(Unroutable unroutable, ProblemDesk problems, ProblemTickets tickets, OpenDrafts drafts) {
        this.unroutable = unroutable;
        this.problems = problems;
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

    /** A record is said to be wrong; whoever keeps it looks (policy D-12). The value itself stays out of the ticket. */
    ProblemTicket correction(OpenDraft draft, Field field, Worksheet.Origin origin, String words) {
        var what = "数据校核：申请人认为预填的“" + field.label() + "”不对。来源：" + origin.words().replace("您", "申请人") + "；保管单位："
                + origin.organ() + "。申请人说明：" + words;
        return problems.open(new ProblemDesk.Told(draft.item().id(), what, origin.region(), origin.office()));
    }

    /** The same of a record that spares a material. */
    ProblemTicket correction(OpenDraft draft, Material material, String words) {
        var what = "数据校核：申请人认为“" + material.name() + "”的共享记录不对，选择自己提交。来源：" + material.exemptBy() + "。申请人说明：" + words;
        return unroutable.told(draft.item().id(), what, draft.sheet().places().get("apply_at"));
    }

    private ProblemTicket kept(OpenDraft draft, ProblemTicket ticket) {
        draft.sheet().ticket(ticket.id().toString());
        drafts.save(draft);
        return ticket;
    }
}
