package org.tongban.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 办件清单: the cases behind a figure, for those who may see them; keyset pages, latest received first. */
@Component
public class CaseList {
    /** 清单种类: which of the cases in the scope. */
    public enum Kind {
        ALL("全部"),
        OPEN("未办结"),
        GRANTED("准予"),
        REFUSED("不予和不予受理"),
        ENDED("撤回和终止"),
        ON_TIME("按时"),
        LATE("超期办结"),
        SUPPLEMENTED("补正过");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * 清单范围: cases received from one day to another.
     *
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
            @Nullable String handledBy,
            Kind kind) {}

    /** 翻页: the last line seen. */
    public record After(LocalDate receivedOn, long casefileId) {}

    private final CaseListStore store;

    CaseList(CaseListStore store) {
        this.store = store;
    }

    /** @param after null for the first page */
    @Transactional(readOnly = true)
    public List<CaseLine> page(Scope scope, @Nullable After after, int limit) {
        return store.page(scope, after, limit);
    }
}
