package org.tongban.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectReader;

/** The SQL of the cases. A case is read in one statement and changed in one. */
@Repository
class CasefileStore {
    /** 加锁读到的办件: the case with its wrapped key, under its row lock. */
    record Held(Casefile file, byte[] key) {}

    /** 抢先: somebody else changed the case first; under its lock, a bug. */
    static final class Overtaken extends IllegalStateException {
        Overtaken(String message) {
            super(message);
        }
    }

    /** What lies beside an event: its digest and the sealed bytes. */
    record Paper(String digest, byte[] sealed) {}

    /** 卷宗所存: a case with its events and all papers, digest → sealed bytes. */
    record Whole(Held held, List<Entry> events, Map<String, byte[]> papers) {}

    private static final String READ = """
            select row_to_json(x)::text as file, (select f.wrapped from casework.filing f where f.casefile_id = :id) as key
              from (select c.*, f.places, f.offices, f.steps, f.limits, f.parties, f.asked_for, f.answers_paper,
                           (select json_agg(l order by l.no) from casework.leg l where l.casefile_id = :id) as legs,
                           (select coalesce(json_agg(t order by t.no), '[]') from casework.task t where t.casefile_id = :id) as tasks,
                           (select coalesce(json_agg(a order by a.no), '[]') from casework.alarm a where a.casefile_id = :id) as alarms,
                           (select coalesce(json_agg(i order by i.no), '[]') from casework.interval i where i.casefile_id = :id) as intervals
                      from casework.casefile c join casework.filing f on f.casefile_id = c.casefile_id
                     where c.casefile_id = :id) x
            """;

    private static final String READ_BATCH = READ.replace(
                    "c.casefile_id = :id", "c.casefile_id > :last order by c.casefile_id limit :limit")
            .replace("f.casefile_id = :id) as key", "f.casefile_id = x.casefile_id) as key")
            .replace(":id", "c.casefile_id");

    /** Whether a case that was here lately is still the same. */
    private static final String READ_HASH = """
            select c.casefile_id, c.last_hash, f.wrapped
              from casework.casefile c join casework.filing f on f.casefile_id = c.casefile_id
             where c.casefile_id = :id
            """;

    private static final String READ_HASHES = READ_HASH.replace("= :id", "= any(:ids)");

    private static final String LOCK = READ_HASH + " for update of c";

    /** The case, then its events, then its papers, in rows of one shape. */
    private static final String READ_WHOLE = """
            select 0 as kind, 0 as seq, null::timestamptz as at, c.file as text, c.key as bytes, null::bytea as sealed from (%s) c
            union all
            select 1, e.seq, e.at, e.body, e.hash, null from casework.event e where e.casefile_id = :id
            union all
            select 2, p.seq, null, null, p.digest, p.sealed from casework.paper p where p.casefile_id = :id
            """.formatted(READ);

    private static final ObjectReader FILE = CaseJson.ROWS.readerFor(Casefile.class);

    private final JdbcClient jdbc;
    private final RecentCases recent = new RecentCases();

    CasefileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that keeps what it is given in memory until it is told to write it. */
    RehearsalStore rehearsal() {
        return new RehearsalStore(jdbc);
    }

    /**
     * Locks the row before anything is decided, always this row first. What is read together with a lock may be from before the wait for it,
     * so the case is read after it.
     */
    Optional<Held> lock(long id) {
        return unchanged(id, LOCK).map(Whole::held).or(() -> readFile(id));
    }

    /** The case as it was here lately, which it may no longer be. */
    Optional<Held> recent(long id) {
        return recent.find(id);
    }

    Optional<Held> read(long id) {
        return recently(id).map(Whole::held).or(() -> readFile(id));
    }

    /** Everything of one case in one statement. */
    Optional<Whole> readWhole(long id) {
        return recently(id).or(() -> readAll(id));
    }

    /** Of many cases everything, in one statement where they were here lately. */
    Map<Long, Whole> readWhole(Collection<Long> ids) {
        var found = new HashMap<Long, Whole>();
        jdbc.sql(READ_HASHES).param("ids", ids.toArray(Long[]::new)).query(row -> {
            long id = row.getLong("casefile_id");
            recent.find(id, row.getString("last_hash"), row.getBytes("wrapped"))
                    .ifPresent(whole -> found.put(id, whole));
        });
        for (long id : ids) {
            if (!found.containsKey(id)) {
                readAll(id).ifPresent(whole -> found.put(id, whole));
            }
        }
        return found;
    }

