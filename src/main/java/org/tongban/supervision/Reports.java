package org.tongban.supervision;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.tongban.supervision.ProgressReport.State;
import org.tongban.supervision.ProgressReport.Step;

/**
 * 年度报送: the reports of lead departments on the services for which no year was fixed, and on others when asked (policy M-32). Drafted from
 * what the system knows, completed in words, signed by a second person, accepted or returned by the coordination office.
 */
@Component
public class Reports {
    private static final String LATER = "later";
    private static final int LONGEST = 3000;

    /** 报送催办: how near the end of December is. */
    public enum Reminder {
        NONE,
        /** From 1 December on. */
        SOON,
        /** After the 31st. */
        OVER
    }

    /** 报送情况: where a department stands with a year's report; {@code report} null: not begun. */
    public record Due(
            String lead,
            int year,
            Set<String> items,
            @Nullable ProgressReport report,
            Reminder reminder) {
        public Due {
            items = Set.copyOf(items);
        }
    }

    /** 报送内容. */
    public record Opened(ProgressReport report, List<ProgressReport.Event> events) {}

    /** 报送办理: one step on a report as it was on the page. */
    public record Turn(Step step, int revision, String text) {}

    private final ReportStore store;
    private final ReportFacts facts;
    private final Catalogue catalogue;
    private final LeadDepartments departments;
    private final Bulletins bulletins;
    private final Time time;

    Reports(
            ReportStore store,
            ReportFacts facts,
            Catalogue catalogue,
            LeadDepartments departments,
            Bulletins bulletins,
            Time time) {
        this.store = store;
        this.facts = facts;
        this.catalogue = catalogue;
        this.departments = departments;
        this.bulletins = bulletins;
        this.time = time;
    }

    /** Who owes a report of the year, in the order of the table, and how far it is. */
    @Transactional(readOnly = true)
    public List<Due> due(int year) {
        var reports = store.ofYear(year).stream().collect(Collectors.toMap(ProgressReport::lead, r -> r));
        var owed = new LinkedHashMap<String, Set<String>>();
        laterItems().forEach((lead, items) -> owed.put(lead, items));
        reports.forEach((lead, report) -> owed.put(lead, Set.copyOf(report.items())));
        return owed.entrySet().stream()
                .map(e -> due(e.getKey(), year, e.getValue(), reports.get(e.getKey())))
                .toList();
    }

    private Due due(String lead, int year, Set<String> items, @Nullable ProgressReport report) {
        return new Due(lead, year, items, report, report != null && report.sent() ? Reminder.NONE : reminder(year));
    }

    private Reminder reminder(int year) {
        var today = time.today();
        if (today.isAfter(ProgressReport.dueOn(year))) {
            return Reminder.OVER;
        }
        return today.isBefore(LocalDate.of(year, Month.DECEMBER, 1)) ? Reminder.NONE : Reminder.SOON;
    }

    /** The year that is reported on at this day: until November the one before. */
    public static int reportedIn(LocalDate day) {
        return day.getMonth().compareTo(Month.NOVEMBER) < 0 ? day.getYear() - 1 : day.getYear();
    }

    private Map<String, Set<String>> laterItems() {
        return catalogue.items().stream()
                .filter(item -> item.batch().equals(LATER))
                .collect(Collectors.groupingBy(
                        Item::lead, LinkedHashMap::new, Collectors.mapping(Item::id, Collectors.toSet())));
    }

    /** The department that this person works for, by its name in the table; empty for all others. */
    public Optional<String> department(Actor by) {
        return by.office() == null ? Optional.empty() : departments.department(by.office());
    }

    /** For the coordination office once it is begun, and for the department itself; empty for all others. */
    @Transactional(readOnly = true)
    public Optional<Opened> find(String lead, int year, Actor by) {
        return store.find(lead, year)
                .filter(_ -> by.role() == Role.SUPERVISOR
                        || department(by).filter(lead::equals).isPresent())
                .map(report -> new Opened(report, store.events(lead, year)));
    }

