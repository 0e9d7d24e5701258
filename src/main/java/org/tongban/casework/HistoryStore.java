package org.tongban.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the history check: scatter reads over a range of ids, each as raw as it lies there, for it may have been tampered with. */
@Repository
class HistoryStore {
    /** A line of history before anybody has tried to understand it. */
    record Line(int seq, @Nullable String at, String body, String hash) {}

    /** What lies there of one case; without a row where only its events are left. */
    record Kept(@Nullable String row, byte @Nullable [] key, List<Line> lines, Map<String, byte[]> papers) {}

    private static final String ROWS = """
            select x.casefile_id, row_to_json(x)::text as file, (select k.wrapped from casework.filing k where k.casefile_id = x.casefile_id) as key
              from (select c.*, f.places, f.offices, f.steps, f.limits, f.parties, f.asked_for, f.answers_paper,
                           (select json_agg(l order by l.no) from casework.leg l where l.casefile_id = c.casefile_id) as legs,
                           (select coalesce(json_agg(t order by t.no), '[]') from casework.task t where t.casefile_id = c.casefile_id) as tasks,
                           (select coalesce(json_agg(a order by a.no), '[]') from casework.alarm a where a.casefile_id = c.casefile_id) as alarms,
                           (select coalesce(json_agg(i order by i.no), '[]') from casework.interval i where i.casefile_id = c.casefile_id) as intervals
                      from casework.casefile c left join casework.filing f on f.casefile_id = c.casefile_id
                     where c.casefile_id > :last
                     order by c.casefile_id limit :limit) x
             order by x.casefile_id
            """;

    private final JdbcClient jdbc;

    HistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The cases after {@code last}, by their ids, as they are at one moment: to be called in a transaction that sees no other. */
    SortedMap<Long, Kept> after(long last, int limit) {
        var kept = new TreeMap<Long, Kept>();
        jdbc.sql(ROWS).param("last", last).param("limit", limit).query(row -> {
            kept.put(
                    row.getLong("casefile_id"),
                    new Kept(row.getString("file"), row.getBytes("key"), new ArrayList<>(), new HashMap<>()));
        });
        long to = kept.size() < limit ? Long.MAX_VALUE : kept.lastKey();
        lines(last, to, kept);
        papers(last, to, kept);
        return kept;
    }

    private void lines(long last, long to, Map<Long, Kept> kept) {
        jdbc.sql("""
                        select casefile_id, seq, at, body, hash from casework.event
                         where casefile_id > :last and casefile_id <= :to order by casefile_id, seq
                        """).param("last", last).param("to", to).query(row -> {
            of(row, kept).lines().add(new Line(row.getInt("seq"), at(row), row.getString("body"), hex(row, "hash")));
        });
    }

    private void papers(long last, long to, Map<Long, Kept> kept) {
        jdbc.sql("""
                        select casefile_id, digest, sealed from casework.paper
                         where casefile_id > :last and casefile_id <= :to
                        """).param("last", last).param("to", to).query(row -> {
            of(row, kept).papers().put(hex(row, "digest"), row.getBytes("sealed"));
        });
    }

    private static Kept of(ResultSet row, Map<Long, Kept> kept) throws SQLException {
        return kept.computeIfAbsent(
                row.getLong("casefile_id"), _ -> new Kept(null, null, new ArrayList<>(), new HashMap<>()));
    }

    private static String hex(ResultSet row, String column) throws SQLException {
        return HexFormat.of().formatHex(row.getBytes(column));
    }

    private static @Nullable String at(ResultSet row) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class);
        return at == null ? null : at.toInstant().toString();
    }
}
