package org.tongban.casework;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 原件保管清单: the paper originals that an office keeps, awaits or has sent: whose, where, back when (M-08). */
@Component
public class CustodyList {
    /** 保管情况: what an original is to an office. */
    public enum Group {
        HERE("在本处保管"),
        COMING("寄来途中"),
        SENT("寄出未签收");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** As it stands in addresses. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** 翻页: the last row seen. */
    public record After(LocalDate dueBackOn, long casefileId, String key) {}

    /**
     * 原件行.
     *
     * @param holder office code, or the carrier under way
     * @param sentFrom office code; null unless under way
     * @param sentTo office code or 申请人; null unless under way
     * @param at of the last act
     */
    public record Row(
            long casefileId,
            String itemId,
            String applicantMasked,
            CaseState state,
            String key,
            String name,
            String holder,
            String act,
            @Nullable String sentFrom,
            @Nullable String sentTo,
            @Nullable String trackingNumber,
            @Nullable LocalDate dueBackOn,
            OffsetDateTime at) {
        public CaseNumber number() {
            return CaseNumber.of(casefileId);
        }

        /** Where the next page begins. */
        public After after() {
            return new After(dueBackOn == null ? NEVER : dueBackOn, casefileId, key);
        }
    }

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
    private static final After FIRST = new After(LocalDate.of(1, 1, 1), 0, "");

    private final WindowStore store;

    CustodyList(WindowStore store) {
        this.store = store;
    }

    /**
     * Due back first; those with no day named last.
     *
     * @param after null for the first page
     */
    @Transactional(readOnly = true)
    public List<Row> page(String office, Group group, @Nullable After after, int limit) {
        return store.originals(office, group, after == null ? FIRST : after, limit);
    }
}
