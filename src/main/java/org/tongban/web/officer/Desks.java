package org.tongban.web.officer;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.calendar.LimitUnit;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.CaseSearch;
import org.tongban.casework.TaskKind;
import org.tongban.casework.Worklist;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.identity.Actor;
import org.tongban.identity.People;
import org.tongban.identity.StaffMember;
import org.tongban.places.Offices;
import org.tongban.web.Deadlines;
import org.tongban.web.DueIn;

/** 工作台的拼成: one page of a desk, in two statements whatever is on it. */
@Component
class Desks {
    private static final int PAGE = 30;
    private static final int SOON_WORKING_DAYS = 2;

    private final Worklist worklist;
    private final CaseSearch search;
    private final Catalogue catalogue;
    private final Offices offices;
    private final People people;
    private final Deadlines deadlines;
    private final HolidayCalendar calendar;
    private final Time time;

    Desks(
            Worklist worklist,
            CaseSearch search,
            Catalogue catalogue,
            Offices offices,
            People people,
            Deadlines deadlines,
            HolidayCalendar calendar,
            Time time) {
        this.worklist = worklist;
        this.search = search;
        this.catalogue = catalogue;
        this.offices = offices;
        this.people = people;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.time = time;
    }

    DeskView open(DeskFilter filter, @Nullable String after, Actor by) {
        var office = Objects.requireNonNull(by.office());
        var first = after == null ? null : "/desk?" + filter.query() + "&clear=page";
        return switch (filter.tab()) {
            case OFFICE, MINE -> tasks(filter, after, first, by);
            case CASES -> {
                var rows = search.open(
                        office,
                        new CaseSearch.Filter(item(filter), filter.state(), dueBy(filter)),
                        DeskCursor.open(after),
                        PAGE + 1);
                var next = rows.size() > PAGE ? DeskCursor.of(rows.get(PAGE - 1).after()) : null;
                yield cases(filter, rows, first, next, office);
            }
            case CLOSED -> {
                var rows = search.closed(office, item(filter), DeskCursor.closed(after), PAGE + 1);
                var next = rows.size() > PAGE ? DeskCursor.of(rows.get(PAGE - 1).before()) : null;
                yield cases(filter, rows, first, next, office);
            }
        };
    }

    private DeskView tasks(DeskFilter filter, @Nullable String after, @Nullable String first, Actor by) {
        var office = Objects.requireNonNull(by.office());
        var wanted = new Worklist.Filter(
                item(filter),
                filter.kind(),
                filter.tab() == DeskFilter.Tab.MINE ? by.id() : null,
                filter.free(),
                dueBy(filter));
        var rows = worklist.page(office, wanted, DeskCursor.task(after), PAGE + 1);
        var colleagues = people.colleagues(office);
        var lines =
                rows.stream().limit(PAGE).map(row -> line(row, colleagues, by)).toList();
        var next = rows.size() > PAGE ? DeskCursor.of(rows.get(PAGE - 1).after()) : null;
        return new DeskView(filter, lines, List.of(), items(office), first, next(filter, next));
    }

    private DeskView.TaskLine line(Worklist.Row row, List<StaffMember> colleagues, Actor by) {
        var number = row.number().toString();
        return new DeskView.TaskLine(
                number + "." + row.task(),
                CasePaths.task(number, row.task(), row.kind()),
                number,
                service(row.itemId()),
                row.applicantMasked(),
                row.title(),
                row.kind(),
                row.state(),
                deadlines.due(row.dueOn(), stopped(row) ? "特别程序" : null),
                name(row.claimedBy(), colleagues),
                by.id().equals(row.claimedBy()));
    }

    /** What stops is the limit of the decision; a step keeps its own. */
    private static boolean stopped(Worklist.Row row) {
        return row.paused() && (row.kind() == TaskKind.DECISION || row.kind() == TaskKind.APPROVAL);
    }

    private static @Nullable String name(@Nullable String account, List<StaffMember> colleagues) {
        return account == null
                ? null
                : colleagues.stream()
                        .filter(member -> member.id().equals(account))
                        .map(StaffMember::name)
                        .findFirst()
                        .orElse(account);
    }

    private DeskView cases(
            DeskFilter filter,
            List<CaseSearch.Row> rows,
            @Nullable String first,
            @Nullable String next,
            String office) {
        var lines = rows.stream().limit(PAGE).map(this::line).toList();
        return new DeskView(filter, List.of(), lines, items(office), first, next(filter, next));
    }

    private DeskView.CaseLine line(CaseSearch.Row row) {
        var number = CaseNumber.of(row.casefileId()).toString();
        var day = row.closedAt() == null ? row.openedAt() : row.closedAt();
        return new DeskView.CaseLine(
                CasePaths.of(number),
                number,
                service(row.itemId()),
                row.applicantMasked(),
                row.state(),
                row.outcome(),
                row.closedAt() == null ? deadlines.due(row.dueOn(), row.paused() ? "特别程序" : null) : DueIn.uncounted(),
                Time.dateOf(day.toInstant()));
    }

    private static @Nullable String next(DeskFilter filter, @Nullable String cursor) {
        return cursor == null ? null : "/desk?" + filter.query() + "&after=" + cursor;
    }

    private String service(String item) {
        return catalogue.find(item).map(Item::name).orElse(item);
    }

    private static @Nullable String item(DeskFilter filter) {
        return filter.item().isEmpty() ? null : filter.item();
    }

    private @Nullable LocalDate dueBy(DeskFilter filter) {
        return switch (filter.due()) {
            case null -> null;
            case OVERDUE -> time.today().minusDays(1);
            case SOON ->
                calendar.limits()
                        .end(time.today(), SOON_WORKING_DAYS, LimitUnit.WORKING)
                        .on();
        };
    }

    /** The services in which an office of this kind has a part. */
    private Map<String, String> items(String office) {
        var kind = offices.byCode(office).map(found -> found.kind()).orElse("");
        var items = new LinkedHashMap<String, String>();
        catalogue.items().stream()
                .filter(item -> item.offices().stream()
                                .anyMatch(rule -> rule.kind().equals(kind))
                        || item.checks().stream().anyMatch(check -> check.kind().equals(kind)))
                .forEach(item -> items.put(item.id(), item.name()));
        return items;
    }
}
