package org.tongban.casework;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 待办列表: what is on an office's desk, due first. A query of its own: one index, one page, no total. */
@Component
public class Worklist {
    /**
     * 筛选.
     *
     * @param dueBy only what is due on this day or before; null: all
     */
    public record Filter(
            @Nullable String itemId,
            @Nullable TaskKind kind,
            @Nullable String claimedBy,
            boolean unclaimedOnly,
            @Nullable LocalDate dueBy) {
        public static final Filter NONE = new Filter(null, null, null, false, null);
    }

    /** 翻页: the last row seen, or null for the first page. */
    public record After(LocalDate dueOn, long casefileId, int task) {}

    /** 待办行. */
    public record Row(
            long casefileId,
            int task,
            TaskKind kind,
            String title,
            @Nullable String claimedBy,
            @Nullable LocalDate dueOn,
            OffsetDateTime openedAt,
            String itemId,
            String applicantMasked,
            CaseState state,
            String mode,
            int revision,
            boolean paused) {
        public CaseNumber number() {
            return CaseNumber.of(casefileId);
        }

        /** Where the next page begins. */
        public After after() {
            return new After(dueOn == null ? NEVER : dueOn, casefileId, task);
        }
    }

    /** Stands for "no due date" in the order of the list. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    private final WorklistStore store;

    Worklist(WorklistStore store) {
        this.store = store;
    }

    /** One page of an office's desk. */
    public List<Row> page(String office, Filter filter, @Nullable After after, int size) {
        return store.page(office, filter, after == null ? new After(FIRST, 0, 0) : after, size);
    }
}
