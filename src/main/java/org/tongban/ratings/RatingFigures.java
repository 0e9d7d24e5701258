package org.tongban.ratings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.Time;

/** 评价公示: the published figures and answers of the last twelve months, by service, place and organ (policy N-36). */
@Component
public class RatingFigures {
    private static final int MONTHS = 12;
    private static final int ANSWERS = 20;
    private static final int REGION_DIGITS = 6;

    /** 公开答复: an answer as the office published it; not what the rater wrote. */
    public record Answer(LocalDate on, String itemId, String office, Grade grade, String words) {}

    /** 评价统计口径: by what ratings are told apart. */
    public enum By {
        MONTH("month"),
        ITEM("item_id"),
        OFFICE("office"),
        PROVINCE("province");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /**
     * 评价统计范围.
     *
     * @param from first month, by its first day
     * @param until last month, by its first day
     * @param items ids of services; null: all
     * @param province of the rated office; null: all
     * @param visit visits to a window, or else ended cases; null: both
     */
    public record Scope(
            LocalDate from,
            LocalDate until,
            @Nullable Set<String> items,
            @Nullable String province,
            @Nullable Boolean visit) {

        public Scope {
            from = from.withDayOfMonth(1);
            until = until.withDayOfMonth(1);
            items = items == null ? null : Set.copyOf(items);
        }

        public Scope visits(boolean only) {
            return new Scope(from, until, items, province, only);
        }
    }

    /** 评价核对结果: the nightly count of the ratings against their figures. */
    public record Checked(Instant at, long ratings, long differences) {}

    private final RatingFigureStore store;
    private final RatingTallyStore tallies;
    private final Time time;

    RatingFigures(RatingFigureStore store, RatingTallyStore tallies, Time time) {
        this.store = store;
        this.tallies = tallies;
        this.time = time;
    }

    /** When the figures were brought up to date; empty before the first time. */
    @Transactional(readOnly = true)
    public Optional<Instant> asOf() {
        return tallies.foldedAt();
    }

    /** The last check against the ratings themselves; empty before the first night. */
    @Transactional(readOnly = true)
    public Optional<Checked> checked() {
        return tallies.lastChecked();
    }

    @Transactional(readOnly = true)
    public Figures total(Scope scope) {
        return store.by("''", scope).getOrDefault("", Figures.NONE);
    }

    /** By the key of the column: a month as 2026-03-01, an id, an office's code, a province's code. */
    @Transactional(readOnly = true)
    public Map<String, Figures> by(By by, Scope scope) {
        return store.by(by.column, scope);
    }

    /** First month counted. */
    public LocalDate from() {
        return time.today().withDayOfMonth(1).minusMonths(MONTHS - 1L);
    }

    @Transactional(readOnly = true)
    public Figures all() {
        return one("all");
    }

    @Transactional(readOnly = true)
    public Figures ofItem(String item) {
        return one("item:" + item);
    }

    @Transactional(readOnly = true)
    public Figures ofProvince(String province) {
        return one("province:" + province.substring(0, 2));
    }

    @Transactional(readOnly = true)
    public List<Figures> items() {
        return list("item:");
    }

    @Transactional(readOnly = true)
    public List<Figures> provinces() {
        return list("province:");
    }

    /** The offices of a province. */
    @Transactional(readOnly = true)
    public List<Figures> offices(String province) {
        return list("office:" + province.substring(0, 2) + ":");
    }

    /** The latest answers of the whole, a service or a province; none where so few rated that they could be told. */
    @Transactional(readOnly = true)
    public List<Answer> answers(Figures of) {
        return of.shown()
                ? store.answers(of.scope(), ANSWERS).stream()
                        .filter(answer -> ofOffice(answer.office()).shown())
                        .toList()
                : List.of();
    }

    private Figures ofOffice(String code) {
        var region = code.substring(Math.max(0, code.length() - REGION_DIGITS));
        return one("office:" + region.substring(0, 2) + ":" + code);
    }

    private Figures one(String scope) {
        return store.between(scope, scope + " ", from(), time.today()).stream()
                .findFirst()
                .orElse(Figures.NONE);
    }

    private List<Figures> list(String prefix) {
        var last = prefix.charAt(prefix.length() - 1);
        return store.between(
                prefix, prefix.substring(0, prefix.length() - 1) + (char) (last + 1), from(), time.today());
    }
}
