package org.tongban.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The SQL of the cases. A case is read in one statement and changed in one. */
@Repository
class CasefileStore {
    /** 加锁读到的办件: the case with its wrapped key, under its row lock. */
    record Held(Casefile file, byte[] key) {}

    /** What lies beside an event: its digest and the sealed bytes. */
    record Paper(String digest, byte[] sealed) {}

    private static final String READ = """
            select (to_jsonb(c) || jsonb_build_object(
                     'legs', (select jsonb_agg(l order by l.no) from casework.leg l where l.casefile_id = c.casefile_id),
                     'tasks', coalesce((select jsonb_agg(t order by t.no) from casework.task t where t.casefile_id = c.casefile_id), '[]'),
                     'alarms', coalesce((select jsonb_agg(a order by a.no) from casework.alarm a where a.casefile_id = c.casefile_id), '[]'),
                     'intervals', coalesce((select jsonb_agg(i order by i.no) from casework.interval i where i.casefile_id = c.casefile_id), '[]')
                   ))::text as file,
                   (select k.wrapped from casework.case_key k where k.casefile_id = c.casefile_id) as key
              from casework.casefile c
             where c.casefile_id = :id
            """;

    private static final String COLUMNS = """
            casefile_id, revision, item_id, item_version, mode, state, outcome, places, offices, steps, office, received_by, applicant,
            agent, platform, applicant_masked, opened_at, submitted_at, accepted_on, due_on, due_provisional, paused, form_returned,
            supplements_asked, asked_for, insisted, taken_over, answers_paper, originals, limits, linked_to, closed_at, last_hash""";

    /** The parts of a case and its event, written by the same statement that opens or changes its row. */
    private static final String PARTS = """
            , legs as (
              insert into casework.leg select * from jsonb_populate_recordset(null::casework.leg, :legs::jsonb)
              on conflict (casefile_id, no) do update set (office, state, outcome, decided_on, due_on, statutory_due_on, extension_days,
                revoked, examiner, proposal) = (excluded.office, excluded.state, excluded.outcome, excluded.decided_on,
                excluded.due_on, excluded.statutory_due_on, excluded.extension_days, excluded.revoked, excluded.examiner, excluded.proposal)),
            tasks as (
              insert into casework.task select * from jsonb_populate_recordset(null::casework.task, :tasks::jsonb)
              on conflict (casefile_id, no) do update set (office, claimed_by, state, due_on, ends_at, result) =
                (excluded.office, excluded.claimed_by, excluded.state, excluded.due_on, excluded.ends_at, excluded.result)),
            alarms as (
              insert into casework.alarm select * from jsonb_populate_recordset(null::casework.alarm, :alarms::jsonb)
              on conflict (casefile_id, no) do update set (fires_at, armed) = (excluded.fires_at, excluded.armed)),
            intervals as (
              insert into casework.interval select * from jsonb_populate_recordset(null::casework.interval, :intervals::jsonb)
              on conflict (casefile_id, no) do update set ended_at = excluded.ended_at),
            papers as (
              insert into casework.paper select :id, p.digest, decode(p.sealed, 'base64')
                from jsonb_to_recordset(:papers::jsonb) as p(digest text, sealed text)
              on conflict (casefile_id, digest) do nothing),
            events as (
              insert into casework.event values (:id, :seq, :at, :body, :hash)),
            outbox as (
              insert into casework.outbox (casefile_id, seq, at) values (:id, :seq, :at))
            """;

    private static final String OPEN = """
            with opened as (
              insert into casework.casefile (%1$s)
              select %1$s from jsonb_populate_record(null::casework.casefile, :row::jsonb)
              returning casefile_id),
            keys as (
              insert into casework.case_key values (:id, :key, :request))
            """.formatted(COLUMNS) + PARTS + "select count(*) from opened";

    private static final String CHANGE = """
            with changed as (
              update casework.casefile c set (%1$s) =
                     (select %1$s from jsonb_populate_record(null::casework.casefile, :row::jsonb))
               where c.casefile_id = :id and c.revision = :seq - 1
              returning 1)
            """.formatted(COLUMNS) + PARTS + "select count(*) from changed";

    private final JdbcClient jdbc;

    CasefileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the row before anything is decided, always this row first. */
    Optional<Held> lock(long id) {
        return jdbc.sql(READ + " for update of c")
                .param("id", id)
                .query(CasefileStore::held)
                .optional();
    }

    Optional<Held> read(long id) {
        return jdbc.sql(READ).param("id", id).query(CasefileStore::held).optional();
    }

    /** Writes a new case with its first event. */
    void open(Casefile file, Entry entry, List<Paper> papers, byte[] key, String request) {
        write(OPEN, file, entry, papers, Map.of("key", key, "request", request));
    }

