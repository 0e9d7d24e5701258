package org.tongban.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ProblemTicketStore {

    private final JdbcClient jdbc;

    ProblemTicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ProblemTicket ticket) {
        jdbc.sql("""
                        insert into places.problem_ticket
                            (id, opened_at, item, casefile, reason, region_given, coordinated_by, due_on, office)
                        values (:id, :opened_at, :item, :casefile, :reason, :region_given, :coordinated_by, :due_on, :office)
                        """)
                .param("id", ticket.id())
                .param("opened_at", utc(ticket.openedAt()))
                .param("item", ticket.item())
                .param("casefile", ticket.casefile())
                .param("reason", ticket.reason())
                .param("region_given", ticket.regionGiven())
                .param("coordinated_by", ticket.coordinatedBy())
                .param("due_on", ticket.dueOn())
                .param("office", ticket.office())
                .update();
    }

    /** False where it was answered meanwhile, or is with that office already. */
    boolean handOn(UUID id, ProblemTicket.Handing handing) {
        return jdbc.sql("""
                                with handed as (
                                  update places.problem_ticket set office = :office
                                   where id = :id and answered_at is null and office is distinct from :office returning id)
                                insert into places.problem_ticket_handing (ticket, at, office, words, by_name)
                                select id, :at, :office, :words, :by from handed
                                """)
                        .param("id", id)
                        .param("office", handing.office(), Types.VARCHAR)
                        .param("at", utc(handing.at()))
                        .param("words", handing.words())
                        .param("by", handing.by())
                        .update()
                == 1;
    }

    List<ProblemTicket.Handing> handings(UUID id) {
        return jdbc.sql("select * from places.problem_ticket_handing where ticket = :id order by id")
                .param("id", id)
                .query((row, number) -> new ProblemTicket.Handing(
                        row.getString("office"), row.getString("words"), row.getString("by_name"), instant(row, "at")))
                .list();
    }

    List<ProblemTicket> ofOffice(String office, @Nullable ProblemTicket after, int limit) {
        return jdbc.sql("""
                        select *
                        from places.problem_ticket
                        where answered_at is null and office = :office
                          and (:after_id::uuid is null or (due_on, id) > (:after_due_on::date, :after_id))
                        order by due_on, id
                        limit :limit
                        """)
                .param("office", office)
                .param("after_id", after == null ? null : after.id())
                .param("after_due_on", after == null ? null : after.dueOn())
                .param("limit", limit)
                .query((row, number) -> ticket(row))
                .list();
    }

    boolean answer(UUID id, ProblemTicket.Answer answer) {
        return jdbc.sql("""
                                update places.problem_ticket
                                set answer = :text, answered_by = :by, answered_at = :at
                                where id = :id and answered_at is null
                                """)
                        .param("text", answer.text())
                        .param("by", answer.by())
                        .param("at", utc(answer.at()))
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<ProblemTicket> find(UUID id) {
        return jdbc.sql("select * from places.problem_ticket where id = :id")
                .param("id", id)
                .query((row, number) -> ticket(row))
                .optional();
    }

    List<ProblemTicket> open(@Nullable String province, @Nullable ProblemTicket after, int limit) {
        return jdbc.sql("""
                        select *
                        from places.problem_ticket
                        where answered_at is null
                          and (:province::text is null or coordinated_by = :province)
                          and (:after_id::uuid is null or (due_on, id) > (:after_due_on::date, :after_id))
                        order by due_on, id
                        limit :limit
                        """)
                .param("province", province)
                .param("after_id", after == null ? null : after.id())
                .param("after_due_on", after == null ? null : after.dueOn())
                .param("limit", limit)
                .query((row, number) -> ticket(row))
                .list();
    }

    private static ProblemTicket ticket(ResultSet row) throws SQLException {
        @Nullable String answer = row.getString("answer");
        return new ProblemTicket(
                row.getObject("id", UUID.class),
                instant(row, "opened_at"),
                row.getString("item"),
                row.getString("casefile"),
                row.getString("reason"),
                row.getString("region_given"),
                row.getString("coordinated_by"),
                row.getObject("due_on", LocalDate.class),
                row.getString("office"),
                answer == null
                        ? null
                        : new ProblemTicket.Answer(answer, row.getString("answered_by"), instant(row, "answered_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
