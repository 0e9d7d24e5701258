package org.tongban.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.calendar.Time;

/** 预警: what is late or about to be, across departments and places, as it stands now. */
@Component
public class Watch {
    /** 预警等级: red is over the last day, yellow near it. */
    public enum Level {
        RED("红色"),
        YELLOW("黄色");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** 翻页: the last line seen. */
    public record After(LocalDate dueOn, long casefileId, int no) {}

    /**
     * 预警范围.
     *
     * @param items ids of services; null: all
     * @param handledBy province; null: all
     */
    public record Filter(
            Level level,
            @Nullable Set<String> items,
            @Nullable String handledBy) {}

    /** 预警数: how many lines there are, counted up to a bound. */
    public record Counted(long lines, boolean more) {}

    /** Counted no further, so that no page grows with what it counts. */
    static final int COUNTED_AT_MOST = 5000;

    private final WatchStore store;
    private final HolidayCalendar calendar;
    private final Time time;
    private final int soonWorkingDays;

    Watch(
            WatchStore store,
            HolidayCalendar calendar,
            Time time,
            @Value("${tongban.supervision.due-soon-working-days:2}") int soonWorkingDays) {
        this.store = store;
        this.calendar = calendar;
        this.time = time;
        this.soonWorkingDays = soonWorkingDays;
    }

    /** How many working days before the last day a case turns yellow. */
    public int soonWorkingDays() {
        return soonWorkingDays;
    }

    /** Due first. */
    @Transactional(readOnly = true)
    public List<CaseLine> page(Filter filter, @Nullable After after, int limit) {
        return store.page(filter, range(filter.level()), after, limit);
    }

    @Transactional(readOnly = true)
    public Counted count(Filter filter) {
        long counted = store.count(filter, range(filter.level()), COUNTED_AT_MOST);
        return new Counted(counted, counted == COUNTED_AT_MOST);
    }

    /** By service, of the first so many lines of the level. */
    @Transactional(readOnly = true)
    public Map<String, Long> byItem(Level level) {
        return store.byItem(range(level), COUNTED_AT_MOST);
    }

    /** By province that handles, of the first so many lines of the level. */
    @Transactional(readOnly = true)
    public Map<String, Long> byPlace(Level level) {
        return store.byPlace(range(level), COUNTED_AT_MOST);
    }

    /** Inquiries that no answer has come to within their limit, longest silent first (M-10). */
    @Transactional(readOnly = true)
    public List<InquiryLine> silent(@Nullable String office, @Nullable After after, int limit) {
        return store.silent(office, time.today(), after, limit);
    }

    /** How many inquiries each cooperating office has left unanswered beyond their limit, most first. */
    @Transactional(readOnly = true)
    public Map<String, Long> silentOffices() {
        return store.silentOffices(time.today(), COUNTED_AT_MOST);
    }

    /** First and last due date of a level. */
    record Range(LocalDate from, LocalDate until) {}

    Range range(Level level) {
        var today = time.today();
        return switch (level) {
            case RED -> new Range(LocalDate.of(1, 1, 1), today.minusDays(1));
            case YELLOW -> new Range(today, calendar.workingDays().plus(today, soonWorkingDays));
        };
    }
}
