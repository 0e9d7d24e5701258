package org.tongban.supervision;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that writes the tallies: deltas while cases move, folded by one job, set right by the count of the night. */
@Repository
class TallyStore {
    private static final List<String> COUNTERS = List.of(
            "received",
            "accepted",
            "supplemented",
            "granted",
            "partly_granted",
            "refused",
            "declined",
            "withdrawn",
            "terminated",
            "referred",
            "on_time",
            "late");

    /** The counters, as columns, as sums, and as what an upsert adds. */
    static final String NAMES = String.join(", ", COUNTERS);

    static final String SUMS = each("sum(%1$s)::bigint as %1$s");
    private static final String ROW =
            "casefile_id, seq, day, item_id, mode, apply_at, handled_by, office, " + NAMES + ", days, grounds";
    private static final String ADDED = each("%1$s = t.%1$s + excluded.%1$s");
    private static final String MINUS = each("-%1$s");
    private static final String DIFFER =
            COUNTERS.stream().map("sum(%s) <> 0"::formatted).collect(Collectors.joining(" or "));

    private static final String FOLD = """
            with gone as (
              delete from supervision.tally_delta
               where (casefile_id, seq) in (select casefile_id, seq from supervision.tally_delta order by casefile_id, seq limit :limit)
              returning *, date_trunc('month', day)::date as month),
            kept as (
              insert into supervision.counted (%4$s) select %4$s from gone on conflict (casefile_id, seq) do nothing),
            days as (
              insert into supervision.tally_day as t (day, item_id, mode, apply_at, handled_by, %1$s)
              select day, item_id, mode, apply_at, handled_by, %2$s from gone group by 1, 2, 3, 4, 5
              on conflict (day, item_id, mode, apply_at, handled_by) do update set %3$s),
            months as (
              insert into supervision.tally_month as t (month, item_id, mode, apply_at, handled_by, %1$s)
              select month, item_id, mode, apply_at, handled_by, %2$s from gone group by 1, 2, 3, 4, 5
              on conflict (month, item_id, mode, apply_at, handled_by) do update set %3$s),
            offices as (
              insert into supervision.tally_office as t (month, office, item_id, handled_by, %1$s)
              select month, office, item_id, handled_by, %2$s from gone group by 1, 2, 3, 4
              on conflict (month, office, item_id, handled_by) do update set %3$s),
            durations as (
              insert into supervision.tally_days as t (month, item_id, mode, apply_at, handled_by, days, n)
              select month, item_id, mode, apply_at, handled_by, days, count(*) from gone where days is not null
               group by 1, 2, 3, 4, 5, 6
              on conflict (month, item_id, mode, apply_at, handled_by, days) do update set n = t.n + excluded.n),
            opened as (
              insert into supervision.opened as t
              select distinct on (item_id, mode, handled_by) item_id, mode, handled_by, day, casefile_id from gone
               where granted + partly_granted > 0 order by item_id, mode, handled_by, day, casefile_id
              on conflict (item_id, mode, handled_by) do update set (first_on, casefile_id) = (excluded.first_on, excluded.casefile_id)
               where excluded.first_on < t.first_on),
            grounds as (
              insert into supervision.tally_ground as t (month, item_id, mode, apply_at, handled_by, ground, n)
              select month, item_id, mode, apply_at, handled_by, ground, count(*)
                from gone, jsonb_array_elements_text(grounds) as ground group by 1, 2, 3, 4, 5, 6
              on conflict (month, item_id, mode, apply_at, handled_by, ground) do update set n = t.n + excluded.n)
            select count(*) from gone
            """.formatted(NAMES, SUMS, ADDED, ROW);

    /** Drops what did not happen as it was counted, and what is not there: the rows behind the figures are the truth of what was folded. */
    private static final String KEEP = """
            with gone as (
              delete from supervision.counted c
               where not exists (select from supervision.tally_truth t where (t.casefile_id, t.seq) = (c.casefile_id, c.seq)))
            insert into supervision.counted as c (%1$s)
            select %1$s from supervision.tally_truth t
             where not exists (select from supervision.tally_delta d where (d.casefile_id, d.seq) = (t.casefile_id, t.seq))
            on conflict (casefile_id, seq) do update set (%1$s) = (%2$s) where c.* is distinct from excluded.*
            """.formatted(ROW, "excluded." + ROW.replace(", ", ", excluded."));

    /** What a table of counters should say and does not: truth less what it says less what is not yet folded; added to it. */
    private static final String CORRECT = """
            with fixed as (
              insert into supervision.%1$s as t (%2$s, %4$s)
              select %2$s, %5$s from (
                select %3$s, %4$s from supervision.tally_truth
                union all select %3$s, %7$s from supervision.tally_delta
                union all select %2$s, %7$s from supervision.%1$s) as said
               group by %2$s having %8$s
              on conflict (%2$s) do update set %6$s
              returning 1)
            select count(*) from fixed
            """;

