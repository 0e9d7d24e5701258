package org.tongban.supervision;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.identity.LeadDepartments;
import org.tongban.places.ProblemTicket;
import org.tongban.places.ProblemTickets;
import org.tongban.ratings.RatingTickets;
import org.tongban.supervision.SupervisionOrder.Rule;

/** 督办事由: what is over its last day and is no case: yearly reports, problems people told of, tickets of bad ratings. */
@Component
class RuleCauses {
    private static final int PAGE = 200;

    /** 应督办的一项: which rule says so, of what, and what is to be asked of whom. */
    record Found(
            Rule rule,
            String cause,
            String office,
            @Nullable String itemId,
            String title,
            String text) {}

    private final Reports reports;
    private final LeadDepartments departments;
    private final ProblemTickets problems;
    private final RatingTickets ratings;
    private final Catalogue catalogue;

    RuleCauses(
            Reports reports,
            LeadDepartments departments,
            ProblemTickets problems,
            RatingTickets ratings,
            Catalogue catalogue) {
        this.reports = reports;
        this.departments = departments;
        this.problems = problems;
        this.ratings = ratings;
        this.catalogue = catalogue;
    }

    /** Reports of last year that are not sent; in the first quarter only: a node that begins later chases no old years. */
    List<Found> reports(LocalDate today, LocalDate dueBefore) {
        int year = today.getYear() - 1;
        if (today.getMonth().compareTo(Month.MARCH) > 0
                || !ProgressReport.dueOn(year).isBefore(dueBefore)) {
            return List.of();
        }
        var found = new ArrayList<Found>();
        for (var due : reports.due(year)) {
            if (due.reminder() == Reports.Reminder.OVER) {
                departments
                        .office(due.lead())
                        .ifPresent(office -> found.add(new Found(
                                Rule.REPORT_LATE,
                                "report:" + year + ":" + due.lead(),
                                office,
                                null,
                                "逾期未报送 " + year + " 年工作进展",
                                due.lead() + " " + year + " 年的工作进展应于 " + ProgressReport.dueOn(year)
                                        + " 前报送省协调办，至今没有报送。请尽快报送，并说明原因。")));
            }
        }
        return found;
    }

    /** Problems that nobody answered in time; of the office they were handed to, else of the coordination office. */
    List<Found> problems(LocalDate dueBefore) {
        var found = new ArrayList<Found>();
        var page = problems.open(null, null, PAGE);
        while (!page.isEmpty() && page.getFirst().dueOn().isBefore(dueBefore)) {
            page.stream()
                    .filter(ticket -> ticket.dueOn().isBefore(dueBefore))
                    .map(this::problem)
                    .forEach(found::add);
            page = problems.open(null, page.getLast(), PAGE);
        }
        return found;
    }

    private Found problem(ProblemTicket ticket) {
        var office = ticket.office();
        return new Found(
                Rule.PROBLEM_LATE,
                "problem:" + ticket.id(),
                office == null ? "coordination-" + ticket.coordinatedBy() : office,
                ticket.item().isEmpty() ? null : ticket.item(),
                "“办不成事”未按期答复" + (ticket.item().isEmpty() ? "" : "：" + name(ticket.item())),
                "有人在“办不成事”窗口反映的问题应于 " + ticket.dueOn() + " 前答复，至今没有答复。请尽快核实答复，并说明原因。");
    }

    List<Found> ratings(LocalDate dueBefore) {
        return ratings.overdue(dueBefore).stream()
                .map(ticket -> new Found(
                        Rule.RATING_LATE,
                        "rating:" + ticket.id(),
                        ticket.office(),
                        ticket.itemId(),
                        "差评未按期办结：" + name(ticket.itemId()),
                        "一张差评工单应于 " + ticket.finishBy() + " 前核实、整改、答复，至今没有办结。请尽快办结，并说明原因。"))
                .toList();
    }

    private String name(String itemId) {
        return catalogue.find(itemId).map(Item::name).orElse(itemId);
    }
}
