package org.tongban.ratings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongban.calendar.Time;

/** The SQL that writes the figures of ratings: deltas while ratings come in, folded by one job, set right by the count of the night. */
@Repository
class RatingTallyStore {
    private static final List<String> COUNTERS = List.of(
            "grade_1", "grade_2", "grade_3", "grade_4", "grade_5", "tickets", "answered", "put_right", "called_back");
    private static final String NAMES = String.join(", ", COUNTERS);
    private static final String SUMS = each("sum(%1$s) as %1$s");
    private static final String ADDED = each("%1$s = t.%1$s + excluded.%1$s");
    private static final String MINUS = each("-%1$s");
    private static final String DIFFER =
            COUNTERS.stream().map("sum(%s) <> 0"::formatted).collect(Collectors.joining(" or "));
    private static final String KEYS = "month, item_id, office, province, visit";

    /** The scopes of the published figures to which a line belongs. */
    private static final String SCOPED = """
            %s cross join lateral unnest(array['all', 'item:' || item_id, 'office:' || left(province, 2) || ':' || office,
              'province:' || left(province, 2)]) as scope
            """;

    private static final String FOLD = """
            with gone as (
              delete from ratings.tally_delta
               where id in (select id from ratings.tally_delta order by id limit :limit) returning *),
            lines as (
              insert into ratings.tally_of as t (%1$s, %2$s)
              select %1$s, %3$s from gone group by %1$s
              on conflict (month, item_id, office, visit) do update set %4$s),
            scopes as (
              insert into ratings.tally as t (scope, month, %2$s)
              select scope, month, %3$s from %5$s group by scope, month
              on conflict (scope, month) do update set %4$s)
            select count(*) from gone
            """.formatted(KEYS, NAMES, SUMS, ADDED, SCOPED.formatted("gone"));

    /** What the figures should say and do not: truth less what they say less what is not folded yet; added to them. */
    private static final String CORRECT =
            """
            with truth as materialized (
              select %1$s, %2$s from ratings.tally_truth union all select %1$s, %3$s from ratings.tally_delta),
            lines as (
              insert into ratings.tally_of as t (%1$s, %2$s)
              select %1$s, %4$s from (
                select %1$s, %2$s from truth union all select %1$s, %3$s from ratings.tally_of) as said
               group by %1$s having %5$s
              on conflict (month, item_id, office, visit) do update set %6$s returning 1),
            scopes as (
              insert into ratings.tally as t (scope, month, %2$s)
              select scope, month, %4$s from (
                select scope, month, %2$s from %7$s union all select scope, month, %3$s from ratings.tally) as said
               group by scope, month having %5$s
              on conflict (scope, month) do update set %6$s returning 1)
            select (select count(*) from lines) + (select count(*) from scopes)
            """.formatted(KEYS, NAMES, MINUS, SUMS, DIFFER, ADDED, SCOPED.formatted("truth"));

    /** 计数: which column grows. */
    enum Counted {
        TICKETS,
        ANSWERED,
        PUT_RIGHT,
        CALLED_BACK
    }

    /** 计数对象: to what a rating counts. */
    record Of(LocalDate month, String itemId, String office, String region, boolean visit) {
        static Of ticket(Ticket ticket) {
            return new Of(
                    monthOf(ticket.openedAt()),
                    ticket.itemId(),
                    ticket.office(),
                    ticket.region(),
                    !Rating.CASE.equals(ticket.key().occasion()));
        }

        static LocalDate monthOf(Instant at) {
            return Time.dateOf(at).withDayOfMonth(1);
        }
    }

    private final JdbcClient jdbc;

    RatingTallyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String each(String pattern) {
        return COUNTERS.stream().map(pattern::formatted).collect(Collectors.joining(", "));
    }

    void count(Of of, Grade grade, int by) {
        add(of, List.of("grade_" + grade.number()), by);
    }

    void count(Of of, Collection<Counted> counted, int by) {
        add(of, counted.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList(), by);
    }

    private void add(Of of, List<String> columns, int by) {
        var values = columns.stream().map(_ -> ":by").collect(Collectors.joining(", "));
        jdbc.sql("insert into ratings.tally_delta (" + KEYS + ", " + String.join(", ", columns)
                        + ") values (:month, :item, :office, :province, :visit, " + values + ")")
                .param("month", of.month())
                .param("item", of.itemId())
                .param("office", of.office())
                .param("province", of.region().substring(0, 2) + "0000")
                .param("visit", of.visit())
                .param("by", by)
                .update();
    }

    /** Whether this transaction alone may write figures now. */
    boolean claim() {
        return jdbc.sql("select one from ratings.tally_folded for update skip locked")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Waits until nobody folds; the transaction sees nothing before it. */
    void claimAlone() {
        jdbc.sql("lock table ratings.tally_folded in share row exclusive mode").update();
        jdbc.sql("select one from ratings.tally_folded for update")
                .query(Integer.class)
                .single();
    }

    /** Folds at most so many deltas; how many there were. */
    int fold(int limit) {
        return jdbc.sql(FOLD).param("limit", limit).query(Integer.class).single();
    }

    void folded(Instant at) {
        jdbc.sql("update ratings.tally_folded set folded_at = :at")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Adds what is missing and takes away what is too much; how many lines were wrong. */
    long correct() {
        return jdbc.sql(CORRECT).query(Long.class).single();
    }

    void checked(Instant at, long differences) {
        jdbc.sql("""
                        update ratings.tally_folded
                           set (folded_at, checked_at, differences, ratings) = (:at, :at, :differences, (select count(*) from ratings.rating))
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("differences", differences)
                .update();
    }

    /** Whether anybody ever rated. */
    boolean any() {
        return jdbc.sql("select exists (select from ratings.rating)")
                .query(Boolean.class)
                .single();
    }

    /** Empty where nothing was ever folded. */
    Optional<Instant> foldedAt() {
        return jdbc.sql("select folded_at from ratings.tally_folded where isfinite(folded_at)")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    Optional<RatingFigures.Checked> lastChecked() {
        return jdbc.sql(
                        "select checked_at, ratings, differences from ratings.tally_folded where checked_at is not null")
                .query((row, n) -> new RatingFigures.Checked(
                        row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                        row.getLong("ratings"),
                        row.getLong("differences")))
                .optional();
    }
}