    /** Departments that owe a report of the year and have not sent it. */
    @Transactional(readOnly = true)
    public List<String> missing(int year) {
        return due(year).stream()
                .filter(due -> due.report() == null || !due.report().sent())
                .map(Due::lead)
                .toList();
    }

    /** The reports that were sent, in the order of the table: the year's compilation. */
    @Transactional(readOnly = true)
    public List<ProgressReport> sent(int year) {
        var order = List.copyOf(departments.names());
        return store.ofYear(year).stream()
                .filter(ProgressReport::sent)
                .sorted((one, other) -> Integer.compare(order.indexOf(one.lead()), order.indexOf(other.lead())))
                .toList();
    }

    /** Begins a report, or brings the facts of one that is being written up to date. */
    @Transactional
    public void draft(int year, Actor by) {
        var lead = mine(by);
        var now = store.lock(lead, year);
        if (now.isPresent() && !now.get().state().writable()) {
            throw notNow(now.get(), Step.DRAFTED);
        }
        var items = now.map(ProgressReport::items)
                .orElseGet(() -> List.copyOf(laterItems().getOrDefault(lead, Set.of())));
        if (items.isEmpty()) {
            throw LaunchPlan.refused("nothing-to-report", lead + "没有需要按年报送的事项。", "省协调办要求报送的，会出现在这里。");
        }
        var sorted = items.stream().sorted().toList();
        var read = facts.of(sorted, year);
        if (now.isEmpty()) {
            store.insert(new ProgressReport(
                    lead, year, State.DRAFT, 0, sorted, read, ProgressReport.Words.NONE, null, null));
        }
        store.facts(lead, year, read);
        append(Before.of(lead, year, now), Step.DRAFTED, "", by);
    }

    /** Asks a department for a report on more of its services than those without a year. */
    @Transactional
    public void ask(String lead, int year, Set<String> items, Actor by) {
        if (by.role() != Role.SUPERVISOR) {
            throw LaunchPlan.refused("not-yours", "只有省协调办可以要求报送。", "请换用督查员岗位登录。");
        }
        var known = catalogue.items().stream()
                .filter(item -> item.lead().equals(lead) && items.contains(item.id()))
                .map(Item::id);
        var all = Stream.concat(known, laterItems().getOrDefault(lead, Set.of()).stream())
                .distinct()
                .sorted()
                .toList();
        var now = store.lock(lead, year);
        if (now.isPresent() && !now.get().state().writable()) {
            throw notNow(now.get(), Step.DRAFTED);
        }
        if (now.isEmpty()) {
            store.insert(new ProgressReport(
                    lead, year, State.DRAFT, 0, all, ProgressReport.Facts.NONE, ProgressReport.Words.NONE, null, null));
        } else {
            store.items(lead, year, all);
        }
        append(Before.of(lead, year, now), Step.DRAFTED, "省协调办要求报送", by);
    }

    /** Saves the words. */
    @Transactional
    public void save(int year, int revision, ProgressReport.Words words, Actor by) {
        var report = held(mine(by), year, revision);
        if (!report.state().writable()) {
            throw notNow(report, Step.SAVED);
        }
        var problems = new ArrayList<Refusal.Fields.Problem>();
        tooLong(problems, "progress", words.progress());
        tooLong(problems, "problems", words.problems());
        tooLong(problems, "plan", words.plan());
        refuse(problems);
        store.words(report.lead(), year, words);
        append(new Before(report.lead(), year, revision), Step.SAVED, "", by);
    }

    /** Makes one step: propose, sign and send, take back, accept, return. */
    @Transactional
    public void act(String lead, int year, Turn turn, Actor by) {
        var report = held(lead, year, turn.revision());
        if (!possible(report, by).contains(turn.step())) {
            if (turn.step() == Step.SENT && by.id().equals(report.writtenBy())) {
                throw LaunchPlan.refused("same-person", "提请签发的人不能自己签发。", "请由本单位另一位审批人签发。");
            }
            throw notNow(report, turn.step());
        }
        check(report, turn);
        store.state(lead, year, state(turn.step()), turn.step() == Step.PROPOSED ? by.id() : null);
        if (turn.step() == Step.SENT) {
            store.sent(lead, year, time.now());
        }
        append(new Before(lead, year, turn.revision()), turn.step(), turn.text().strip(), by);
        if (turn.step() != Step.PROPOSED) {
            departments.office(lead).ifPresent(office -> bulletins.reportMoved(report, turn.step(), office));
        }
    }

