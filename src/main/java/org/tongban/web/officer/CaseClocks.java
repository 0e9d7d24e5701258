package org.tongban.web.officer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casefile;
import org.tongban.casework.Interval;
import org.tongban.casework.Leg;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.web.Deadlines;
import org.tongban.web.DueIn;
import org.tongban.web.officer.CaseSheet.ClockKind;
import org.tongban.web.officer.CaseSheet.ClockLine;

/** 办件的时限: which limits run now, and how they stand. */
@Component
class CaseClocks {
    private static final Map<TaskKind, ClockKind> OF_TASKS = Map.of(
            TaskKind.FORM_CHECK, ClockKind.HAND_OVER,
            TaskKind.ACCEPTANCE, ClockKind.ACCEPTANCE,
            TaskKind.SUPPLEMENT, ClockKind.SUPPLEMENT);

    private final Deadlines deadlines;

    CaseClocks(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    List<ClockLine> of(Casefile file) {
        var lines = new ArrayList<ClockLine>();
        for (var task : file.openTasks()) {
            var kind = OF_TASKS.get(task.kind());
            if (kind != null && task.dueOn() != null) {
                lines.add(new ClockLine(null, kind, deadlines.due(task.dueOn(), null)));
            }
        }
        for (var leg : file.legs()) {
            if (leg.state() == CaseState.ACCEPTED) {
                var part = file.legs().size() > 1 ? leg.name() : null;
                add(lines, part, ClockKind.COMMITTED, leg.dueOn(), stopped(file, leg));
                add(lines, part, ClockKind.STATUTORY, leg.statutoryDueOn(), stopped(file, leg));
            }
        }
        return lines;
    }

    private void add(
            List<ClockLine> lines,
            @Nullable String part,
            ClockKind kind,
            @Nullable LocalDate on,
            @Nullable String stopped) {
        if (on != null) {
            lines.add(new ClockLine(part, kind, deadlines.due(on, stopped)));
        }
    }

    private static @Nullable String stopped(Casefile file, Leg leg) {
        return file.intervals().stream()
                .filter(line -> line.leg() == leg.no() && !line.running() && line.endedAt() == null)
                .map(Interval::reason)
                .findFirst()
                .orElse(null);
    }

    /** Only what stops is the limit of the decision; a step keeps its own. */
    DueIn of(Casefile file, Task task) {
        boolean decides = task.kind() == TaskKind.DECISION || task.kind() == TaskKind.APPROVAL;
        return deadlines.due(task.dueOn(), decides ? stopped(file, file.leg(task.leg())) : null);
    }
}
