package org.tongban.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 统计: reads the tallies. Nothing here counts cases; how far the tallies are stands with every figure. */
@Component
public class Figures {
    /** 统计口径: by what the figures are told apart. */
    public enum By {
        MONTH("month"),
        ITEM("item_id"),
        MODE("mode"),
        APPLY_AT("apply_at"),
        HANDLED_BY("handled_by");

        private final String column;

        By(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /**
     * 统计范围.
     *
     * @param from first month, by its first day
     * @param until last month, by its first day
     * @param items ids of services; null: all
     * @param mode name of a mode; null: all
     * @param applyAt province; null: all
     * @param handledBy province; null: all
     */
    public record Scope(
            LocalDate from,
            LocalDate until,
            @Nullable Set<String> items,
            @Nullable String mode,
            @Nullable String applyAt,
            @Nullable String handledBy) {

        public Scope {
            from = from.withDayOfMonth(1);
            until = until.withDayOfMonth(1);
            items = items == null ? null : Set.copyOf(items);
        }

        public static Scope between(LocalDate from, LocalDate until) {
            return new Scope(from, until, null, null, null, null);
        }

        public Scope of(@Nullable Set<String> services) {
            return new Scope(from, until, services, mode, applyAt, handledBy);
        }
    }

    /** 省际往来: from which province to which. */
    public record Pair(String applyAt, String handledBy) {}

    /**
     * 办理用时: how long decisions took, in working days from acceptance.
     *
     * @param cases number of decided cases by the days they took, shortest first
     */
    public record Spread(Map<Integer, Long> cases) {
        public static final Spread NONE = new Spread(Map.of());

        public Spread plus(Spread other) {
            var sum = new TreeMap<>(cases);
            other.cases.forEach((days, n) -> sum.merge(days, n, Long::sum));
            return new Spread(sum);
        }

        public long count() {
            return cases.values().stream().mapToLong(Long::longValue).sum();
        }

        /** The days within which so many of a hundred were decided; null where none was. */
        public @Nullable Integer within(int percent) {
            long wanted = Math.max(1, Math.ceilDiv(count() * percent, 100));
            long seen = 0;
            for (var entry : cases.entrySet()) {
                seen += entry.getValue();
                if (seen >= wanted) {
                    return entry.getKey();
                }
            }
            return null;
        }

        public @Nullable Integer median() {
            return within(50);
        }

        public @Nullable Integer ninetieth() {
            return within(90);
        }
    }

    /** 不予理由: for what cases of a service were refused or declined. */
    public record Ground(String itemId, String text, long cases) {}

    private final FigureStore store;
    private final TallyStore tallies;

    Figures(FigureStore store, TallyStore tallies) {
        this.store = store;
        this.tallies = tallies;
    }

    /** When the figures were brought up to date; empty before the first time. */
    @Transactional(readOnly = true)
    public Optional<Instant> asOf() {
        return tallies.foldedAt();
    }

    @Transactional(readOnly = true)
    public Tally total(Scope scope) {
        return store.by("''", scope).getOrDefault("", Tally.NONE);
    }

    /** By the key of the column: a month as 2026-03-01, an id, a mode's name, a province's code. */
    @Transactional(readOnly = true)
    public Map<String, Tally> by(By by, Scope scope) {
        return store.by(by.column(), scope);
    }

    @Transactional(readOnly = true)
    public Map<Pair, Tally> pairs(Scope scope) {
        return store.pairs(scope);
    }

    /** By the code of the competent office; the scope's mode and place of application do not count here. */
    @Transactional(readOnly = true)
    public Map<String, Tally> offices(Scope scope) {
        return store.offices(scope);
    }

    @Transactional(readOnly = true)
    public Spread spread(Scope scope) {
        return store.spreads("''", scope).getOrDefault("", Spread.NONE);
    }

    @Transactional(readOnly = true)
    public Map<String, Spread> spreads(By by, Scope scope) {
        return store.spreads(by.column(), scope);
    }

    /** The most frequent first. */
    @Transactional(readOnly = true)
    public List<Ground> grounds(Scope scope, int limit) {
        return store.grounds(scope, limit);
    }
}
