package org.tongban.casework;

import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the case lists. */
@Repository
class CaseSearchStore {
    private static final String COLUMNS = """
            select casefile_id, revision, item_id, mode, state, outcome, office, received_by, applicant_masked, opened_at, due_on, paused,
                   closed_at
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

    List<CaseSearch.Row> asParty(String subject, int limit) {
        return jdbc.sql(COLUMNS + """
                         where casefile_id in (select f.casefile_id from casework.filing f
                                 where f.parties <> '[]'::jsonb
                                   and f.parties @> jsonb_build_array(jsonb_build_object('subject', :subject::text)))
                         order by opened_at desc limit :limit
                        """)
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

    List<CaseSearch.Row> open(String office, CaseSearch.Filter filter, CaseSearch.After after, int limit) {
        return jdbc.sql(COLUMNS + """
                         where office = :office and state <> 'CLOSED'
                           and (coalesce(due_on, '9999-12-31'::date), casefile_id) > (:dueOn, :id)
                           and (:item::text is null or item_id = :item)
                           and (:state::text is null or state = :state)
                           and (:dueBy::date is null or coalesce(due_on, '9999-12-31'::date) <= :dueBy)
                         order by coalesce(due_on, '9999-12-31'::date), casefile_id limit :limit
                        """)
                .param("office", office)
                .param("dueOn", after.dueOn())
                .param("id", after.casefileId())
                .param("item", filter.itemId())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("dueBy", filter.dueBy())
                .param("limit", limit)
                .query(CaseSearch.Row.class)
                .list();
    }

    List<CaseSearch.Row> closed(String office, @Nullable String itemId, CaseSearch.ClosedBefore before, int limit) {
        return jdbc.sql(COLUMNS + """
                         where office = :office and state = 'CLOSED' and (closed_at, casefile_id) < (:closedAt, :id)
                           and (:item::text is null or item_id = :item)
                         order by closed_at desc, casefile_id desc limit :limit
                        """)
                .param("office", office)
                .param("closedAt", before.closedAt().atOffset(ZoneOffset.UTC))
                .param("id", before.casefileId())
                .param("item", itemId)
                .param("limit", limit)
                .query(CaseSearch.Row.class)
                .list();
    }

    /** Two walks along an index, by who answers and by who took it in, each no longer than the page. */
    List<CaseSearch.Row> of(String office, CaseSearch.Wanted wanted) {
        var mine = COLUMNS + " where office = :office" + matching(wanted);
        var taken = COLUMNS + " where received_by = :office and office <> :office" + matching(wanted);
        return page(
                        "select * from ((" + mine + ") union all (" + taken
                                + ")) as page order by casefile_id limit :limit",
                        wanted)
                .param("office", office)
                .query(CaseSearch.Row.class)
                .list();
    }

    List<CaseSearch.Row> filedBy(String platform, @Nullable String office, CaseSearch.Wanted wanted) {
        var sql = COLUMNS + " where platform = :platform and (:office::text is null or office = :office)"
                + matching(wanted);
        return page(sql, wanted)
                .param("platform", platform)
                .param("office", office)
                .query(CaseSearch.Row.class)
                .list();
    }

    /** That only open cases are meant is written out, so that the index of the open ones serves. */
    private static String matching(CaseSearch.Wanted wanted) {
        return (wanted.openOnly() ? " and state <> 'CLOSED'" : "") + """
                 and casefile_id > :after
                 and (:state::text is null or state = :state)
                 and (:dueBefore::date is null or due_on < :dueBefore)
                 order by casefile_id limit :limit
                """;
    }

    private JdbcClient.StatementSpec page(String sql, CaseSearch.Wanted wanted) {
        return jdbc.sql(sql)
                .param("after", wanted.after())
                .param("state", wanted.state() == null ? null : wanted.state().name())
                .param("dueBefore", wanted.dueBefore())
                .param("limit", wanted.limit());
    }
}
