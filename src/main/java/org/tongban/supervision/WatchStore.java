package org.tongban.supervision;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what is late: one index over what runs, due first. */
@Repository
class WatchStore {
    private static final Watch.After FIRST = new Watch.After(LocalDate.of(1, 1, 1), -1, -1);

    /** As the partial index is. */
    private static final String RUNNING = """
              from supervision.case_line
             where due_on is not null and not paused and state in ('RECEIVED', 'SUBMITTED', 'ACCEPTED')
               and due_on between :from and :until
            """;

    private static final String FILTER = """
               and (:items::text[] is null or item_id = any(:items::text[]))
               and (:handledBy::text is null or handled_by = :handledBy)
            """;

    private static final String SILENT = """
              from supervision.inquiry_line where state = 'OPEN' and due_on < :today
            """;

    private final JdbcClient jdbc;

    WatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseLine> page(Watch.Filter filter, Watch.Range range, Watch.@Nullable After after, int limit) {
        var last = after == null ? FIRST : after;
        return filtered(
                        "select * " + RUNNING + FILTER
                                + " and (due_on, casefile_id) > (:dueOn, :id) order by due_on, casefile_id limit :limit",
                        filter,
                        range)
                .param("dueOn", last.dueOn())
                .param("id", last.casefileId())
                .param("limit", limit)
                .query(CaseLine.class)
                .list();
    }

    long count(Watch.Filter filter, Watch.Range range, int atMost) {
        return filtered(
                        "select count(*) from (select 1 " + RUNNING + FILTER + " limit :limit) as bounded",
                        filter,
                        range)
                .param("limit", atMost)
                .query(Long.class)
                .single();
    }

    Map<String, Long> byItem(Watch.Range range, int atMost) {
        return counts("item_id", range, atMost);
    }

    Map<String, Long> byPlace(Watch.Range range, int atMost) {
        return counts("handled_by", range, atMost);
    }

    private Map<String, Long> counts(String column, Watch.Range range, int atMost) {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql("select key, count(*) as n from (select " + column + " as key " + RUNNING
                        + " order by due_on limit :limit) as bounded group by 1 order by 2 desc, 1")
                .param("from", range.from())
                .param("until", range.until())
                .param("limit", atMost)
                .query(row -> {
                    counts.put(row.getString("key"), row.getLong("n"));
                });
        return counts;
    }

    private JdbcClient.StatementSpec filtered(String sql, Watch.Filter filter, Watch.Range range) {
        return jdbc.sql(sql)
                .param("from", range.from())
                .param("until", range.until())
                .param("items", filter.items() == null ? null : filter.items().toArray(String[]::new))
                .param("handledBy", filter.handledBy());
    }

    List<InquiryLine> silent(@Nullable String office, LocalDate today, Watch.@Nullable After after, int limit) {
        var last = after == null ? FIRST : after;
        return jdbc.sql("select * " + SILENT + """
                         and (:office::text is null or office = :office)
                         and (due_on, casefile_id, no) > (:dueOn, :id, :no)
                         order by due_on, casefile_id, no limit :limit
                        """)
                .param("office", office)
                .param("today", today)
                .param("dueOn", last.dueOn())
                .param("id", last.casefileId())
                .param("no", last.no())
                .param("limit", limit)
                .query(InquiryLine.class)
                .list();
    }

    Map<String, Long> silentOffices(LocalDate today, int atMost) {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql("select office, count(*) as n from (select office " + SILENT
                        + " order by due_on limit :limit) as bounded group by 1 order by 2 desc, 1")
                .param("today", today)
                .param("limit", atMost)
                .query(row -> {
                    counts.put(row.getString("office"), row.getLong("n"));
                });
        return counts;
    }
}
