package org.tongban.supervision;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.calendar.Time;
import org.tongban.casework.Casefile;
import org.tongban.casework.Follower;
import org.tongban.casework.Happened;
import org.tongban.casework.TaskKind;
import org.tongban.places.Regions;

/** Writes down what happened to cases: a delta for the tallies, the line of the case, the inquiries of cooperating departments. */
@Component
class Bookkeeping implements Follower {
    static final String NAME = "supervision";

    private final TallyStore tallies;
    private final CaseLineStore lines;
    private final Regions regions;
    private final HolidayCalendar calendar;

    Bookkeeping(TallyStore tallies, CaseLineStore lines, Regions regions, HolidayCalendar calendar) {
        this.tallies = tallies;
        this.lines = lines;
        this.regions = regions;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void take(List<Happened> happened) {
        var deltas = deltas(happened);
        if (!deltas.isEmpty()) {
            tallies.add(deltas);
        }
        write(happened.stream().map(Happened::file).toList());
    }

    List<Delta> deltas(Collection<Happened> happened) {
        var counting = new Counting(regions, calendar.workingDays());
        return happened.stream()
                .flatMap(h -> counting.deltas(h.file(), h.entries()).stream())
                .toList();
    }

    /** Brings the lines of these cases up to date; a line that is further on stays. */
    void write(Collection<Casefile> files) {
        var counting = new Counting(regions, calendar.workingDays());
        lines.write(
                files.stream().map(file -> line(counting, file)).toList(),
                files.stream().flatMap(file -> inquiries(file).stream()).toList());
    }

    private static CaseLine line(Counting counting, Casefile file) {
        return new CaseLine(
                file.casefileId(),
                file.revision(),
                file.itemId(),
                file.mode(),
                counting.applyAt(file),
                counting.handledBy(file),
                file.office(),
                file.receivedBy(),
                file.applicantMasked(),
                file.state(),
                file.outcome(),
                file.paused(),
                Time.dateOf(file.openedAt()),
                file.acceptedOn(),
                file.dueOn(),
                Counting.decidedOn(file),
                file.closedAt() == null ? null : Time.dateOf(file.closedAt()),
                counting.daysTaken(file),
                Counting.late(file),
                file.supplementsAsked());
    }

    private static List<InquiryLine> inquiries(Casefile file) {
        return file.tasks().stream()
                .filter(task -> task.kind() == TaskKind.INQUIRY)
                .map(task -> new InquiryLine(
                        file.casefileId(),
                        task.no(),
                        file.itemId(),
                        task.office(),
                        file.office(),
                        task.title(),
                        task.state(),
                        Time.dateOf(task.openedAt()),
                        task.dueOn()))
                .toList();
    }
}