    /** The same for how often something was seen. */
    private static final String CORRECT_COUNTS = """
            with fixed as (
              insert into supervision.%1$s as t (month, item_id, mode, apply_at, handled_by, %2$s, n)
              select month, item_id, mode, apply_at, handled_by, %2$s, sum(n) from (
                select date_trunc('month', day)::date as month, item_id, mode, apply_at, handled_by, %3$s as %2$s, 1 as n
                  from supervision.tally_truth %4$s
                union all
                select date_trunc('month', day)::date, item_id, mode, apply_at, handled_by, %3$s, -1 from supervision.tally_delta %4$s
                union all
                select month, item_id, mode, apply_at, handled_by, %2$s, -n from supervision.%1$s) as said
               group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0
              on conflict (month, item_id, mode, apply_at, handled_by, %2$s) do update set n = t.n + excluded.n
              returning 1)
            select count(*) from fixed
            """;

    private final JdbcClient jdbc;

    TallyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String each(String pattern) {
        return COUNTERS.stream().map(pattern::formatted).collect(Collectors.joining(", "));
    }

    /** One event adds once, however often it is told. */
    void add(Collection<Delta> deltas) {
        insert("tally_delta", deltas);
    }

    private void insert(String table, Collection<Delta> deltas) {
        jdbc.sql("""
                        insert into supervision.%1$s
                        select * from jsonb_populate_recordset(null::supervision.%1$s, :rows::jsonb)
                        on conflict (casefile_id, seq) do nothing
                        """.formatted(table)).param("rows", Rows.json(deltas)).update();
    }

    /** Whether this transaction alone may write tallies now. */
    boolean claim() {
        return jdbc.sql("select one from supervision.tally_folded for update skip locked")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Waits until nobody folds; the transaction sees nothing before it. */
    void claimAlone() {
        jdbc.sql("lock table supervision.tally_folded in share row exclusive mode")
                .update();
        jdbc.sql("select one from supervision.tally_folded for update")
                .query(Integer.class)
                .single();
    }

    /** Folds at most so many deltas; how many there were. */
    int fold(int limit) {
        return jdbc.sql(FOLD).param("limit", limit).query(Integer.class).single();
    }

    void folded(Instant at) {
        jdbc.sql("update supervision.tally_folded set folded_at = :at")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Empty where nothing was ever folded. */
    Optional<Instant> foldedAt() {
        return jdbc.sql("select folded_at from supervision.tally_folded where isfinite(folded_at)")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void beginTruth() {
        jdbc.sql("delete from supervision.tally_truth").update();
    }

    void truth(Collection<Delta> deltas) {
        insert("tally_truth", deltas);
    }

    /** Adds what is missing and takes away what is too much; how many figures were wrong. */
    long correct() {
        var month = "date_trunc('month', day)::date as month";
        long wrong = correct("tally_day", "day, item_id, mode, apply_at, handled_by", "day", "day")
                + correct("tally_month", "month, item_id, mode, apply_at, handled_by", "month", month)
                + correct("tally_office", "month, office, item_id, handled_by", "month", month)
                + count(CORRECT_COUNTS.formatted("tally_days", "days", "days", "where days is not null"))
                + count(CORRECT_COUNTS.formatted(
                        "tally_ground", "ground", "ground", ", jsonb_array_elements_text(grounds) as ground"));
        open();
        jdbc.sql(KEEP).update();
        beginTruth();
        return wrong;
    }

    private void open() {
        jdbc.sql("""
                        insert into supervision.opened as t
                        select distinct on (item_id, mode, handled_by) item_id, mode, handled_by, day, casefile_id
                          from supervision.tally_truth
                         where granted + partly_granted > 0 order by item_id, mode, handled_by, day, casefile_id
                        on conflict (item_id, mode, handled_by) do update
                          set (first_on, casefile_id) = (excluded.first_on, excluded.casefile_id)
                        where (t.first_on, t.casefile_id) <> (excluded.first_on, excluded.casefile_id)
                        """).update();
    }

    private long correct(String table, String keys, String time, String fromDay) {
        var fromEvents = keys.replaceFirst("\\b" + time + "\\b", fromDay);
        return count(CORRECT.formatted(table, keys, fromEvents, NAMES, SUMS, ADDED, MINUS, DIFFER));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    void reconciled(Reconciliation.Result result) {
        jdbc.sql(
                        "insert into supervision.reconciliation values (:startedAt, :finishedAt, :cases, :events, :differences)")
                .param("startedAt", result.startedAt().atOffset(ZoneOffset.UTC))
                .param("finishedAt", result.finishedAt().atOffset(ZoneOffset.UTC))
                .param("cases", result.cases())
                .param("events", result.events())
                .param("differences", result.differences())
                .update();
    }

    Optional<Reconciliation.Result> lastReconciled() {
        return jdbc.sql("select * from supervision.reconciliation order by started_at desc limit 1")
                .query((row, n) -> new Reconciliation.Result(
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("finished_at", OffsetDateTime.class).toInstant(),
                        row.getLong("cases"),
                        row.getLong("events"),
                        row.getLong("differences")))
                .optional();
    }
}
