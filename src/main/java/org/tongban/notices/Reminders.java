package org.tongban.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.calendar.Time;
import org.tongban.calendar.WorkingDays;
import org.tongban.casework.Alarm;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Entry;
import org.tongban.casework.Happened;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.identity.Actor;

/**
 * Says when a day comes near: a supplement or a wait that would lapse to the applicant, acceptance and decision to who has the case then.
 * Each move of a case sets anew what is to be said of it; when the moment comes, only what still holds is said.
 */
@Component
class Reminders {
    private static final Logger log = LoggerFactory.getLogger(Reminders.class);
    private static final int BATCH = 200;
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final List<String> TELLING = List.of("legs", "tasks", "alarms", "state", "paused");
    private static final String SUPPLEMENT = "SUPPLEMENT";
    private static final String WAIT = "WAIT.";
    private static final String ACCEPTANCE = "ACCEPTANCE";
    private static final String DECISION = "DECISION.";

    /** 提前天数: working days before the last day at which each is told. */
    record Before(int applicant, int acceptance, int decision) {}

    private final ReminderStore store;
    private final Casework casework;
    private final HolidayCalendar calendar;
    private final ObjectProvider<CaseNotices> notices;
    private final Time time;
    private final Before before;
    private final TransactionTemplate transaction;

    Reminders(
            ReminderStore store,
            Casework casework,
            HolidayCalendar calendar,
            ObjectProvider<CaseNotices> notices,
            Time time,
            PlatformTransactionManager transactions,
            @Value("${tongban.notices.applicant-working-days-before:2}") int applicant,
            @Value("${tongban.notices.acceptance-working-days-before:1}") int acceptance,
            @Value("${tongban.notices.decision-working-days-before:3}") int decision) {
        this.store = store;
        this.casework = casework;
        this.calendar = calendar;
        this.notices = notices;
        this.time = time;
        this.before = new Before(applicant, acceptance, decision);
        this.transaction = new TransactionTemplate(transactions);
    }

    void follow(List<Happened> happened) {
        var kept = new HashMap<Long, List<ReminderStore.Reminder>>();
        happened.stream()
                .filter(Reminders::moved)
                .map(Happened::file)
                .forEach(file -> kept.put(file.casefileId(), of(file)));
        if (!kept.isEmpty()) {
            store.keep(kept, time.now());
        }
    }

    private static boolean moved(Happened happened) {
        return happened.entries().stream()
                .map(Entry::changes)
                .anyMatch(changes -> TELLING.stream().anyMatch(changes::has));
    }

    /** Says what is due now; returns how many. */
    int run() {
        int said = 0;
        for (var due : store.due(time.now(), BATCH)) {
            try {
                said += Boolean.TRUE.equals(transaction.execute(_ -> say(due))) ? 1 : 0;
            } catch (RuntimeException e) {
                log.error("办件 {} 的到期提醒没有发出", CaseNumber.of(due.casefileId()), e);
            }
        }
        return said;
    }

    private boolean say(ReminderStore.Due due) {
        var endsOn = store.take(due);
        var file = casework.find(due.casefileId(), Actor.CLOCK);
        if (endsOn.isEmpty() || file.isEmpty()) {
            return false;
        }
        boolean holds = of(file.get()).stream()
                .anyMatch(r -> r.what().equals(due.what()) && r.endsOn().equals(endsOn.get()));
        if (holds) {
            var occasion = occasion(file.get(), due.what(), endsOn.get());
            notices.getObject().tell(List.of(new CaseNotices.Told(file.get(), List.of(occasion))));
        }
        return holds;
    }

    private static Occasions.Occasion occasion(Casefile file, String what, LocalDate endsOn) {
        var key = "r." + what + "." + endsOn;
        var until = Map.of("until", endsOn.toString());
        if (what.startsWith(WAIT)) {
            var task =
                    file.task(Integer.parseInt(what.substring(WAIT.length()))).orElseThrow();
            return new Occasions.Occasion(key, NoticeKind.WAIT_NEAR, Occasions.of(task), null);
        }
        return switch (what) {
            case SUPPLEMENT -> new Occasions.Occasion(key, NoticeKind.SUPPLEMENT_NEAR, until, null);
            case ACCEPTANCE ->
                new Occasions.Occasion(
                        key, NoticeKind.ACCEPTANCE_NEAR, until, acceptance(file).orElse(null));
            default -> new Occasions.Occasion(key, NoticeKind.DECISION_NEAR, until, null);
        };
    }

    private List<ReminderStore.Reminder> of(Casefile file) {
        var days = calendar.workingDays();
        var found = new ArrayList<ReminderStore.Reminder>();
        for (var alarm : file.alarms()) {
            if (alarm.armed() && alarm.kind() != Alarm.Kind.SILENCE) {
                var what = alarm.kind() == Alarm.Kind.SUPPLEMENT ? SUPPLEMENT : WAIT + alarm.task();
                add(found, what, Occasions.lastDay(alarm.firesAt()), before(days, alarm.firesAt()));
            }
        }
        acceptance(file)
                .map(Task::dueOn)
                .ifPresent(day -> add(found, ACCEPTANCE, day, morning(days, day, before.acceptance())));
        if (file.state() == CaseState.ACCEPTED && !file.paused()) {
            file.legs().stream()
                    .filter(leg -> leg.state() == CaseState.ACCEPTED)
                    .forEach(leg -> add(found, DECISION + leg.no(), leg.dueOn(), decision(days, leg.dueOn())));
        }
        return found;
    }

    private @Nullable Instant decision(WorkingDays days, @Nullable LocalDate day) {
        return day == null ? null : morning(days, day, before.decision());
    }

    private Instant before(WorkingDays days, Instant end) {
        return morning(days, Occasions.lastDay(end), before.applicant());
    }

    private static Optional<Task> acceptance(Casefile file) {
        return file.openTasks().stream()
                .filter(task -> task.kind() == TaskKind.ACCEPTANCE)
                .findFirst();
    }

    private static void add(
            List<ReminderStore.Reminder> to, String what, @Nullable LocalDate endsOn, @Nullable Instant at) {
        if (endsOn != null && at != null) {
            to.add(new ReminderStore.Reminder(what, endsOn, at));
        }
    }

    /** So many working days before that day, in the morning; of a short limit the morning of its last day. */
    private Instant morning(WorkingDays days, LocalDate last, int workingDays) {
        var day = last;
        for (int counted = 0; counted < workingDays; ) {
            day = day.minusDays(1);
            counted += days.isWorkingDay(day) ? 1 : 0;
        }
        var at = day.atTime(MORNING).atZone(Time.ZONE).toInstant();
        return at.isAfter(time.now())
                ? at
                : last.atTime(MORNING).atZone(Time.ZONE).toInstant();
    }
}
