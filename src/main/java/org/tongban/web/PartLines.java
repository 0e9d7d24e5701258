package org.tongban.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casefile;
import org.tongban.casework.Interval;
import org.tongban.casework.Leg;
import org.tongban.casework.PartProgress;
import org.tongban.casework.Party;
import org.tongban.casework.StepState;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.catalogue.Item;

/** 分项一览的拼成. */
@Component
public class PartLines {
    private static final String APPLICANT = "申请人";

    private final Names names;

    PartLines(Names names) {
        this.names = names;
    }

    /** Empty for a case that is one whole. */
    public List<PartLine> of(Casefile file, Item item) {
        return file.legs().size() < 2
                ? List.of()
                : PartProgress.of(file, item).stream()
                        .map(part -> line(file, part))
                        .toList();
    }

    private PartLine line(Casefile file, PartProgress part) {
        var leg = part.leg();
        var done = part.done().stream()
                .filter(task -> task.state() != StepState.LAPSED || task.result() != null)
                .map(task -> new PartLine.Done(task.title(), whom(file, task), task.result()))
                .toList();
        var owed = part.owed().stream()
                .map(task -> new PartLine.Owed(task.title(), whom(file, task), task.dueOn(), task.endsAt()))
                .toList();
        return leg == null
                ? new PartLine(null, null, file.state(), null, false, null, null, null, List.of(), done, owed)
                : new PartLine(
                        leg.name(),
                        names.office(leg.office()),
                        leg.state(),
                        leg.outcome(),
                        leg.revoked(),
                        leg.decidedOn(),
                        leg.state() == CaseState.ACCEPTED ? leg.dueOn() : null,
                        stopped(file, leg),
                        part.waitsFor().stream().map(Leg::name).toList(),
                        done,
                        owed);
    }

    private String whom(Casefile file, Task task) {
        if (task.kind() == TaskKind.SUPPLEMENT || Integer.valueOf(0).equals(task.party())) {
            return APPLICANT;
        }
        return file.party(task.party()).map(Party::role).orElseGet(() -> names.office(task.office()));
    }

    private static @Nullable String stopped(Casefile file, Leg leg) {
        return file.intervals().stream()
                .filter(line -> line.leg() == leg.no() && !line.running() && line.endedAt() == null)
                .map(Interval::reason)
                .findFirst()
                .orElse(null);
    }
}
