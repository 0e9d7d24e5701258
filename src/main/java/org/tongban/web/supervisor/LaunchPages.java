package org.tongban.web.supervisor;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.Time;
import org.tongban.casework.RefusedMove;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.supervision.Figures;
import org.tongban.supervision.LaunchPlan;
import org.tongban.supervision.LaunchTask;
import org.tongban.supervision.Orders;
import org.tongban.supervision.TaskState;
import org.tongban.web.Filled;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 任务台账: the 140 at a glance, each with its evidence and history; lead departments update their own lines. */
@Controller
public class LaunchPages {
    private static final int ORDERS_SHOWN = 20;

    private final Templates templates;
    private final LaunchPlan plan;
    private final Orders orders;
    private final Figures figures;
    private final Regions regions;
    private final Time time;

    LaunchPages(Templates templates, LaunchPlan plan, Orders orders, Figures figures, Regions regions, Time time) {
        this.templates = templates;
        this.plan = plan;
        this.orders = orders;
        this.figures = figures;
        this.regions = regions;
        this.time = time;
    }

    /** 任务一览. */
    public record Board(List<LaunchTask> all, List<LaunchTask> shown, TaskFilter filter, LocalDate today) {}

    @GetMapping("/supervisor/tasks")
    @Door.Only(Role.SUPERVISOR)
    Reply tasks(Page page, HttpServletRequest request) {
        var filter = TaskFilter.of(Typed.of(request, regions));
        var all = plan.tasks();
        return Reply.show(templates.supervisorTasks(
                page,
                new Board(all, filter.of(all), filter, time.today()),
                figures.asOf().orElse(null)));
    }

    /** The province's own table, for paper (policy M-30). */
    @GetMapping("/supervisor/tasks/table")
    @Door.Only({Role.SUPERVISOR, Role.MANAGER})
    Reply table(Page page) {
        return Reply.show(templates.supervisorTable(page, plan.standing()));
    }

    @GetMapping("/supervisor/tasks/{id}")
    @Door.Only(Role.SUPERVISOR)
    Reply task(Page page, @PathVariable String id) {
        var task = find(id);
        return Reply.show(templates.supervisorTask(
                page,
                task,
                plan.history(id),
                orders.about(id, ORDERS_SHOWN),
                figures.asOf().orElse(null)));
    }

    @GetMapping("/manager/tasks")
    @Door.Only(Role.MANAGER)
    Reply own(Page page, Actor by) {
        var own = plan.tasks().stream()
                .filter(task -> plan.leads(task.item(), by))
                .toList();
        var filter = new TaskFilter("", "", "", "", "");
        return Reply.show(templates.supervisorOwnTasks(
                page, new Board(own, own, filter, time.today()), figures.asOf().orElse(null)));
    }

    @GetMapping("/manager/tasks/{id}")
    @Door.Only(Role.MANAGER)
    Reply ownTask(Page page, @PathVariable String id, Actor by) {
        var task = mine(id, by);
        return Reply.show(form(page, task, filled(task)));
    }

    @PostMapping("/manager/tasks/{id}")
    @Door.Only(Role.MANAGER)
    Reply update(Page page, @PathVariable String id, HttpServletRequest request, Actor by) {
        var task = mine(id, by);
        var filled = Typed.of(request, regions);
        try {
            plan.update(id, Typed.number(filled.value("seq")), typed(filled), by);
        } catch (RefusedMove refused) {
            return Reply.again(form(page, task, Typed.refused(filled, refused, "state")));
        }
        return Reply.seeOther("/manager/tasks/" + id);
    }

    private JteModel form(Page page, LaunchTask task, Filled filled) {
        return templates.supervisorOwnTask(page, task, plan.history(task.item().id()), filled);
    }

    private static LaunchPlan.Update typed(Filled filled) {
        return new LaunchPlan.Update(
                state(filled.value("state")),
                Typed.date(filled.value("plannedOn")),
                filled.value("evidence"),
                filled.value("obstacle"),
                filled.value("remover"));
    }

    private static TaskState state(String name) {
        for (var state : TaskState.values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        return TaskState.NOT_STARTED;
    }

    private Filled filled(LaunchTask task) {
        var entry = task.entry();
        return entry == null
                ? Typed.of(Map.of("state", task.state().name()), regions)
                : Typed.of(
                        Map.of(
                                "state", entry.state().name(),
                                "plannedOn",
                                        entry.plannedOn() == null
                                                ? ""
                                                : entry.plannedOn().toString(),
                                "evidence", entry.evidence(),
                                "obstacle", entry.obstacle(),
                                "remover", entry.remover()),
                        regions);
    }

    private LaunchTask mine(String id, Actor by) {
        var task = find(id);
        if (!plan.leads(task.item(), by)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return task;
    }

    private LaunchTask find(String id) {
        return plan.task(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
