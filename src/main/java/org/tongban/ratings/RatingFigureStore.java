package org.tongban.ratings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongban.calendar.Time;

/** The SQL of the tallies: small rows by month and scope, kept while ratings come in. */
@Repository
class RatingFigureStore {
    /** Which column of N-34 grows. */
    enum Owed {
        TICKETS("tickets"),
        ANSWERED("answered"),
        PUT_RIGHT("put_right"),
        CALLED_BACK("called_back");

        private final String column;

        Owed(String column) {
            this.column = column;
        }
    }

    private final JdbcClient jdbc;

    RatingFigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The scopes to which a rating of this service at this office belongs. */
    static List<String> scopes(String item, String office, String region) {
        var province = region.substring(0, 2);
        return List.of("all", "item:" + item, "office:" + province + ":" + office, "province:" + province);
    }

    void count(List<String> scopes, LocalDate month, Grade grade, int by) {
        add(scopes, month, "grade_" + grade.number(), by);
    }

    void count(List<String> scopes, LocalDate month, Owed owed, int by) {
        add(scopes, month, owed.column, by);
    }

    private void add(List<String> scopes, LocalDate month, String column, int by) {
        jdbc.sql("""
                        insert into ratings.tally as t (scope, month, %1$s)
                        select s.scope, :month, :by from unnest(:scopes::text[]) as s(scope) order by s.scope
                        on conflict (scope, month) do update set %1$s = t.%1$s + :by
                        """.formatted(column))
                .param("month", month)
                .param("by", by)
                .param("scopes", scopes.toArray(String[]::new))
                .update();
    }

    static LocalDate monthOf(Instant at) {
        return Time.dateOf(at).withDayOfMonth(1);
    }

    /** Figures of scopes from one on up to another, by scope. */
    List<Figures> between(String first, String before, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select scope, sum(grade_1) as grade1, sum(grade_2) as grade2, sum(grade_3) as grade3, sum(grade_4) as grade4,
                               sum(grade_5) as grade5, sum(tickets) as tickets, sum(answered) as answered, sum(put_right) as put_right,
                               sum(called_back) as called_back
                          from ratings.tally
                         where scope >= :first and scope < :before and month between :from and :to
                         group by scope order by scope limit 2000
                        """)
                .param("first", first)
                .param("before", before)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Figures(
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
                        row.getInt("called_back")))
                .list();
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
