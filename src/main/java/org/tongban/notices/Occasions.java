package org.tongban.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Casefile;
import org.tongban.casework.Entry;
import org.tongban.casework.Outcome;
import org.tongban.casework.StepState;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;

/** What is to be said of one entry, and of which facts; to whom is found apart. */
final class Occasions {
    /**
     * Something to say.
     *
     * @param task the task it is about; null: the whole case
     */
    record Occasion(
            String key,
            NoticeKind kind,
            Map<String, String> facts,
            @Nullable Task task) {}

    private final Casefile file;
    private final OfficeNames offices;
    private final Remedy remedy;

    Occasions(Casefile file, OfficeNames offices, Remedy remedy) {
        this.file = file;
        this.offices = offices;
        this.remedy = remedy;
    }

    List<Occasion> of(Entry entry) {
        var found = new ArrayList<Occasion>();
        told(entry, found);
        overForParties(entry, found);
        for (var task : file.tasks()) {
            if (task.openedAt().equals(entry.at()) && task.state().open()) {
                opened(entry, task, found);
            }
        }
        return found;
    }

    private void told(Entry entry, List<Occasion> found) {
        var until = until(entry);
        switch (entry.event()) {
            case CaseEvent.Submitted _ -> say(found, entry, NoticeKind.SUBMITTED, facts("until", until));
            case CaseEvent.Received _ -> say(found, entry, NoticeKind.RECEIVED, facts());
            case CaseEvent.FormReturned _ -> say(found, entry, NoticeKind.FORM_RETURNED, facts());
            case CaseEvent.HandedOver _ -> say(found, entry, NoticeKind.HANDED_OVER, facts("until", until));
            case CaseEvent.SupplementAsked e ->
                say(
                        found,
                        entry,
                        NoticeKind.SUPPLEMENT_ASKED,
                        facts("until", e.until().toString()));
            case CaseEvent.Supplemented _ -> say(found, entry, NoticeKind.SUPPLEMENTED, facts("until", until));
            case CaseEvent.SupplementLapsed _ -> say(found, entry, NoticeKind.SUPPLEMENT_LAPSED, facts());
            case CaseEvent.Accepted e -> {
                var kind = e.deemed() ? NoticeKind.ACCEPTED_BY_SILENCE : NoticeKind.ACCEPTED;
                say(found, entry, kind, facts("until", decisionDue(entry), "on", e.on().toString()));
            }
            case CaseEvent.Declined e -> {
                var organ = e.rightOrgan() == null ? "" : e.rightOrgan();
                say(found, entry, NoticeKind.DECLINED, withRemedy(facts("ground", e.ground(), "organ", organ)));
            }
            case CaseEvent.Rerouted _ -> say(found, entry, NoticeKind.REROUTED, facts());
            case CaseEvent.Paused e -> say(found, entry, NoticeKind.PAUSED, facts(e));
            case CaseEvent.Resumed e -> say(found, entry, NoticeKind.RESUMED, facts("until", legDue(entry, e.leg())));
            case CaseEvent.Extended e ->
                say(
                        found,
                        entry,
                        NoticeKind.EXTENDED,
                        facts("days", String.valueOf(e.days()), "until", legDue(entry, e.leg())));
            default -> ended(entry, found);
        }
    }

    private void ended(Entry entry, List<Occasion> found) {
        switch (entry.event()) {
            case CaseEvent.Decided e -> say(found, entry, decided(e.outcome(), part(e.leg())), facts(e));
            case CaseEvent.DueRecounted _ -> say(found, entry, NoticeKind.RECOUNTED, facts("until", until(entry)));
            case CaseEvent.Delivered e -> say(found, entry, NoticeKind.DELIVERED, facts("delivery", e.way()));
            case CaseEvent.Withdrawn _ -> {
                say(found, entry, NoticeKind.WITHDRAWN, facts());
                say(found, entry, NoticeKind.APPLICANT_WITHDREW, facts());
            }
            case CaseEvent.Terminated e ->
                say(found, entry, NoticeKind.TERMINATED, withRemedy(facts("ground", e.ground())));
            case CaseEvent.Corrected _ -> say(found, entry, NoticeKind.CORRECTED, facts());
            case CaseEvent.Revoked e -> say(found, entry, NoticeKind.REVOKED, withRemedy(facts("ground", e.ground())));
            case CaseEvent.OriginalMoved e -> say(found, entry, NoticeKind.ORIGINALS_MOVED, facts("act", e.act()));
            case CaseEvent.TakenOver _ -> say(found, entry, NoticeKind.TAKEN_OVER, facts());
            case CaseEvent.MessageWritten _ ->
                say(
                        found,
                        entry,
                        entry.by().office() == null ? NoticeKind.APPLICANT_WROTE : NoticeKind.OFFICE_WROTE,
                        facts());
            case CaseEvent.TaskHandedOver e ->
                file.task(e.task())
                        .filter(task -> task.state().open())
                        .ifPresent(task -> found.add(about(entry, NoticeKind.TASK_HANDED, task)));
            default -> {
                // a desk's inner moves, and steps, whose new tasks are told below
            }
        }
    }

