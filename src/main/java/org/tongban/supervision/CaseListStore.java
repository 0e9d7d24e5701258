package org.tongban.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the cases behind figures. */
@Repository
class CaseListStore {
    private static final CaseList.After FIRST = new CaseList.After(LocalDate.of(9999, 12, 31), Long.MAX_VALUE, 0);
    private static final SimplePropertyRowMapper<CaseLine> LINE = new SimplePropertyRowMapper<>(CaseLine.class);

    private final JdbcClient jdbc;

    CaseListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseList.Counted> page(CaseList.Scope scope, CaseList.@Nullable After after, int limit) {
        var last = after == null ? FIRST : after;
        return scoped("select l.*, c.day as counted_on, c.seq as counted_seq", scope, """
                         and (c.day, c.casefile_id, c.seq) < (:lastOn, :last, :lastSeq)
                         order by c.day desc, c.casefile_id desc, c.seq desc limit :limit
                        """)
                .param("lastOn", last.on())
                .param("last", last.casefileId())
                .param("lastSeq", last.seq())
                .param("limit", limit)
                .query((row, n) -> new CaseList.Counted(
                        Objects.requireNonNull(LINE.mapRow(row, n)),
                        row.getObject("counted_on", LocalDate.class),
                        row.getInt("counted_seq")))
                .list();
    }

    /** How many there are, for saying how far an export is; counted in the background only. */
    long count(CaseList.Scope scope) {
        return scoped("select count(*)", scope, "").query(Long.class).single();
    }

    private JdbcClient.StatementSpec scoped(String select, CaseList.Scope scope, String more) {
        return jdbc.sql(select + """
                          from supervision.counted c join supervision.case_line l on l.casefile_id = c.casefile_id
                         where c.day between :from and :until
                           and (:items::text[] is null or c.item_id = any(:items::text[]))
                           and (:mode::text is null or c.mode = :mode)
                           and (:applyAt::text is null or c.apply_at = :applyAt)
                           and (:handledBy::text is null or c.handled_by = :handledBy)
                           and (:office::text is null or c.office = :office)
                           and (:ground::text is null or jsonb_exists(c.grounds, :ground))
                           and (:days::int is null or c.days = :days)
                           and\s""" + condition(scope) + more)
                .param("from", scope.from())
                .param("until", scope.until())
                .param("items", array(scope.items()))
                .param("mode", scope.mode())
                .param("applyAt", scope.applyAt())
                .param("handledBy", scope.handledBy())
                .param("office", scope.office())
                .param("ground", scope.ground())
                .param("days", scope.days());
    }

    private static String condition(CaseList.Scope scope) {
        return switch (scope.kind()) {
            case ALL -> "c.received > 0";
            case OPEN -> "c.received > 0 and l.state <> 'CLOSED'";
            case ACCEPTED -> "c.accepted > 0";
            case SUPPLEMENTED -> "c.supplemented > 0";
            case DECIDED ->
                "c.granted + c.partly_granted + c.refused + c.declined + c.withdrawn + c.terminated + c.referred > 0";
            case GRANTED -> "c.granted + c.partly_granted + c.referred > 0";
            case REFUSED -> "c.refused > 0";
            case DECLINED -> "c.declined > 0";
            case UNGRANTED -> "jsonb_array_length(c.grounds) > 0";
            case ENDED -> "c.withdrawn + c.terminated > 0";
            case ON_TIME -> "c.on_time > 0";
            case LATE -> "c.late > 0";
        };
    }

    private static String @Nullable [] array(@Nullable Set<String> items) {
        return items == null ? null : items.toArray(String[]::new);
    }
}
