package org.tongban.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.Time;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.identity.Actor;
import org.tongban.identity.LeadDepartments;
import org.tongban.identity.Role;

/** 任务台账: the services of the province's table as tasks of their lead departments (policy M-30). */
@Component
public class LaunchPlan {
    private static final Map<String, LocalDate> DUE =
            Map.of("2020", LocalDate.of(2020, 12, 31), "2021", LocalDate.of(2021, 12, 31));
    private static final int TEXT_MAX = 1000;
    private static final int NAME_MAX = 60;
    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);

    /** 任务填报: what a lead department says now. */
    public record Update(
            TaskState state, @Nullable LocalDate plannedOn, String evidence, String obstacle, String remover) {}

    private final LaunchStore store;
    private final FigureStore figures;
    private final Catalogue catalogue;
    private final LeadDepartments departments;
    private final Time time;

    LaunchPlan(LaunchStore store, FigureStore figures, Catalogue catalogue, LeadDepartments departments, Time time) {
        this.store = store;
        this.figures = figures;
        this.catalogue = catalogue;
        this.departments = departments;
        this.time = time;
    }

    /** All of them, in the order of the table. */
    @Transactional(readOnly = true)
    public List<LaunchTask> tasks() {
        var entries = store.latest().stream().collect(Collectors.toMap(LaunchEntry::itemId, e -> e));
        var spreads = store.spreads();
        var tallies = figures.by(Figures.By.ITEM.column(), Figures.Scope.between(BEGINNING, time.today()));
        return catalogue.items().stream()
                .map(item -> {
                    var spread = spreads.get(item.id());
                    return new LaunchTask(
                            item,
                            DUE.get(item.batch()),
                            entries.get(item.id()),
                            spread == null ? List.of() : List.of(spread.first()),
                            spread == null ? 0 : spread.provinces(),
                            tallies.getOrDefault(item.id(), Tally.NONE));
                })
                .toList();
    }

    /** All of them as they were said to stand, without what cases show: for counting how many stand how. */
    @Transactional(readOnly = true)
    public List<LaunchTask> standing() {
        var entries = store.latest().stream().collect(Collectors.toMap(LaunchEntry::itemId, e -> e));
        return catalogue.items().stream()
                .map(item ->
                        new LaunchTask(item, DUE.get(item.batch()), entries.get(item.id()), List.of(), 0, Tally.NONE))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<LaunchTask> task(String itemId) {
        return catalogue.find(itemId).map(item -> {
            var opened = store.opened(itemId);
            var scope = Figures.Scope.between(BEGINNING, time.today()).of(Set.of(itemId));
            return new LaunchTask(
                    item,
                    DUE.get(item.batch()),
                    store.latest(itemId).orElse(null),
                    opened,
                    opened.stream().map(LaunchTask.Opened::handledBy).distinct().count(),
                    figures.by("''", scope).getOrDefault("", Tally.NONE));
        });
    }

    /** What was said of it, latest first. */
    @Transactional(readOnly = true)
    public List<LaunchEntry> history(String itemId) {
        return store.history(itemId);
    }

    /** Whether this manager speaks for the service's lead department. */
    public boolean leads(Item item, Actor by) {
        return by.role() == Role.MANAGER
                && by.office() != null
                && departments
                        .department(by.office())
                        .filter(item.lead()::equals)
                        .isPresent();
    }

    /**
     * Says how a task stands.
     *
     * @param seen the last entry that was on the page
     */
    @Transactional
    public void update(String itemId, int seen, Update update, Actor by) {
        var item = catalogue.item(itemId);
        if (!leads(item, by)) {
            throw refused("not-your-task", "这项任务由" + item.lead() + "牵头，只有牵头单位可以更新。", "请由牵头单位的管理员登录后更新。");
        }
        check(update);
        if (store.latest(itemId).map(LaunchEntry::seq).orElse(0) != seen) {
            throw changed();
        }
        try {
            store.append(new LaunchEntry(
                    itemId,
                    seen + 1,
                    time.now(),
                    by.id(),
                    by.name(),
                    String.valueOf(by.office()),
                    update.state(),
                    update.plannedOn(),
                    update.evidence().strip(),
                    update.obstacle().strip(),
                    update.remover().strip()));
        } catch (DuplicateKeyException e) {
            throw changed();
        }
    }

    private void check(Update update) {
        var problems = new ArrayList<Refusal.Fields.Problem>();
        if (update.state() == TaskState.IN_DIFFICULTY && update.obstacle().isBlank()) {
            problems.add(new Refusal.Fields.Problem("obstacle", "有困难的，请写明困难是什么"));
        }
        if (!update.obstacle().isBlank() && update.remover().isBlank()) {
            problems.add(new Refusal.Fields.Problem("remover", "请写明由谁解决"));
        }
        if (update.state() == TaskState.UNDER_WAY && update.plannedOn() == null) {
            problems.add(new Refusal.Fields.Problem("plannedOn", "推进中的，请写明计划实现的日期"));
        }
        if (update.state() == TaskState.ACHIEVED && update.evidence().isBlank()) {
            problems.add(new Refusal.Fields.Problem("evidence", "已实现的，请写明依据：在哪些地方、以什么方式开通"));
        }
        tooLong(problems, "evidence", update.evidence(), TEXT_MAX);
        tooLong(problems, "obstacle", update.obstacle(), TEXT_MAX);
        tooLong(problems, "remover", update.remover(), NAME_MAX);
        if (!problems.isEmpty()) {
            throw new RefusedMove(new Refusal.Fields(List.copyOf(problems)));
        }
    }

    private static void tooLong(List<Refusal.Fields.Problem> problems, String key, String text, int longest) {
        if (text.length() > longest) {
            problems.add(new Refusal.Fields.Problem(key, "太长，最多 " + longest + " 个字"));
        }
    }

    private static RefusedMove changed() {
        return refused("changed-meanwhile", "您打开之后，这一行已经由别人更新。", "您填写的内容还在，请看过更新记录后再提交。");
    }

    static RefusedMove refused(String code, String text, String next) {
        return new RefusedMove(new Refusal.Rule(code, text, next));
    }
}
