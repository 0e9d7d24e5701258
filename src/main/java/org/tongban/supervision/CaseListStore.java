package org.tongban.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the cases behind figures. */
@Repository
class CaseListStore {
    private static final CaseList.After FIRST = new CaseList.After(LocalDate.of(9999, 12, 31), Long.MAX_VALUE);

    private final JdbcClient jdbc;

    CaseListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseLine> page(CaseList.Scope scope, CaseList.@Nullable After after, int limit) {
        var last = after == null ? FIRST : after;
        return scoped("select * from supervision.case_line", scope, """
                         and (received_on, casefile_id) < (:lastOn, :last)
                         order by received_on desc, casefile_id desc limit :limit
                        """)
                .param("lastOn", last.receivedOn())
                .param("last", last.casefileId())
                .param("limit", limit)
                .query(CaseLine.class)
                .list();
    }

    /** How many there are, for saying how far an export is; counted in the background only. */
    long count(CaseList.Scope scope) {
        return scoped("select count(*) from supervision.case_line", scope, "")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec scoped(String select, CaseList.Scope scope, String more) {
        return jdbc.sql(select + """
                         where received_on between :from and :until
                           and (:items::text[] is null or item_id = any(:items::text[]))
                           and (:mode::text is null or mode = :mode)
                           and (:applyAt::text is null or apply_at = :applyAt)
                           and (:handledBy::text is null or handled_by = :handledBy)
                           and case :kind
                                 when 'ALL' then true
                                 when 'OPEN' then state <> 'CLOSED'
                                 when 'GRANTED' then outcome in ('GRANTED', 'PARTLY_GRANTED')
                                 when 'REFUSED' then outcome in ('REFUSED', 'DECLINED')
                                 when 'ENDED' then outcome in ('WITHDRAWN', 'TERMINATED')
                                 when 'ON_TIME' then outcome is not null and late = false
                                 when 'LATE' then outcome is not null and late
                                 when 'SUPPLEMENTED' then supplements > 0
                               end
                        """ + more)
                .param("from", scope.from())
                .param("until", scope.until())
                .param("items", array(scope.items()))
                .param("mode", scope.mode())
                .param("applyAt", scope.applyAt())
                .param("handledBy", scope.handledBy())
                .param("kind", scope.kind().name());
    }

    private static String @Nullable [] array(@Nullable Set<String> items) {
        return items == null ? null : items.toArray(String[]::new);
    }
}
