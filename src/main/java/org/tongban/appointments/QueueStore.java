package org.tongban.appointments;

import static org.tongban.appointments.SlotStore.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of queue numbers: one office, one day. */
@Repository
class QueueStore {
    private static final String COLUMNS = "office, day, no, casefile_id, about, drawn_at, window_name, called_at";

    private final JdbcClient jdbc;

    QueueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int next(String office, LocalDate day) {
        return jdbc.sql("""
                        insert into appointments.queue values (:office, :day, 1)
                        on conflict (office, day) do update set last = appointments.queue.last + 1
                        returning last
                        """)
                .param("office", office)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    void add(QueueTicket ticket) {
        jdbc.sql("""
                        insert into appointments.queue_ticket (office, day, no, casefile_id, about, drawn_at)
                        values (:office, :day, :no, :case, :about, :at)
                        """)
                .param("office", ticket.office())
                .param("day", ticket.day())
                .param("no", ticket.no())
                .param("case", ticket.casefileId())
                .param("about", ticket.about())
                .param("at", utc(ticket.drawnAt()))
                .update();
    }

    /** Those who wait, with an appointment first, in the order of their numbers. */
    List<QueueTicket> waiting(String office, LocalDate day, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                          from appointments.queue_ticket
                         where office = :office and day = :day and called_at is null
                         order by (casefile_id is null), no
                         limit :limit
                        """)
                .param("office", office)
                .param("day", day)
                .param("limit", limit)
                .query(QueueStore::ticket)
                .list();
    }

    List<QueueTicket> called(String office, LocalDate day, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                          from appointments.queue_ticket
                         where office = :office and day = :day and called_at is not null
                         order by called_at desc, no desc
                         limit :limit
                        """)
                .param("office", office)
                .param("day", day)
                .param("limit", limit)
                .query(QueueStore::ticket)
                .list();
    }

    /** Takes the next who waits; two windows that call at once get two people. */
    Optional<QueueTicket> call(String office, LocalDate day, String window, Instant at) {
        return jdbc.sql("""
                        update appointments.queue_ticket q set window_name = :window, called_at = :at
                          from (select no from appointments.queue_ticket
                                 where office = :office and day = :day and called_at is null
                                 order by (casefile_id is null), no
                                 limit 1 for update skip locked) first
                         where q.office = :office and q.day = :day and q.no = first.no
                        returning q.office, q.day, q.no, q.casefile_id, q.about, q.drawn_at, q.window_name, q.called_at
                        """)
                .param("office", office)
                .param("day", day)
                .param("window", window)
                .param("at", utc(at))
                .query(QueueStore::ticket)
                .optional();
    }

    private static QueueTicket ticket(ResultSet row, int number) throws SQLException {
        var called = row.getObject("called_at", OffsetDateTime.class);
        return new QueueTicket(
                row.getString("office"),
                row.getObject("day", LocalDate.class),
                row.getInt("no"),
                row.getObject("casefile_id", Long.class),
                row.getString("about"),
                row.getObject("drawn_at", OffsetDateTime.class).toInstant(),
                row.getString("window_name"),
                called == null ? null : called.toInstant());
    }
}
