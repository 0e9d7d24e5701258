package org.tongban.web.supervisor;

import java.util.List;
import org.tongban.supervision.LaunchTask;
import org.tongban.web.Filled;

/** 任务筛选: what of the tasks is shown; empty texts filter nothing. */
public record TaskFilter(String batch, String state, String lead, String cooperating, String words) {
    static TaskFilter of(Filled filled) {
        return new TaskFilter(
                filled.value("batch"),
                filled.value("state"),
                filled.value("lead"),
                filled.value("cooperating"),
                filled.value("q").strip());
    }

    List<LaunchTask> of(List<LaunchTask> tasks) {
        return tasks.stream().filter(this::matches).toList();
    }

    private boolean matches(LaunchTask task) {
        var item = task.item();
        return (batch.isEmpty() || item.batch().equals(batch))
                && (state.isEmpty() || task.state().name().equals(state))
                && (lead.isEmpty() || item.lead().equals(lead))
                && (cooperating.isEmpty() || item.cooperating().contains(cooperating))
                && (words.isEmpty()
                        || item.name().contains(words)
                        || item.scenario().contains(words));
    }

    public boolean any() {
        return !(batch + state + lead + cooperating + words).isEmpty();
    }
}