    /** What is over for those who took part beside the applicant; grounds are not theirs to read. */
    private void overForParties(Entry entry, List<Occasion> found) {
        boolean over = entry.event() instanceof CaseEvent.Withdrawn
                || entry.event() instanceof CaseEvent.Terminated
                || entry.event() instanceof CaseEvent.Declined
                || (entry.event() instanceof CaseEvent.Delivered && file.closed());
        if (over && !file.parties().isEmpty()) {
            say(found, entry, NoticeKind.PART_ENDED, facts());
        }
    }

    private void opened(Entry entry, Task task, List<Occasion> found) {
        if (entry.event() instanceof CaseEvent.SentBack && task.kind() == TaskKind.DECISION) {
            found.add(about(entry, NoticeKind.SENT_BACK, task));
            return;
        }
        var kind =
                switch (task.kind()) {
                    case PAY -> NoticeKind.PAY_ASKED;
                    case CONFIRM -> NoticeKind.CONFIRM_ASKED;
                    case APPOINTMENT -> NoticeKind.APPOINTMENT_ASKED;
                    case WAIT -> NoticeKind.WAIT_BEGUN;
                    case SUPPLEMENT -> null;
                    default -> task.state() == StepState.OPEN ? NoticeKind.TASK_CAME : null;
                };
        if (kind != null) {
            found.add(about(entry, kind, task));
        }
    }

    private Occasion about(Entry entry, NoticeKind kind, Task task) {
        return new Occasion("e" + entry.seq() + ".t" + task.no(), kind, of(task), task);
    }

    /** The facts of a task: what it is called and its last day. */
    static Map<String, String> of(Task task) {
        var endsAt = task.endsAt();
        var last = endsAt == null ? text(task.dueOn()) : lastDay(endsAt).toString();
        return facts("step", step(task), "until", last);
    }

    /** A party's own task is called after them; they know who they are (D-26). */
    private static String step(Task task) {
        return task.party() == null ? task.title() : task.title().replaceFirst("^[^：]*：", "");
    }

    /** The last day of what ends at this moment: 24:00 belongs to the day before. */
    static LocalDate lastDay(Instant endsAt) {
        return Time.dateOf(endsAt.minusNanos(1));
    }

    private void say(List<Occasion> found, Entry entry, NoticeKind kind, Map<String, String> facts) {
        var named = new LinkedHashMap<>(facts);
        named.put("office", offices.name(entry.by().office(), file.office()));
        var key = "e" + entry.seq() + (found.isEmpty() ? "" : "." + found.size());
        found.add(new Occasion(key, kind, named, null));
    }

    private Map<String, String> withRemedy(Map<String, String> facts) {
        var more = new LinkedHashMap<>(facts);
        more.put("remedy", remedy.chinese());
        more.put("remedyEn", remedy.english());
        return more;
    }

    private Map<String, String> facts(CaseEvent.Paused e) {
        return facts("procedure", e.procedure(), "days", String.valueOf(e.expectedDays()), "part", part(e.leg()));
    }

    private Map<String, String> facts(CaseEvent.Decided e) {
        return withRemedy(facts(
                "part",
                part(e.leg()),
                "results",
                String.join("、", e.results()),
                "ground",
                String.join("；", e.grounds())));
    }

    /** The name of a part where there are several; empty where the case is one. */
    private String part(int leg) {
        return file.legs().size() > 1 ? file.leg(leg).name() : "";
    }

    private static NoticeKind decided(Outcome outcome, String part) {
        return switch (outcome) {
            case GRANTED -> part.isEmpty() ? NoticeKind.GRANTED : NoticeKind.PART_GRANTED;
            case PARTLY_GRANTED -> NoticeKind.PARTLY_GRANTED;
            case REFUSED -> part.isEmpty() ? NoticeKind.REFUSED : NoticeKind.PART_REFUSED;
            case REFERRED -> NoticeKind.REFERRED;
            case DECLINED -> NoticeKind.DECLINED;
            case WITHDRAWN -> NoticeKind.WITHDRAWN;
            case TERMINATED -> NoticeKind.TERMINATED;
        };
    }

    /** The day that held when this happened; the case may be further on. */
    private String until(Entry entry) {
        var acceptance = file.tasks().stream()
                .filter(t -> t.kind() == TaskKind.ACCEPTANCE && t.openedAt().equals(entry.at()))
                .findFirst()
                .map(Task::dueOn);
        var changed = entry.changes().get("dueOn");
        return acceptance
                .map(Occasions::text)
                .orElseGet(() -> changed == null || changed.isNull() ? text(file.dueOn()) : changed.asString());
    }

    /** The last day of all parts as it was set then. */
    private String decisionDue(Entry entry) {
        return file.legs().stream()
                .map(leg -> legDue(entry, leg.no()))
                .max(String::compareTo)
                .orElse("");
    }

    private String legDue(Entry entry, int no) {
        var legs = entry.changes().get("legs");
        if (legs != null) {
            for (var leg : legs) {
                var due = leg.get("dueOn");
                if (leg.get("no").intValue() == no && due != null && !due.isNull()) {
                    return due.asString();
                }
            }
        }
        return text(file.leg(no).dueOn());
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static Map<String, String> facts(String... pairs) {
        var facts = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                facts.put(pairs[i], pairs[i + 1]);
            }
        }
        return facts;
    }
}
