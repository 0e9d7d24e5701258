package org.tongban.ratings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that reads the figures of ratings, and of what was published. */
@Repository
class RatingFigureStore {
    private static final String SUMS = """
            sum(grade_1) as grade1, sum(grade_2) as grade2, sum(grade_3) as grade3, sum(grade_4) as grade4, sum(grade_5) as grade5,
            sum(tickets) as tickets, sum(answered) as answered, sum(put_right) as put_right, sum(called_back) as called_back
            """;

    private final JdbcClient jdbc;

    RatingFigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The scopes to which a rating of this service at this office belongs. */
    static List<String> scopes(String item, String office, String region) {
        var province = region.substring(0, 2);
        return List.of("all", "item:" + item, "office:" + province + ":" + office, "province:" + province);
    }

    /** Figures by the key of a column: a month, a service, an office, a province; {@code ''} for the whole. */
    Map<String, Figures> by(String column, RatingFigures.Scope scope) {
        var found = new LinkedHashMap<String, Figures>();
        jdbc.sql("select " + column + "::text as scope, " + SUMS + """
                          from ratings.tally_of
                         where month between :from and :until
                           and (:items::text[] is null or item_id = any(:items::text[]))
                           and (:province::text is null or province = :province)
                           and (:visit::boolean is null or visit = :visit)
                         group by 1 order by 1
                        """)
                .param("from", scope.from())
                .param("until", scope.until())
                .param("items", scope.items() == null ? null : scope.items().toArray(String[]::new))
                .param("province", scope.province())
                .param("visit", scope.visit())
                .query(row -> {
                    found.put(row.getString("scope"), figures(row));
                });
        return found;
    }

    /** Figures of scopes from one on up to another, by scope. */
    List<Figures> between(String first, String before, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select scope, %s
                          from ratings.tally
                         where scope >= :first and scope < :before and month between :from and :to
                         group by scope order by scope limit 2000
                        """.formatted(SUMS))
                .param("first", first)
                .param("before", before)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> figures(row))
                .list();
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                row.getString("scope"),
                List.of(
                        row.getInt("grade1"),
                        row.getInt("grade2"),
                        row.getInt("grade3"),
                        row.getInt("grade4"),
                        row.getInt("grade5")),
                row.getInt("tickets"),
                row.getInt("answered"),
                row.getInt("put_right"),
                row.getInt("called_back"));
    }

    void publish(Ticket ticket, LocalDate on, String words) {
        for (var scope : scopes(ticket.itemId(), ticket.office(), ticket.region())) {
            jdbc.sql("""
                            insert into ratings.published values (:scope, :on, :ticket, :item, :office, :grade, :words)
                            on conflict (scope, published_on, ticket_id) do nothing
                            """)
                    .param("scope", scope)
                    .param("on", on)
                    .param("ticket", ticket.id())
                    .param("item", ticket.itemId())
                    .param("office", ticket.office())
                    .param("grade", ticket.grade().number())
                    .param("words", words)
                    .update();
        }
    }

    void unpublish(UUID ticket, List<String> scopes) {
        jdbc.sql("delete from ratings.published where scope in (:scopes) and ticket_id = :ticket")
                .param("scopes", scopes)
                .param("ticket", ticket)
                .update();
    }

    List<RatingFigures.Answer> answers(String scope, int limit) {
        return jdbc.sql("""
                        select published_on, item_id, office, grade, words from ratings.published
                         where scope = :scope order by published_on desc, ticket_id limit :limit
                        """)
                .param("scope", scope)
                .param("limit", limit)
                .query((row, n) -> new RatingFigures.Answer(
                        row.getObject("published_on", LocalDate.class),
                        row.getString("item_id"),
                        row.getString("office"),
                        Grade.of(row.getInt("grade")).orElseThrow(),
                        row.getString("words")))
                .list();
    }
}
