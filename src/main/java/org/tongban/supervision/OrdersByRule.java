package org.tongban.supervision;

import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
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
    private final Catalogue catalogue;
    private final HolidayCalendar calendar;
    private final Time time;
    private final int lateWorkingDays;
    private final int silentWorkingDays;
    private final int answerWorkingDays;

    OrdersByRule(
            OrderStore store,
            Catalogue catalogue,
            HolidayCalendar calendar,
            Time time,
            @Value("${tongban.supervision.order-after-late-working-days:5}") int lateWorkingDays,
            @Value("${tongban.supervision.order-after-silent-working-days:3}") int silentWorkingDays,
            @Value("${tongban.supervision.order-answer-working-days:5}") int answerWorkingDays) {
        this.store = store;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.time = time;
        this.lateWorkingDays = lateWorkingDays;
        this.silentWorkingDays = silentWorkingDays;
        this.answerWorkingDays = answerWorkingDays;
    }

    /** The rule in words, with the days that hold here. */
    public String text(Rule rule) {
        return rule.text(
                switch (rule) {
                    case CASE_LATE -> lateWorkingDays;
                    case INQUIRY_SILENT -> silentWorkingDays;
                });
    }

    /** Opens what is to be opened now; returns how many orders. */
    @Transactional
    public int run() {
        int opened = 0;
        for (var line : store.lateWithoutOrder(before(lateWorkingDays), BATCH)) {
            var text = "办件 " + line.number() + " 应于 " + line.dueOn() + " 前办结。请尽快依法作出决定，并说明超期的原因。";
            var draft = new Orders.Draft(
                    line.office(),
                    line.itemId(),
                    line.casefileId(),
                    null,
                    "超期办件：" + name(line.itemId()),
                    text,
                    answer());
            store.open(draft, Rule.CASE_LATE, Actor.CLOCK, time.now());
            opened++;
        }
        for (var line : store.silentWithoutOrder(before(silentWorkingDays), BATCH)) {
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
            store.open(draft, Rule.INQUIRY_SILENT, Actor.CLOCK, time.now());
            opened++;
        }
        return opened;
    }

    /** Due before this day is so many working days over. */
    private LocalDate before(int workingDays) {
        var day = time.today();
        for (int back = 0; back < workingDays; ) {
            day = day.minusDays(1);
            back += calendar.workingDays().isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    private LocalDate answer() {
        return calendar.workingDays().plus(time.today(), answerWorkingDays);
    }

    private String name(String itemId) {
        return catalogue.find(itemId).map(Item::name).orElse(itemId);
    }
}
