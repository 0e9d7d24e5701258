package org.tongban.supervision;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the lines of cases and inquiries. */
@Repository
class CaseLineStore {
    private static final List<String> COLUMNS = List.of(
            "revision",
            "item_id",
            "mode",
            "apply_at",
            "handled_by",
            "office",
            "received_by",
            "applicant_masked",
            "state",
            "outcome",
            "paused",
            "received_on",
            "accepted_on",
            "due_on",
            "decided_on",
            "closed_on",
            "days",
            "late",
            "supplements");

    private static final String WRITE = """
            with cases as (
              insert into supervision.case_line as l (casefile_id, %1$s)
              select casefile_id, %1$s from jsonb_populate_recordset(null::supervision.case_line, :cases::jsonb)
              on conflict (casefile_id) do update set (%1$s) = (%2$s) where l.revision < excluded.revision
              returning casefile_id)
            insert into supervision.inquiry_line as i
            select q.* from jsonb_populate_recordset(null::supervision.inquiry_line, :inquiries::jsonb) as q
             where q.casefile_id in (select casefile_id from cases)
            on conflict (casefile_id, no) do update set (office, asked_by, state, due_on) =
              (excluded.office, excluded.asked_by, excluded.state, excluded.due_on)
            """.formatted(
                    String.join(", ", COLUMNS),
                    String.join(", ", COLUMNS.stream().map("excluded."::concat).toList()));

    private final JdbcClient jdbc;

    CaseLineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(Collection<CaseLine> cases, Collection<InquiryLine> inquiries) {
        jdbc.sql(WRITE)
                .param("cases", Rows.json(cases))
                .param("inquiries", Rows.json(inquiries))
                .update();
    }
}
