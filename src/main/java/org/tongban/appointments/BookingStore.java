package org.tongban.appointments;

import static org.tongban.appointments.SlotStore.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of bookings. One statement, the office's list of a day, reads over cases; all others name one. */
@Repository
class BookingStore {
    private static final String COLUMNS =
            "casefile_id, task, no, slot, office, item, person, starts_at, ends_at, state, ticket";

    private final JdbcClient jdbc;

    BookingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Booking booking, String by, Instant at) {
        jdbc.sql("""
                        insert into appointments.booking
                            (casefile_id, task, no, slot, office, item, person, starts_at, ends_at, state, booked_by, booked_at)
                        values (:case, :task, :no, :slot, :office, :item, :person, :starts, :ends, :state, :by, :at)
                        """)
                .param("case", booking.casefileId())
                .param("task", booking.task())
                .param("no", booking.no())
                .param("slot", booking.slot())
                .param("office", booking.office())
                .param("item", booking.item())
                .param("person", booking.person())
                .param("starts", utc(booking.startsAt()))
                .param("ends", utc(booking.endsAt()))
                .param("state", booking.state().name())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    /** All bookings of a case, oldest first. */
    List<Booking> of(long casefileId) {
        return jdbc.sql("select " + COLUMNS + " from appointments.booking where casefile_id = :case order by task, no")
                .param("case", casefileId)
                .query(BookingStore::booking)
                .list();
    }

    /** The open booking of a task, under its row lock. */
    Optional<Booking> lock(long casefileId, int task) {
        return jdbc.sql("select " + COLUMNS + """
                          from appointments.booking
                         where casefile_id = :case and task = :task and state in ('BOOKED', 'ARRIVED')
                           for update
                        """)
                .param("case", casefileId)
                .param("task", task)
                .query(BookingStore::booking)
                .optional();
    }

    void end(Booking booking, Booking.State how, Instant at) {
        jdbc.sql("""
                        update appointments.booking set state = :state, ended_at = :at
                         where casefile_id = :case and task = :task and no = :no
                        """)
                .param("state", how.name())
                .param("at", utc(at))
                .param("case", booking.casefileId())
                .param("task", booking.task())
                .param("no", booking.no())
                .update();
    }

    void arrived(Booking booking, int ticket) {
        jdbc.sql("""
                        update appointments.booking set state = 'ARRIVED', ticket = :ticket
                         where casefile_id = :case and task = :task and no = :no
                        """)
                .param("ticket", ticket)
                .param("case", booking.casefileId())
                .param("task", booking.task())
                .param("no", booking.no())
                .update();
    }

    /** Who is expected at an office between two instants, earliest first; a scatter read. */
    List<Booking> expected(String office, Instant from, Instant to, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                          from appointments.booking
                         where office = :office and starts_at >= :from and starts_at < :to and state in ('BOOKED', 'ARRIVED')
                         order by starts_at, casefile_id
                         limit :limit
                        """)
                .param("office", office)
                .param("from", utc(from))
                .param("to", utc(to))
                .param("limit", limit)
                .query(BookingStore::booking)
                .list();
    }

    private static Booking booking(ResultSet row, int number) throws SQLException {
        return new Booking(
                row.getLong("casefile_id"),
                row.getInt("task"),
                row.getInt("no"),
                row.getObject("slot", UUID.class),
                row.getString("office"),
                row.getString("item"),
                row.getString("person"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                Booking.State.valueOf(row.getString("state")),
                row.getObject("ticket", Integer.class));
    }
}