    /** What this person can do with the report now. */
    public Set<Step> possible(ProgressReport report, Actor by) {
        boolean own = department(by).filter(report.lead()::equals).isPresent();
        return switch (report.state()) {
            case DRAFT, RETURNED ->
                own && by.role() == Role.MANAGER ? Set.of(Step.DRAFTED, Step.SAVED, Step.PROPOSED) : Set.of();
            case TO_SIGN ->
                own && signs(by) && !by.id().equals(report.writtenBy()) ? Set.of(Step.SENT, Step.TAKEN_BACK) : Set.of();
            case SENT -> by.role() == Role.SUPERVISOR ? Set.of(Step.ACCEPTED, Step.RETURNED) : Set.of();
            case ACCEPTED -> Set.of();
        };
    }

    private static boolean signs(Actor by) {
        return by.role() == Role.APPROVER || by.role() == Role.MANAGER;
    }

    private static State state(Step step) {
        return switch (step) {
            case DRAFTED, SAVED, TAKEN_BACK -> State.DRAFT;
            case PROPOSED -> State.TO_SIGN;
            case SENT -> State.SENT;
            case ACCEPTED -> State.ACCEPTED;
            case RETURNED -> State.RETURNED;
        };
    }

    private static void check(ProgressReport report, Turn turn) {
        var problems = new ArrayList<Refusal.Fields.Problem>();
        if (turn.step() == Step.PROPOSED && report.words().progress().isBlank()) {
            problems.add(new Refusal.Fields.Problem("progress", "请先写明工作进展并保存"));
        }
        if ((turn.step() == Step.RETURNED || turn.step() == Step.TAKEN_BACK)
                && turn.text().isBlank()) {
            problems.add(new Refusal.Fields.Problem("text", "请写明要修改什么"));
        }
        tooLong(problems, "text", turn.text());
        refuse(problems);
    }

    private static void tooLong(List<Refusal.Fields.Problem> problems, String key, String text) {
        if (text.length() > LONGEST) {
            problems.add(new Refusal.Fields.Problem(key, "太长，最多 " + LONGEST + " 个字"));
        }
    }

    private static void refuse(List<Refusal.Fields.Problem> problems) {
        if (!problems.isEmpty()) {
            throw new RefusedMove(new Refusal.Fields(List.copyOf(problems)));
        }
    }

    private ProgressReport held(String lead, int year, int revision) {
        var report =
                store.lock(lead, year).orElseThrow(() -> LaunchPlan.refused("no-such-report", "还没有这一年的报送。", "请先起草。"));
        if (report.revision() != revision) {
            throw LaunchPlan.refused("changed-meanwhile", "您打开之后，这份报送已经变动。", "您填写的内容还在，请看过变动后再提交。");
        }
        return report;
    }

    private String mine(Actor by) {
        return department(by)
                .filter(_ -> by.role() == Role.MANAGER)
                .orElseThrow(() -> LaunchPlan.refused("not-yours", "年度报送由牵头单位的管理员起草。", "请换用牵头单位管理员岗位登录。"));
    }

    private static RefusedMove notNow(ProgressReport report, Step step) {
        return LaunchPlan.refused(
                "not-possible-now",
                "报送目前是“" + report.state().label() + "”，不能" + step.label() + "。",
                "请刷新页面，从现在可以办的步骤中选择。");
    }

    /** Which report, and what its revision was. */
    private record Before(String lead, int year, int revision) {
        static Before of(String lead, int year, Optional<ProgressReport> report) {
            return new Before(lead, year, report.map(ProgressReport::revision).orElse(0));
        }
    }

    private void append(Before before, Step step, String text, Actor by) {
        store.append(new ProgressReport.Event(
                before.lead(),
                before.year(),
                before.revision() + 1,
                time.now(),
                by.id(),
                by.name(),
                String.valueOf(by.office()),
                step,
                text));
    }
}
