package org.tongban.supervision;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseNumber;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.identity.Actor;
import org.tongban.supervision.SupervisionOrder.Rule;

/** 自动督办: opens an order where a rule says so, once for each cause; the days are parameters. */
@Component
public class OrdersByRule {
    /** Opened in one go; the rest follows with the next. */
    private static final int BATCH = 100;

    private final OrderStore store;
    private final RuleCauses causes;
    private final Catalogue catalogue;
    private final HolidayCalendar calendar;
    private final Bulletins bulletins;
    private final Time time;
    private final RuleDays days;

    OrdersByRule(
            OrderStore store,
            RuleCauses causes,
            Catalogue catalogue,
            HolidayCalendar calendar,
            Bulletins bulletins,
            Time time,
            RuleDays days) {
        this.store = store;
        this.causes = causes;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.bulletins = bulletins;
        this.time = time;
        this.days = days;
    }

    /** The rule in words, with the days that hold here. */
    public String text(Rule rule) {
        return rule.text(days.of(rule));
    }

    /** Opens what is to be opened now; returns how many orders. */
    @Transactional
    public int run() {
        int opened = 0;
        for (var line : store.lateWithoutOrder(before(Rule.CASE_LATE), BATCH)) {
            var text = "办件 " + line.number() + " 应于 " + line.dueOn() + " 前办结。请尽快依法作出决定，并说明超期的原因。";
            var draft = new Orders.Draft(
                    line.office(),
                    line.itemId(),
                    line.casefileId(),
                    null,
                    "超期办件：" + name(line.itemId()),
                    text,
                    answer());
            open(draft, new OrderStore.Why(Rule.CASE_LATE, null));
            opened++;
        }
        for (var line : store.silentWithoutOrder(before(Rule.INQUIRY_SILENT), BATCH)) {
            var text = "办件 " + CaseNumber.of(line.casefileId()) + " 请你单位协查“" + line.title() + "”，应于 " + line.dueOn()
                    + " 前答复，至今没有答复。请尽快答复，并说明原因。";
            var draft = new Orders.Draft(
                    line.office(),
                    line.itemId(),
                    line.casefileId(),
                    line.no(),
                    "协查未答复：" + name(line.itemId()),
                    text,
                    answer());
            open(draft, new OrderStore.Why(Rule.INQUIRY_SILENT, null));
            opened++;
        }
        return opened
                + open(causes.reports(time.today(), before(Rule.REPORT_LATE)))
                + open(causes.problems(before(Rule.PROBLEM_LATE)))
                + open(causes.ratings(before(Rule.RATING_LATE)));
    }

    private int open(List<RuleCauses.Found> found) {
        var ordered = store.ordered(found.stream().map(RuleCauses.Found::cause).toList());
        var without = found.stream()
                .filter(one -> !ordered.contains(one.cause()))
                .limit(BATCH)
                .toList();
        for (var one : without) {
            var draft = new Orders.Draft(one.office(), one.itemId(), null, null, one.title(), one.text(), answer());
            open(draft, new OrderStore.Why(one.rule(), one.cause()));
        }
        return without.size();
    }

    private void open(Orders.Draft draft, OrderStore.Why why) {
        bulletins.opened(store.open(draft, why, Actor.CLOCK, time.now()));
    }

    /** Due before this day is so many working days over. */
    private LocalDate before(Rule rule) {
        var day = time.today();
        for (int back = 0; back < days.of(rule); ) {
            day = day.minusDays(1);
            back += calendar.workingDays().isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    private LocalDate answer() {
        return calendar.workingDays().plus(time.today(), days.answer());
    }

    private String name(String itemId) {
        return catalogue.find(itemId).map(Item::name).orElse(itemId);
    }
}
