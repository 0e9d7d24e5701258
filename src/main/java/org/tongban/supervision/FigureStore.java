package org.tongban.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that reads the tallies. */
@Repository
class FigureStore {
    private static final String SCOPE = """
             where month between :from and :until
               and (:items::text[] is null or item_id = any(:items::text[]))
               and (:handledBy::text is null or handled_by = :handledBy)
            """;
    private static final String NARROW = SCOPE + """
               and (:mode::text is null or mode = :mode)
               and (:applyAt::text is null or apply_at = :applyAt)
            """;

    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Tally> by(String column, Figures.Scope scope) {
        return tallies(
                "select " + column + "::text as key, " + TallyStore.SUMS + " from supervision.tally_month" + NARROW
                        + " group by 1 order by 1",
                scope);
    }

    Map<String, Tally> offices(Figures.Scope scope) {
        return tallies(
                "select office as key, " + TallyStore.SUMS + " from supervision.tally_office" + SCOPE
                        + " group by 1 order by 1",
                scope);
    }

    private Map<String, Tally> tallies(String sql, Figures.Scope scope) {
        var tallies = new LinkedHashMap<String, Tally>();
        scoped(sql, scope).query(row -> {
            tallies.put(row.getString("key"), tally(row));
        });
        return tallies;
    }

    Map<Figures.Pair, Tally> pairs(Figures.Scope scope) {
        var pairs = new LinkedHashMap<Figures.Pair, Tally>();
        scoped(
                        "select apply_at, handled_by, " + TallyStore.SUMS + " from supervision.tally_month" + NARROW
                                + " group by 1, 2 order by 1, 2",
                        scope)
                .query(row -> {
                    pairs.put(new Figures.Pair(row.getString("apply_at"), row.getString("handled_by")), tally(row));
                });
        return pairs;
    }

    Map<String, Figures.Spread> spreads(String column, Figures.Scope scope) {
        var cases = new TreeMap<String, Map<Integer, Long>>();
        scoped(
                        "select " + column + "::text as key, days, sum(n)::bigint as n from supervision.tally_days"
                                + NARROW + " group by 1, 2 order by 1, 2",
                        scope)
                .query(row -> {
                    cases.computeIfAbsent(row.getString("key"), _ -> new LinkedHashMap<>())
                            .put(row.getInt("days"), row.getLong("n"));
                });
        var spreads = new LinkedHashMap<String, Figures.Spread>();
        cases.forEach((key, days) -> spreads.put(key, new Figures.Spread(days)));
        return spreads;
    }

    List<Figures.Ground> grounds(Figures.Scope scope, int limit) {
        return scoped(
                        "select item_id, ground as text, sum(n)::bigint as cases from supervision.tally_ground" + NARROW
                                + " group by 1, 2 order by 3 desc, 1, 2 limit :limit",
                        scope)
                .param("limit", limit)
                .query(Figures.Ground.class)
                .list();
    }

    private JdbcClient.StatementSpec scoped(String sql, Figures.Scope scope) {
        return jdbc.sql(sql)
                .param("from", scope.from())
                .param("until", scope.until())
                .param("items", array(scope))
                .param("mode", scope.mode())
                .param("applyAt", scope.applyAt())
                .param("handledBy", scope.handledBy());
    }

    private static String @Nullable [] array(Figures.Scope scope) {
        return scope.items() == null ? null : scope.items().toArray(String[]::new);
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("received"),
                row.getLong("accepted"),
                row.getLong("supplemented"),
                row.getLong("granted"),
                row.getLong("partly_granted"),
                row.getLong("refused"),
                row.getLong("declined"),
                row.getLong("withdrawn"),
                row.getLong("terminated"),
                row.getLong("referred"),
                row.getLong("on_time"),
                row.getLong("late"));
    }
}
