package org.tongban.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 办件清单: the cases behind a figure, for those who may see them; keyset pages, the latest first. */
@Component
public class CaseList {
    /** 清单种类: which of the cases in the scope. */
    public enum Kind {
        ALL("收件"),
        OPEN("收件而未办结"),
        ACCEPTED("受理"),
        SUPPLEMENTED("补正"),
        DECIDED("办结"),
        GRANTED("准予"),
        REFUSED("不予"),
        DECLINED("不予受理"),
        UNGRANTED("不予和不予受理"),
        ENDED("撤回和终止"),
        ON_TIME("按时办结"),
        LATE("超期办结");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * 清单范围: cases to which that happened from one day to another.
     *
     * @param items ids of services; null: all
     * @param mode name of a mode; null: all
     * @param applyAt province; null: all
     * @param handledBy province; null: all
     * @param office code of the competent office; null: all
     * @param ground for which a case was refused or declined; null: any or none
     * @param days working days that the decision took; null: any
     */
    public record Scope(
            LocalDate from,
            LocalDate until,
            @Nullable Set<String> items,
            @Nullable String mode,
            @Nullable String applyAt,
            @Nullable String handledBy,
            Kind kind,
            @Nullable String office,
            @Nullable String ground,
            @Nullable Integer days) {}

    /** 清单的一行: a case, and the day on which it was counted. */
    public record Counted(CaseLine line, LocalDate on, int seq) {
        public After after() {
            return new After(on, line.casefileId(), seq);
        }
    }

    /** 翻页: the last line seen. */
    public record After(LocalDate on, long casefileId, int seq) {}

    private final CaseListStore store;

    CaseList(CaseListStore store) {
        this.store = store;
    }

    /** @param after null for the first page */
    @Transactional(readOnly = true)
    public List<Counted> page(Scope scope, @Nullable After after, int limit) {
        return store.page(scope, after, limit);
    }
}
