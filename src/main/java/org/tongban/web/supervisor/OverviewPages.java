package org.tongban.web.supervisor;

import gg.jte.generated.precompiled.Templates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongban.calendar.Time;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.ProblemTickets;
import org.tongban.supervision.Figures;
import org.tongban.supervision.LaunchPlan;
import org.tongban.supervision.LaunchTask;
import org.tongban.supervision.Orders;
import org.tongban.supervision.Reconciliation;
import org.tongban.supervision.Reports;
import org.tongban.supervision.SupervisionOrder;
import org.tongban.supervision.Tally;
import org.tongban.supervision.TaskState;
import org.tongban.supervision.Watch;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 总览: what asks for the coordination office's attention today; and the departments side by side. */
@Controller
@Door.Only(Role.SUPERVISOR)
public class OverviewPages {
    private static final int LISTED = 50;

    private final Templates templates;
    private final LaunchPlan plan;
    private final Watch watch;
    private final Orders orders;
    private final ProblemTickets tickets;
    private final Reports reports;
    private final Figures figures;
    private final Reconciliation reconciliation;
    private final Surroundings around;
    private final Time time;

    OverviewPages(
            Templates templates,
            LaunchPlan plan,
            Watch watch,
            Orders orders,
            ProblemTickets tickets,
            Reports reports,
            Figures figures,
            Reconciliation reconciliation,
            Surroundings around,
            Time time) {
        this.templates = templates;
        this.plan = plan;
        this.watch = watch;
        this.orders = orders;
        this.tickets = tickets;
        this.reports = reports;
        this.figures = figures;
        this.reconciliation = reconciliation;
        this.around = around;
        this.time = time;
    }

    /** 总览数. */
    public record Overview(
            List<LaunchTask> tasks,
            Watch.Counted red,
            Watch.Counted yellow,
            Map<String, Long> silent,
            List<SupervisionOrder> orders,
            long ordersLate,
            int tickets,
            long ticketsLate,
            List<Reports.Due> reports,
            Tally month,
            LocalDate today,
            @Nullable Instant asOf,
            Reconciliation.@Nullable Result reconciled) {

        public long tasksIn(TaskState state) {
            return tasks.stream().filter(task -> task.state() == state).count();
        }

        public long tasksOverdue() {
            return tasks.stream().filter(task -> task.overdue(today)).count();
        }

        public List<Reports.Due> reportsOwed() {
            return reports.stream()
                    .filter(due -> due.reminder() != Reports.Reminder.NONE)
                    .toList();
        }
    }

    /** 单位比较的一行: a lead department with its tasks and figures. */
    public record Lead(String name, List<LaunchTask> tasks, Tally tally, long red, long yellow) {
        public long in(TaskState state) {
            return tasks.stream().filter(task -> task.state() == state).count();
        }
    }

    /** 配合单位的一行. */
    public record Helper(String name, int services, long achieved) {}

    @GetMapping("/supervisor")
    Reply overview(Page page, Actor by) {
        var today = time.today();
        var open = orders.list(true, null, null, LISTED);
        var office = String.valueOf(by.office());
        var waiting = tickets.open(office.substring(office.lastIndexOf('-') + 1), null, LISTED);
        var overview = new Overview(
                plan.standing(),
                watch.count(new Watch.Filter(Watch.Level.RED, null, null)),
                watch.count(new Watch.Filter(Watch.Level.YELLOW, null, null)),
                watch.silentOffices(),
                open,
                open.stream().filter(order -> order.dueOn().isBefore(today)).count(),
                waiting.size(),
                waiting.stream()
                        .filter(ticket -> ticket.dueOn().isBefore(today))
                        .count(),
                reports.due(today.getMonthValue() == 1 ? today.getYear() - 1 : today.getYear()),
                figures.total(Figures.Scope.between(today, today)),
                today,
                figures.asOf().orElse(null),
                reconciliation.last().orElse(null));
        return Reply.show(templates.supervisorOverview(page, overview, around));
    }

    @GetMapping("/supervisor/departments")
    Reply departments(Page page) {
        var tasks = plan.tasks();
        var byLead = new LinkedHashMap<String, List<LaunchTask>>();
        tasks.forEach(task -> byLead.computeIfAbsent(task.item().lead(), _ -> new ArrayList<>())
                .add(task));
        var red = watch.byItem(Watch.Level.RED);
        var yellow = watch.byItem(Watch.Level.YELLOW);
        var leads = byLead.entrySet().stream()
                .map(e -> new Lead(
                        e.getKey(),
                        e.getValue(),
                        e.getValue().stream().map(LaunchTask::tally).reduce(Tally.NONE, Tally::plus),
                        sum(red, e.getValue()),
                        sum(yellow, e.getValue())))
                .toList();
        return Reply.show(templates.supervisorDepartments(
                page,
                leads,
                helpers(tasks),
                watch.silentOffices(),
                around,
                figures.asOf().orElse(null)));
    }

    private static long sum(Map<String, Long> byItem, List<LaunchTask> tasks) {
        return tasks.stream()
                .mapToLong(task -> byItem.getOrDefault(task.item().id(), 0L))
                .sum();
    }

    private static List<Helper> helpers(List<LaunchTask> tasks) {
        var services = new TreeMap<String, TreeSet<String>>();
        var achieved = new TreeMap<String, Long>();
        for (var task : tasks) {
            for (var name : task.item().cooperating()) {
                services.computeIfAbsent(name, _ -> new TreeSet<>())
                        .add(task.item().id());
                achieved.merge(name, task.state() == TaskState.ACHIEVED ? 1L : 0L, Long::sum);
            }
        }
        return services.entrySet().stream()
                .map(e -> new Helper(e.getKey(), e.getValue().size(), achieved.getOrDefault(e.getKey(), 0L)))
                .sorted((one, other) -> Integer.compare(other.services(), one.services()))
                .toList();
    }
}
