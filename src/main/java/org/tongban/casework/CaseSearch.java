package org.tongban.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 办件查询: cases of one applicant or one office, by columns; keyset pages, no totals. */
@Component
public class CaseSearch {
    /** 办件行. */
    public record Row(
            long casefileId,
            int revision,
            String itemId,
            String mode,
            CaseState state,
            @Nullable Outcome outcome,
            String office,
            @Nullable String receivedBy,
            String applicantMasked,
            OffsetDateTime openedAt,
            @Nullable LocalDate dueOn,
            boolean paused,
            @Nullable OffsetDateTime closedAt) {
        public CaseNumber number() {
            return CaseNumber.of(casefileId);
        }

        /** Where the next page of {@link #closed} begins. */
        public ClosedBefore before() {
            return new ClosedBefore(Objects.requireNonNull(closedAt).toInstant(), casefileId);
        }

        /** Where the next page of {@link #open} begins. */
        public After after() {
            return new After(dueOn == null ? LocalDate.of(9999, 12, 31) : dueOn, casefileId);
        }
    }

    private static final ClosedBefore LAST = new ClosedBefore(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);

    private final CaseSearchStore store;

    CaseSearch(CaseSearchStore store) {
        this.store = store;
    }

    /** The cases in which somebody is applicant or agent. */
    @Transactional(readOnly = true)
    public List<Row> of(String subject, int limit) {
        return store.of(subject, limit);
    }

    /** The cases in which somebody takes part beside the applicant. */
    public List<Row> asParty(String subject, int limit) {
        return store.asParty(subject, limit);
    }

    /** Open cases of the same person and service, to be shown to whoever could make one more. */
    @Transactional(readOnly = true)
    public List<Row> duplicates(String applicant, String itemId) {
        return store.duplicates(applicant, itemId);
    }

    /** Cases that were opened in answer to this one (re-examination, follow-up). */
    @Transactional(readOnly = true)
    public List<Row> linkedTo(long casefileId) {
        return store.linkedTo(casefileId);
    }

    /** 翻页: the last open case seen. */
    public record After(LocalDate dueOn, long casefileId) {}

    /**
     * 筛选.
     *
     * @param dueBy only what is due on this day or before; null: all
     */
    public record Filter(
            @Nullable String itemId,
            @Nullable CaseState state,
            @Nullable LocalDate dueBy) {
        public static final Filter NONE = new Filter(null, null, null);
    }

    /** 翻页: the last closed case seen. */
    public record ClosedBefore(Instant closedAt, long casefileId) {}

    /**
     * The open cases that an office answers for, due first; those without a due date last.
     *
     * @param after null for the first page
     */
    @Transactional(readOnly = true)
    public List<Row> open(String office, Filter filter, @Nullable After after, int limit) {
        return store.open(office, filter, after == null ? new After(LocalDate.of(1, 1, 1), 0) : after, limit);
    }

    /**
     * The closed cases that an office answered for, last closed first.
     *
     * @param itemId only of this service; null: all
     * @param before null for the first page
     */
    @Transactional(readOnly = true)
    public List<Row> closed(String office, @Nullable String itemId, @Nullable ClosedBefore before, int limit) {
        return store.closed(office, itemId, before == null ? LAST : before, limit);
    }

    /**
     * 列表条件: which cases a system asks for.
     *
     * @param dueBefore only those due before this day; of open ones only, unless {@code state} says otherwise
     * @param after id of the last case seen; 0 for the first page
     */
    public record Wanted(
            @Nullable CaseState state, @Nullable LocalDate dueBefore, long after, int limit) {
        boolean openOnly() {
            return state == null ? dueBefore != null : state != CaseState.CLOSED;
        }
    }

    /** The cases that an office answers for or took in, by id. */
    @Transactional(readOnly = true)
    public List<Row> of(String office, Wanted wanted) {
        return store.of(office, wanted);
    }

    /**
     * The cases that an applying platform handed in, by id.
     *
     * @param office only those of this office; null for all
     */
    @Transactional(readOnly = true)
    public List<Row> filedBy(String platform, @Nullable String office, Wanted wanted) {
        return store.filedBy(platform, office, wanted);
    }
}