    private Optional<Whole> recently(long id) {
        return recent.find(id).isPresent() ? unchanged(id, READ_HASH) : Optional.empty();
    }

    /** The case as it was here lately, if nothing has happened since. */
    private Optional<Whole> unchanged(long id, String sql) {
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, n) -> recent.find(id, row.getString("last_hash"), row.getBytes("wrapped")))
                .optional()
                .flatMap(whole -> whole);
    }

    private Optional<Held> readFile(long id) {
        return jdbc.sql(READ)
                .param("id", id)
                .query((row, n) -> new Held(file(row.getString("file")), row.getBytes("key")))
                .optional();
    }

    private Optional<Whole> readAll(long id) {
        var held = new AtomicReference<@Nullable Held>();
        var events = new ArrayList<Entry>();
        var papers = new LinkedHashMap<String, byte[]>();
        jdbc.sql(READ_WHOLE).param("id", id).query(row -> {
            switch (row.getInt("kind")) {
                case 0 -> held.set(new Held(file(row.getString("text")), row.getBytes("bytes")));
                case 1 -> events.add(entry(row, id, "text", "bytes"));
                default -> papers.put(HexFormat.of().formatHex(row.getBytes("bytes")), row.getBytes("sealed"));
            }
        });
        events.sort(Comparator.comparing(Entry::seq));
        var whole = Optional.ofNullable(held.get()).map(h -> new Whole(h, List.copyOf(events), papers));
        whole.ifPresent(recent::put);
        return whole;
    }

    /** Writes a new case with its first event. */
    void open(Casefile file, Entry entry, List<Paper> papers, byte[] key, String request) {
        write(CaseWriting.opening(file, key, request).event(entry, papers));
        recent.opened(new Held(file, key), entry, papers);
    }

    /**
     * Appends an event and brings the row and its parts from where they were to where it leads.
     *
     * @throws Overtaken where the case is no longer what it was; nothing is written then
     */
    void append(Casefile before, Casefile file, Entry entry, List<Paper> papers) {
        write(CaseWriting.changing(before, file).event(entry, papers));
        recent.appended(before, file, entry, papers);
    }

    private void write(CaseWriting writing) {
        int rows = jdbc.sql(writing.sql())
                .params(writing.values())
                .query(Integer.class)
                .single();
        if (rows != 1) {
            throw new Overtaken("case " + writing.values().get("id") + " is no longer what it was");
        }
    }

    /** The request that opened the case, to tell a repeat from another case. */
    Optional<String> requestOf(long id) {
        return jdbc.sql("select request from casework.filing where casefile_id = :id")
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

    Optional<byte[]> paper(long id, String digest) {
        return jdbc.sql("select sealed from casework.paper where casefile_id = :id and digest = :digest")
                .param("id", id)
                .param("digest", HexFormat.of().parseHex(digest))
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

    /** Cases in the order of their ids; a scatter read for those who count all. */
    List<Casefile> batch(long last, int limit) {
        return jdbc.sql(READ_BATCH)
                .param("last", last)
                .param("limit", limit)
                .query((row, n) -> file(row.getString("file")))
                .list();
    }

    /** What a follower was told of the cases from one id to another; a scatter read. */
    List<Entry> told(String follower, long after, long last) {
        return jdbc.sql("""
                        select e.casefile_id, e.seq, e.at, e.body, e.hash
                          from casework.event e
                          left join casework.outbox_behind b on b.casefile_id = e.casefile_id and b.follower = :follower
                         where e.casefile_id > :after and e.casefile_id <= :last and (b.seq is null or e.seq < b.seq)
                           and not exists (select from casework.outbox o where o.casefile_id = e.casefile_id and o.seq = e.seq)
                         order by e.casefile_id, e.seq
                        """)
                .param("follower", follower)
                .param("after", after)
                .param("last", last)
                .query((row, n) -> entry(row))
                .list();
    }

    private static Casefile file(String json) {
        return FILE.readValue(json);
    }

    static Entry entry(ResultSet row) throws SQLException {
        return entry(row, row.getLong("casefile_id"), "body", "hash");
    }

    private static Entry entry(ResultSet row, long id, String body, String hash) throws SQLException {
        return EntryText.read(
                id,
                row.getInt("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString(body),
                HexFormat.of().formatHex(row.getBytes(hash)));
    }
}