    /** Appends an event and brings the row and its parts to where it leads. */
    void append(Casefile file, Entry entry, List<Paper> papers) {
        write(CHANGE, file, entry, papers, Map.of());
    }

    private void write(String sql, Casefile file, Entry entry, List<Paper> papers, Map<String, Object> more) {
        var row = (ObjectNode) CaseJson.ROWS.<JsonNode>valueToTree(file);
        int rows = jdbc.sql(sql)
                .param("id", file.casefileId())
                .param("seq", entry.seq())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("body", entry.text())
                .param("hash", entry.hash())
                .param("legs", changed(row, entry, "legs"))
                .param("tasks", changed(row, entry, "tasks"))
                .param("alarms", changed(row, entry, "alarms"))
                .param("intervals", changed(row, entry, "intervals"))
                .param("papers", papersJson(papers))
                .param("row", row.toString())
                .params(more)
                .query(Integer.class)
                .single();
        if (rows != 1) {
            throw new IllegalStateException("case " + file.casefileId() + " changed under its own lock: a bug");
        }
    }

    /** The rows of the parts that the event changed, and removes them from the case's own row. */
    private static String changed(ObjectNode row, Entry entry, String part) {
        var all = (ArrayNode) row.remove(part);
        var changed = entry.changes().get(part);
        var out = CaseJson.ROWS.createArrayNode();
        for (var one : all) {
            if (changed != null && contains(changed, one.get("no").intValue())) {
                out.add(((ObjectNode) one).put("casefile_id", entry.casefileId()));
            }
        }
        return out.toString();
    }

    private static boolean contains(JsonNode parts, int no) {
        for (var part : parts) {
            if (part.get("no").intValue() == no) {
                return true;
            }
        }
        return false;
    }

    private static String papersJson(List<Paper> papers) {
        var out = CaseJson.ROWS.createArrayNode();
        for (var paper : papers) {
            out.addObject().put("digest", paper.digest()).put("sealed", paper.sealed());
        }
        return out.toString();
    }

    /** The request that opened the case, to tell a repeat from another case. */
    Optional<String> requestOf(long id) {
        return jdbc.sql("select request from casework.case_key where casefile_id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    List<Entry> events(long id) {
        return events(id, 0);
    }

    /** The events after {@code seq}, oldest first. */
    List<Entry> events(long id, int seq) {
        return jdbc.sql("""
                        select casefile_id, seq, at, body, hash from casework.event
                         where casefile_id = :id and seq > :seq order by seq
                        """)
                .param("id", id)
                .param("seq", seq)
                .query((row, n) -> entry(row))
                .list();
    }

    Map<String, byte[]> papers(long id) {
        var papers = new LinkedHashMap<String, byte[]>();
        jdbc.sql("select digest, sealed from casework.paper where casefile_id = :id")
                .param("id", id)
                .query(row -> {
                    papers.put(row.getString("digest"), row.getBytes("sealed"));
                });
        return papers;
    }

    Optional<byte[]> paper(long id, String digest) {
        return jdbc.sql("select sealed from casework.paper where casefile_id = :id and digest = :digest")
                .param("id", id)
                .param("digest", digest)
                .query(byte[].class)
                .optional();
    }

    /** Ids whose armed alarm has come, earliest first; a scatter read. */
    List<Long> alarmsDue(Instant now, int limit) {
        return jdbc.sql("""
                        select casefile_id from casework.alarm
                         where armed and fires_at <= :now order by fires_at, casefile_id limit :limit
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Open cases whose limit a change of a year's holidays may move; a scatter read. */
    List<Long> dueFrom(LocalDate from, long last, int limit) {
        return jdbc.sql("""
                        select casefile_id from casework.casefile
                         where state in ('SUBMITTED', 'ACCEPTED') and (due_provisional or paused or due_on >= :from)
                           and casefile_id > :last
                         order by casefile_id limit :limit
                        """)
                .param("from", from)
                .param("last", last)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Case ids in order; a scatter read for the history check. */
    List<Long> idsAfter(long last, int limit) {
        return jdbc.sql(
                        "select casefile_id from casework.casefile where casefile_id > :last order by casefile_id limit :limit")
                .param("last", last)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    private static Held held(ResultSet row, int n) throws SQLException {
        return new Held(CaseJson.ROWS.readValue(row.getString("file"), Casefile.class), row.getBytes("key"));
    }

    static Entry entry(ResultSet row) throws SQLException {
        return EntryText.read(
                row.getLong("casefile_id"),
                row.getInt("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("body"),
                row.getString("hash"));
    }
}
