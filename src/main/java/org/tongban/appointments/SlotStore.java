package org.tongban.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what offices have opened. */
@Repository
class SlotStore {
    private final JdbcClient jdbc;

    SlotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds those that are not there yet; returns how many. */
    int add(List<Slot> slots, String by) {
        return jdbc.sql("""
                        insert into appointments.slot (id, office, item, starts_at, ends_at, capacity, opened_by)
                        select id, office, item, starts_at, ends_at, :capacity, :by
                          from unnest(:ids::uuid[], :offices::text[], :items::text[], :starts::timestamptz[], :ends::timestamptz[])
                            as s(id, office, item, starts_at, ends_at)
                        on conflict on constraint slot_once do nothing
                        """)
                .param("capacity", slots.getFirst().capacity())
                .param("by", by)
                .param("ids", slots.stream().map(s -> s.id().toString()).toArray(String[]::new))
                .param("offices", slots.stream().map(Slot::office).toArray(String[]::new))
                .param("items", slots.stream().map(Slot::item).toArray(String[]::new))
                .param(
                        "starts",
                        slots.stream().map(s -> s.startsAt().toString()).toArray(String[]::new))
                .param("ends", slots.stream().map(s -> s.endsAt().toString()).toArray(String[]::new))
                .update();
    }

    /** Slots that still have a place, for this service or for any, earliest first. */
    List<Slot> free(String office, String item, Instant from, Instant to, int limit) {
        return jdbc.sql("""
                        select id, office, item, starts_at, ends_at, capacity, booked, closed
                          from appointments.slot
                         where office = :office and not closed and booked < capacity and (item is null or item = :item)
                           and starts_at > :from and starts_at < :to
                         order by starts_at, id
                         limit :limit
                        """)
                .param("office", office)
                .param("item", item)
                .param("from", utc(from))
                .param("to", utc(to))
                .param("limit", limit)
                .query(SlotStore::slot)
                .list();
    }

    /** All that an office has opened in this time, full and closed ones too. */
    List<Slot> opened(String office, Instant from, Instant to) {
        return jdbc.sql("""
                        select id, office, item, starts_at, ends_at, capacity, booked, closed
                          from appointments.slot
                         where office = :office and starts_at >= :from and starts_at < :to
                         order by starts_at, id
                        """)
                .param("office", office)
                .param("from", utc(from))
                .param("to", utc(to))
                .query(SlotStore::slot)
                .list();
    }

    /** Locks two slots in one order, so that two who change places do not wait for each other for ever. */
    void lockBoth(UUID one, UUID other) {
        jdbc.sql("select id from appointments.slot where id in (:one, :other) order by id for update")
                .param("one", one)
                .param("other", other)
                .query(UUID.class)
                .list();
    }

    /** Takes one place of the slot, if there is one left and it has not begun. */
    Optional<Slot> take(UUID slot, String office, String item, Instant now) {
        return jdbc.sql("""
                        update appointments.slot
                           set booked = booked + 1
                         where id = :slot and office = :office and (item is null or item = :item)
                           and not closed and booked < capacity and starts_at > :now
                        returning id, office, item, starts_at, ends_at, capacity, booked, closed
                        """)
                .param("slot", slot)
                .param("office", office)
                .param("item", item)
                .param("now", utc(now))
                .query(SlotStore::slot)
                .optional();
    }

    void giveBack(UUID slot) {
        jdbc.sql("update appointments.slot set booked = booked - 1 where id = :slot")
                .param("slot", slot)
                .update();
    }

    boolean close(UUID slot, String office, boolean closed) {
        return jdbc.sql("update appointments.slot set closed = :closed where id = :slot and office = :office")
                        .param("slot", slot)
                        .param("office", office)
                        .param("closed", closed)
                        .update()
                == 1;
    }

    private static Slot slot(ResultSet row, int number) throws SQLException {
        return new Slot(
                row.getObject("id", UUID.class),
                row.getString("office"),
                row.getString("item"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getInt("capacity"),
                row.getInt("booked"),
                row.getBoolean("closed"));
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
