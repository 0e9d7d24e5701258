package org.tongban.supervision;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;
import org.tongban.notices.NoticeKind;
import org.tongban.notices.Notices;
import org.tongban.places.ProblemTicket;

/** What supervision has to tell offices and the coordination office, into their inboxes. */
@Component
class Bulletins {
    /** Where a notice leads, as its pages know it. */
    private static final String REFERENCE = "ref";

    private final Notices notices;
    private final String coordination;

    Bulletins(Notices notices, @Value("${tongban.home:320000}") String home) {
        this.notices = notices;
        this.coordination = "coordination-" + home;
    }

    void opened(SupervisionOrder order) {
        var facts = Map.of(
                REFERENCE,
                String.valueOf(order.id()),
                "order",
                order.number(),
                "title",
                order.title(),
                "until",
                order.dueOn().toString());
        notices.tellOffice(
                order.office(), telling(order.itemId(), "order." + order.id(), NoticeKind.ORDER_CAME, facts));
    }

    /** Whoever has the next word is told of the other's. */
    void moved(SupervisionOrder order, SupervisionOrder.Step step, Actor by) {
        var facts = Map.of(
                REFERENCE,
                String.valueOf(order.id()),
                "order",
                order.number(),
                "title",
                order.title(),
                "step",
                step.label(),
                "stepEn",
                english(step));
        var occasion = "order." + order.id() + "." + (order.revision() + 1);
        if (by.role() == Role.SUPERVISOR) {
            notices.tellOffice(order.office(), telling(order.itemId(), occasion, NoticeKind.ORDER_MOVED, facts));
        } else {
            notices.tell(
                    Role.SUPERVISOR, coordination, telling(order.itemId(), occasion, NoticeKind.ORDER_ANSWERED, facts));
        }
    }

    void handedOn(ProblemTicket ticket, String office, int time) {
        var facts = Map.of(
                REFERENCE, ticket.id().toString(), "until", ticket.dueOn().toString());
        notices.tellOffice(
                office, telling(ticket.item(), "problem." + ticket.id() + "." + time, NoticeKind.PROBLEM_CAME, facts));
    }

    /** @param occasion of the year, told once */
    void reportOwed(Reports.Due due, String office, String occasion) {
        boolean late = due.reminder() == Reports.Reminder.OVER;
        var facts = Map.of(
                "year",
                String.valueOf(due.year()),
                "until",
                ProgressReport.dueOn(due.year()).toString());
        var kind = late ? NoticeKind.REPORT_LATE : NoticeKind.REPORT_NEAR;
        var telling = telling(null, "report." + due.year() + "." + occasion, kind, facts);
        notices.tell(Role.MANAGER, office, telling);
        if (due.report() != null && due.report().state() == ProgressReport.State.TO_SIGN) {
            notices.tell(Role.APPROVER, office, telling);
        }
    }

    void reportMoved(ProgressReport report, ProgressReport.Step step, String office) {
        var facts = Map.of(
                "year",
                String.valueOf(report.year()),
                "lead",
                report.lead(),
                "step",
                step.label(),
                "stepEn",
                english(step),
                REFERENCE,
                office);
        var occasion = "report." + report.year() + ".r" + (report.revision() + 1);
        if (step == ProgressReport.Step.SENT) {
            notices.tell(
                    Role.SUPERVISOR,
                    coordination,
                    telling(null, occasion + "." + office, NoticeKind.REPORT_CAME, facts));
        } else {
            notices.tell(Role.MANAGER, office, telling(null, occasion, NoticeKind.REPORT_MOVED, facts));
        }
    }

    /** The names of the steps are their English. */
    private static String english(Enum<?> step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** 0: a notice that is of no case. */
    private static Notices.Telling telling(
            @Nullable String item, String occasion, NoticeKind kind, Map<String, String> facts) {
        return new Notices.Telling(0, item == null ? "" : item, occasion, kind, facts);
    }
}
