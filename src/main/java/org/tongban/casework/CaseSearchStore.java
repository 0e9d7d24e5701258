package org.tongban.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the case lists. */
@Repository
class CaseSearchStore {
    private static final String COLUMNS = """
            select casefile_id, revision, item_id, mode, state, outcome, office, received_by, applicant_masked, opened_at, due_on, paused
              from casework.casefile
            """;

    private final JdbcClient jdbc;

    CaseSearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseSearch.Row> of(String subject, int limit) {
        return jdbc.sql(COLUMNS
                        + " where applicant = :subject or agent = :subject order by opened_at desc limit :limit")
                .param("subject", subject)
                .param("limit", limit)
                .query(CaseSearch.Row.class)
                .list();
    }

    List<CaseSearch.Row> duplicates(String applicant, String itemId) {
        return jdbc.sql(
                        COLUMNS
                                + " where applicant = :applicant and item_id = :item and state <> 'CLOSED' order by opened_at limit 10")
                .param("applicant", applicant)
                .param("item", itemId)
                .query(CaseSearch.Row.class)
                .list();
    }

    List<CaseSearch.Row> linkedTo(long casefileId) {
        return jdbc.sql(COLUMNS + " where linked_to = :id order by opened_at limit 10")
                .param("id", casefileId)
                .query(CaseSearch.Row.class)
                .list();
    }

    List<CaseSearch.Row> open(String office, @Nullable CaseState state, CaseSearch.After after, int limit) {
        return jdbc.sql(COLUMNS + """
                         where office = :office and state <> 'CLOSED'
                           and (coalesce(due_on, '9999-12-31'::date), casefile_id) > (:dueOn, :id)
                           and (:state::text is null or state = :state)
                         order by coalesce(due_on, '9999-12-31'::date), casefile_id limit :limit
                        """)
                .param("office", office)
                .param("dueOn", after.dueOn())
                .param("id", after.casefileId())
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .query(CaseSearch.Row.class)
                .list();
    }

    List<CaseSearch.Row> of(
            String office, @Nullable CaseState state, @Nullable LocalDate dueBefore, long after, int limit) {
        return jdbc.sql(COLUMNS + """
                         where (office = :office or received_by = :office) and casefile_id > :after
                           and (:state::text is null or state = :state)
                           and (:dueBefore::date is null or due_on < :dueBefore)
                         order by casefile_id limit :limit
                        """)
                .param("office", office)
                .param("after", after)
                .param("state", state == null ? null : state.name())
                .param("dueBefore", dueBefore)
                .param("limit", limit)
                .query(CaseSearch.Row.class)
                .list();
    }
}
