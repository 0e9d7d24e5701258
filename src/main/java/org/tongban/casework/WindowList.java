package org.tongban.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 窗口收件列表: the cases that a window took in, by how far they are; what the window itself has to do stands in its {@link Worklist}.
 * Keyset pages, no totals; a window sees how its cases go on wherever they are handled (M-20).
 */
@Component
public class WindowList {
    /** 收件进度: how far a case is, as the window sees it. */
    public enum Group {
        WAITING("等申请人"),
        HANDED_OVER("已转交"),
        RESULTS("待发结果"),
        CLOSED("已办结");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** As it stands in addresses. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** 翻页: the last row seen. */
    public record After(LocalDate dueOn, Instant openedAt, long casefileId) {}

    /**
     * 收件行.
     *
     * @param untilOn last day for the supplement that the applicant owes; null where none is set
     */
    public record Row(
            long casefileId,
            String itemId,
            CaseState state,
            @Nullable Outcome outcome,
            String office,
            String applicantMasked,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime closedAt,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate untilOn,
            boolean paused) {
        public CaseNumber number() {
            return CaseNumber.of(casefileId);
        }

        /** Where the next page begins; of closed cases the last closed come first. */
        public After after() {
            return closedAt == null
                    ? new After(dueOn == null ? NEVER : dueOn, openedAt.toInstant(), casefileId)
                    : new After(NEVER, closedAt.toInstant(), casefileId);
        }
    }

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
    private static final After FIRST = new After(LocalDate.of(1, 1, 1), Instant.EPOCH, 0);
    private static final After LAST_CLOSED = new After(NEVER, Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);

    private final WindowStore store;

    WindowList(WindowStore store) {
        this.store = store;
    }

    /** @param after null for the first page */
    @Transactional(readOnly = true)
    public List<Row> page(String office, Group group, @Nullable After after, int limit) {
        boolean closed = group == Group.CLOSED;
        return store.cases(office, group, after != null ? after : closed ? LAST_CLOSED : FIRST, limit);
    }
}
