package org.tongban.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the desks: one index, one page, no total; a scatter read. */
@Repository
class WorklistStore {
    private final JdbcClient jdbc;

    WorklistStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Worklist.Row> page(String office, Worklist.Filter filter, Worklist.After from, int size) {
        return jdbc.sql("""
                        select t.casefile_id, t.no as task, t.kind, t.title, t.claimed_by, t.due_on, t.opened_at,
                               c.item_id, c.applicant_masked, c.state, c.mode, c.revision, c.paused
                          from casework.task t join casework.casefile c on c.casefile_id = t.casefile_id
                         where t.office = :office and t.state = 'OPEN'
                           and (coalesce(t.due_on, '9999-12-31'::date), t.casefile_id, t.no) > (:dueOn, :id, :no)
                           and (:item::text is null or c.item_id = :item)
                           and (:kind::text is null or t.kind = :kind)
                           and (:claimedBy::text is null or t.claimed_by = :claimedBy)
                           and (not :unclaimed or t.claimed_by is null)
                           and (:dueBy::date is null or coalesce(t.due_on, '9999-12-31'::date) <= :dueBy)
                         order by coalesce(t.due_on, '9999-12-31'::date), t.casefile_id, t.no
                         limit :size
                        """)
                .param("office", office)
                .param("dueOn", from.dueOn())
                .param("id", from.casefileId())
                .param("no", from.task())
                .param("item", filter.itemId())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("claimedBy", filter.claimedBy())
                .param("unclaimed", filter.unclaimedOnly())
                .param("dueBy", filter.dueBy())
                .param("size", size)
                .query(WorklistStore::row)
                .list();
    }

    private static Worklist.Row row(ResultSet row, int n) throws SQLException {
        return new Worklist.Row(
                row.getLong("casefile_id"),
                row.getInt("task"),
                TaskKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("claimed_by"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("opened_at", OffsetDateTime.class),
                row.getString("item_id"),
                row.getString("applicant_masked"),
                CaseState.valueOf(row.getString("state")),
                row.getString("mode"),
                row.getInt("revision"),
                row.getBoolean("paused"));
    }
}
