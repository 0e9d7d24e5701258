package org.tongban.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the yearly reports. */
@Repository
class ReportStore {
    private static final String ONE = " where lead = :lead and year = :year";

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ProgressReport report) {
        jdbc.sql("""
                        insert into supervision.report (lead, year, state, revision, items, facts, progress, problems, plan)
                        values (:lead, :year, :state, 0, :items::jsonb, :facts::jsonb, '', '', '')
                        """)
                .param("lead", report.lead())
                .param("year", report.year())
                .param("state", report.state().name())
                .param("items", Rows.texts(report.items()))
                .param("facts", Rows.json(report.facts()))
                .update();
    }

    Optional<ProgressReport> find(String lead, int year) {
        return one("select * from supervision.report" + ONE, lead, year);
    }

    Optional<ProgressReport> lock(String lead, int year) {
        return one("select * from supervision.report" + ONE + " for update", lead, year);
    }

    private Optional<ProgressReport> one(String sql, String lead, int year) {
        return jdbc.sql(sql)
                .param("lead", lead)
                .param("year", year)
                .query((row, n) -> report(row))
                .optional();
    }

    List<ProgressReport> ofYear(int year) {
        return jdbc.sql("select * from supervision.report where year = :year order by lead")
                .param("year", year)
                .query((row, n) -> report(row))
                .list();
    }

    List<ProgressReport.Event> events(String lead, int year) {
        return jdbc
                .sql("select to_jsonb(e)::text from supervision.report_event e" + ONE + " order by seq")
                .param("lead", lead)
                .param("year", year)
                .query(String.class)
                .list()
                .stream()
                .map(text -> Rows.read(text, ProgressReport.Event.class))
                .toList();
    }

    void facts(String lead, int year, ProgressReport.Facts facts) {
        set("facts = :facts::jsonb", lead, year, Map.of("facts", Rows.json(facts)));
    }

    void items(String lead, int year, List<String> items) {
        set("items = :items::jsonb", lead, year, Map.of("items", Rows.texts(items)));
    }

    void words(String lead, int year, ProgressReport.Words words) {
        set(
                "progress = :progress, problems = :problems, plan = :plan",
                lead,
                year,
                Map.of("progress", words.progress(), "problems", words.problems(), "plan", words.plan()));
    }

    /** @param writtenBy who asks for the signature; null: stays who did */
    void state(String lead, int year, ProgressReport.State state, @Nullable String writtenBy) {
        set(
                "state = :state, written_by = coalesce(nullif(:writtenBy, ''), written_by)",
                lead,
                year,
                Map.of("state", state.name(), "writtenBy", writtenBy == null ? "" : writtenBy));
    }

    void sent(String lead, int year, Instant at) {
        set("sent_at = :at", lead, year, Map.of("at", at.atOffset(ZoneOffset.UTC)));
    }

    private void set(String what, String lead, int year, Map<String, Object> values) {
        jdbc.sql("update supervision.report set " + what + ONE)
                .param("lead", lead)
                .param("year", year)
                .params(values)
                .update();
    }

    /** With the revision that it leads to. */
    void append(ProgressReport.Event event) {
        set("revision = :revision", event.lead(), event.year(), Map.of("revision", event.seq()));
        jdbc.sql("""
                        insert into supervision.report_event
                        select * from jsonb_populate_record(null::supervision.report_event, :row::jsonb)
                        """).param("row", Rows.json(event)).update();
    }

    private static ProgressReport report(ResultSet row) throws SQLException {
        var sent = row.getObject("sent_at", OffsetDateTime.class);
        return new ProgressReport(
                row.getString("lead"),
                row.getInt("year"),
                ProgressReport.State.valueOf(row.getString("state")),
                row.getInt("revision"),
                List.of(Rows.read(row.getString("items"), String[].class)),
                Rows.read(row.getString("facts"), ProgressReport.Facts.class),
                new ProgressReport.Words(row.getString("progress"), row.getString("problems"), row.getString("plan")),
                row.getString("written_by"),
                sent == null ? null : sent.toInstant());
    }
}
