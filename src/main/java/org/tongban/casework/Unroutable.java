package org.tongban.casework;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.calendar.LimitUnit;
import org.tongban.calendar.Time;
import org.tongban.places.ProblemTicket;
import org.tongban.places.ProblemTickets;
import org.tongban.places.Unrouted;

/** 无法派送的申请: opens the problem ticket for a filing that found no office (M-20). */
@Component
public class Unroutable {
    private final ProblemTickets tickets;
    private final HolidayCalendar calendar;
    private final Time time;
    private final int workingDays;

    Unroutable(
            ProblemTickets tickets,
            HolidayCalendar calendar,
            Time time,
            @Value("${tongban.tickets.working-days:5}") int workingDays) {
        this.tickets = tickets;
        this.calendar = calendar;
        this.time = time;
        this.workingDays = workingDays;
    }

    public ProblemTicket ticket(RefusedFiling refused) {
        var places = refused.check().places();
        var region = places.getOrDefault("handled_by", refused.filing().places().get("apply_at"));
        var reason = "事项“" + refused.item().name() + "”在所给的地点找不到有权办理的机构";
        return open(new Unrouted(refused.item().id(), null, reason, region), null);
    }

    /**
     * 办不成事: what somebody says could not be done (policy M-27).
     *
     * @param item id of the service; empty where they do not know
     */
    public ProblemTicket told(String item, String what, @Nullable String region) {
        return open(new Unrouted(item, null, what, region), null);
    }

    /** The same for an office that is known to be the one to look into it. */
    public ProblemTicket told(String item, String what, @Nullable String region, String office) {
        return open(new Unrouted(item, null, what, region), office);
    }

    private ProblemTicket open(Unrouted unrouted, @Nullable String office) {
        var due = calendar.limits().end(time.today(), workingDays, LimitUnit.WORKING);
        return tickets.open(unrouted, office, due.on(), time.now());
    }
}
