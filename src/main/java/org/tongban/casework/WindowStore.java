package org.tongban.casework;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the windows: what they took in and which originals are where. */
@Repository
class WindowStore {
    private static final String SELECT = """
            select c.casefile_id, c.item_id, c.state, c.outcome, c.office, c.applicant_masked, c.opened_at, c.closed_at, c.due_on,
                   s.due_on as until_on, c.paused
              from casework.casefile c
              left join casework.task s on s.casefile_id = c.casefile_id and s.kind = 'SUPPLEMENT' and s.state = 'WAITING'
             where c.received_by = :office and
            """;

    private static final String DUE_FIRST = """
             and (coalesce(c.due_on, '9999-12-31'::date), c.opened_at, c.casefile_id) > (:dueOn, :at, :id)
             order by coalesce(c.due_on, '9999-12-31'::date), c.opened_at, c.casefile_id limit :limit
            """;

    private static final String LATEST_FIRST = """
             and (c.closed_at, c.casefile_id) < (:at, :id) order by c.closed_at desc, c.casefile_id desc limit :limit
            """;

    private final JdbcClient jdbc;

    WindowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<WindowList.Row> cases(String office, WindowList.Group group, WindowList.After after, int limit) {
        return jdbc.sql(SELECT + condition(group) + (group == WindowList.Group.CLOSED ? LATEST_FIRST : DUE_FIRST))
                .param("office", office)
                .param("dueOn", after.dueOn())
                .param("at", after.openedAt().atOffset(ZoneOffset.UTC))
                .param("id", after.casefileId())
                .param("limit", limit)
                .query(WindowList.Row.class)
                .list();
    }

    private static String condition(WindowList.Group group) {
        return switch (group) {
            case WAITING -> "(c.state = 'SUPPLEMENTING' or (c.state = 'RECEIVED' and s.casefile_id is not null))";
            case HANDED_OVER -> "c.state in ('SUBMITTED', 'ACCEPTED')";
            case RESULTS -> "c.state = 'DECIDED'";
            case CLOSED -> "c.state = 'CLOSED'";
        };
    }

    List<CustodyList.Row> originals(String office, CustodyList.Group group, CustodyList.After after, int limit) {
        return jdbc.sql("""
                        select c.casefile_id, c.item_id, c.applicant_masked, c.state, o.key, o.name, o.holder, o.act, o."from" as sent_from,
                               o."to" as sent_to, o.tracking_number, o.due_back_on, o.at
                          from casework.casefile c,
                               jsonb_to_recordset(c.originals) as o(key text, name text, holder text, act text, "from" text, "to" text,
                                 tracking_number text, due_back_on date, at timestamptz)
                         where c.originals <> '[]'::jsonb
                           and c.originals @> jsonb_build_array(jsonb_build_object(:where::text, :office::text))
                           and case :where when 'holder' then o.holder when 'to' then o."to" else o."from" end = :office
                           and (coalesce(o.due_back_on, '9999-12-31'::date), c.casefile_id, o.key) > (:dueBackOn, :id, :key)
                         order by coalesce(o.due_back_on, '9999-12-31'::date), c.casefile_id, o.key
                         limit :limit
                        """)
                .param("office", office)
                .param("where", place(group))
                .param("dueBackOn", after.dueBackOn())
                .param("id", after.casefileId())
                .param("key", after.key())
                .param("limit", limit)
                .query(CustodyList.Row.class)
                .list();
    }

    /** The key of an original that names the office. */
    private static String place(CustodyList.Group group) {
        return switch (group) {
            case HERE -> "holder";
            case COMING -> "to";
            case SENT -> "from";
        };
    }
}
