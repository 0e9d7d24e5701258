package org.tongban.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.Time;
import org.tongban.calendar.WorkingDays;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Casefile;
import org.tongban.casework.Entry;
import org.tongban.casework.Leg;
import org.tongban.casework.Outcome;
import org.tongban.catalogue.PlaceRule;
import org.tongban.places.Region;
import org.tongban.places.Regions;

/** How events become numbers. Pure: the nightly count of the truth must bring what was counted while it happened. */
final class Counting {
    private final Regions regions;
    private final WorkingDays days;

    Counting(Regions regions, WorkingDays days) {
        this.regions = regions;
        this.days = days;
    }

    /** What these entries of a case add; nothing for those that only move it on. */
    List<Delta> deltas(Casefile file, List<Entry> entries) {
        var deltas = new ArrayList<Delta>();
        for (int i = 0; i < entries.size(); i++) {
            var delta = delta(file, entries.get(i), officeAt(file, entries, i));
            if (delta != null) {
                deltas.add(delta);
            }
        }
        return deltas;
    }

    /** The competent office when the entry was written: what the next re-routing takes it from, else the present one. */
    private static String officeAt(Casefile file, List<Entry> entries, int at) {
        return entries.stream()
                .skip(at + 1L)
                .map(Entry::event)
                .filter(CaseEvent.Rerouted.class::isInstance)
                .map(event -> ((CaseEvent.Rerouted) event).from())
                .findFirst()
                .orElse(file.office());
    }

    private @Nullable Delta delta(Casefile file, Entry entry, String office) {
        boolean received = entry.seq() == 1;
        boolean accepted = entry.event() instanceof CaseEvent.Accepted;
        boolean supplemented = entry.event() instanceof CaseEvent.SupplementAsked;
        var outcome = ended(entry);
        var grounds = grounds(entry.event());
        if (!received && !accepted && !supplemented && outcome == null && grounds.isEmpty()) {
            return null;
        }
        var late = outcome == null || undecided(outcome) ? null : late(file);
        return new Delta(
                file.casefileId(),
                entry.seq(),
                Time.dateOf(entry.at()),
                file.itemId(),
                file.mode(),
                applyAt(file),
                handledBy(file),
                office,
                one(received),
                one(accepted),
                one(supplemented),
                one(outcome == Outcome.GRANTED),
                one(outcome == Outcome.PARTLY_GRANTED),
                one(outcome == Outcome.REFUSED),
                one(outcome == Outcome.DECLINED),
                one(outcome == Outcome.WITHDRAWN),
                one(outcome == Outcome.TERMINATED),
                one(outcome == Outcome.REFERRED),
                one(Boolean.FALSE.equals(late)),
                one(Boolean.TRUE.equals(late)),
                outcome == null ? null : daysTaken(file),
                grounds);
    }

    /** The outcome that the case got with this entry; only these events bring one. */
    private static @Nullable Outcome ended(Entry entry) {
        return switch (entry.event()) {
            case CaseEvent.Decided _, CaseEvent.Declined _, CaseEvent.Withdrawn _, CaseEvent.Terminated _ ->
                entry.outcome();
            default -> null;
        };
    }

    /** What ends without a decision on the matter is neither on time nor late. */
    private static boolean undecided(Outcome outcome) {
        return outcome == Outcome.WITHDRAWN || outcome == Outcome.TERMINATED || outcome == Outcome.DECLINED;
    }

    /** Whether a part was decided after its last day; null: no part has a limit, or none is decided. */
    static @Nullable Boolean late(Casefile file) {
        var limited = file.legs().stream()
                .filter(leg -> leg.decidedOn() != null && leg.dueOn() != null)
                .toList();
        return limited.isEmpty()
                ? null
                : limited.stream()
                        .anyMatch(leg ->
                                Objects.requireNonNull(leg.decidedOn()).isAfter(Objects.requireNonNull(leg.dueOn())));
    }

    /** Working days from acceptance to the last decision; null where there was none. */
    @Nullable
    Integer daysTaken(Casefile file) {
        var decided = decidedOn(file);
        return file.acceptedOn() == null || decided == null ? null : days.between(file.acceptedOn(), decided);
    }

    static @Nullable LocalDate decidedOn(Casefile file) {
        return file.legs().stream().anyMatch(leg -> leg.decidedOn() == null)
                ? null
                : file.legs().stream()
                        .map(Leg::decidedOn)
                        .filter(Objects::nonNull)
                        .max(LocalDate::compareTo)
                        .orElse(null);
    }

    private static List<String> grounds(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Declined declined -> List.of(declined.ground());
            case CaseEvent.Decided decided when decided.outcome() == Outcome.REFUSED -> decided.grounds();
            default -> List.of();
        };
    }

    String applyAt(Casefile file) {
        return province(file.places().getOrDefault(PlaceRule.APPLY_AT, ""));
    }

    String handledBy(Casefile file) {
        var office = file.office();
        var place = file.places().get(PlaceRule.HANDLED_BY);
        return province(place != null ? place : office.substring(office.lastIndexOf('-') + 1));
    }

    private String province(String code) {
        return regions.province(code).map(Region::code).orElse(Regions.NATION);
    }

    private static int one(boolean yes) {
        return yes ? 1 : 0;
    }
}
