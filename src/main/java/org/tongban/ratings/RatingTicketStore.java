package org.tongban.ratings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the tickets and of the days they may take. */
@Repository
class RatingTicketStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = """
            select casefile_id, occasion, ticket_id, revision, state, grade, tags, named, item_id, office, region, rated_staff, opened_at,
                   start_by, verify_by, finish_by, facts, hotline
              from ratings.ticket
            """;

    private final JdbcClient jdbc;

    RatingTicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(Ticket ticket) {
        jdbc.sql("""
                        insert into ratings.ticket (casefile_id, occasion, ticket_id, revision, state, grade, tags, named, item_id, office,
                          region, rated_staff, opened_at, start_by, verify_by, finish_by, facts)
                        values (:id, :occasion, :ticket, :revision, :state, :grade, :tags::text[], :named, :item, :office, :region,
                          :staff::text[], :at, :startBy, :verifyBy, :finishBy, :facts::jsonb)
                        """)
                .param("id", ticket.key().casefileId())
                .param("occasion", ticket.key().occasion())
                .param("ticket", ticket.id())
                .param("revision", ticket.revision())
                .param("state", ticket.state().name())
                .param("grade", ticket.grade().number())
                .param("tags", ticket.tags().toArray(String[]::new))
                .param("named", ticket.named())
                .param("item", ticket.itemId())
                .param("office", ticket.office())
                .param("region", ticket.region())
                .param("staff", ticket.ratedStaff().toArray(String[]::new))
                .param("at", RatingStore.utc(ticket.openedAt()))
                .param("startBy", ticket.startBy())
                .param("verifyBy", ticket.verifyBy())
                .param("finishBy", ticket.finishBy())
                .param("facts", JSON.writeValueAsString(ticket.facts()))
                .update();
    }

    /** Keeps where it is now, and what was done. */
    void move(Ticket after, Ticket.Step step) {
        jdbc.sql("""
                        with moved as (
                          update ratings.ticket set (revision, state, facts) = (:revision, :state, :facts::jsonb)
                           where casefile_id = :id and occasion = :occasion and revision = :revision - 1 returning 1)
                        insert into ratings.ticket_step select :id, :occasion, :revision, :at, :move, :by, :words from moved
                        """)
                .param("revision", after.revision())
                .param("state", after.state().name())
                .param("facts", JSON.writeValueAsString(after.facts()))
                .param("id", after.key().casefileId())
                .param("occasion", after.key().occasion())
                .param("at", RatingStore.utc(step.at()))
                .param("move", step.move().name())
                .param("by", step.by())
                .param("words", step.words())
                .update();
    }

    Optional<Ticket> lock(UUID id) {
        return jdbc.sql(SELECT + "where ticket_id = :id for update")
                .param("id", id)
                .query(RatingTicketStore::ticket)
                .optional();
    }

    Optional<Ticket> find(UUID id) {
        return jdbc.sql(SELECT + "where ticket_id = :id")
                .param("id", id)
                .query(RatingTicketStore::ticket)
                .optional();
    }

    List<Ticket> of(long casefileId) {
        return jdbc.sql(SELECT + "where casefile_id = :id")
                .param("id", casefileId)
                .query(RatingTicketStore::ticket)
                .list();
    }

    /** An office's open tickets that are not about this person, due first; a scatter read. */
    List<Ticket> ofOffice(String office, String account, RatingTickets.After after, int limit) {
        return page(" where office = :where and not :account = any(rated_staff)", office, after, limit)
                .param("account", account)
                .query(RatingTicketStore::ticket)
                .list();
    }

    /** A province's open tickets, due first; a scatter read. */
    List<Ticket> ofProvince(String province, RatingTickets.After after, int limit) {
        return page(" where left(region, 2) = :where", province, after, limit)
                .query(RatingTicketStore::ticket)
                .list();
    }

    /** Open tickets of everywhere that were to be finished before this day; a scatter read. */
    List<Ticket> overdue(LocalDate before, int limit) {
        return jdbc.sql(SELECT + """
                          where state not in ('CLOSED', 'EXCLUDED') and finish_by < :before order by finish_by, ticket_id limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query(RatingTicketStore::ticket)
                .list();
    }

    private JdbcClient.StatementSpec page(String condition, String where, RatingTickets.After after, int limit) {
        return jdbc.sql(SELECT + condition + """
                          and state not in ('CLOSED', 'EXCLUDED') and (finish_by, ticket_id) > (:finishBy, :last)
                         order by finish_by, ticket_id limit :limit
                        """)
                .param("where", where)
                .param("finishBy", after.finishBy())
                .param("last", after.ticket())
                .param("limit", limit);
    }

    List<Ticket.Step> steps(Ticket ticket) {
        return jdbc.sql("""
                        select at, move, by_name, words from ratings.ticket_step
                         where casefile_id = :id and occasion = :occasion order by revision
                        """)
                .param("id", ticket.key().casefileId())
                .param("occasion", ticket.key().occasion())
                .query((row, n) -> new Ticket.Step(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        TicketMove.valueOf(row.getString("move")),
                        row.getString("by_name"),
                        row.getString("words")))
                .list();
    }

    /** Open tickets that no hotline has a number for, oldest first; a scatter read. */
    List<Ticket> undispatched(int limit) {
        return jdbc.sql(
                        SELECT
                                + "where hotline is null and state not in ('CLOSED', 'EXCLUDED') order by opened_at limit :limit")
                .param("limit", limit)
                .query(RatingTicketStore::ticket)
                .list();
    }

    void dispatched(Ticket ticket, String number) {
        jdbc.sql("update ratings.ticket set hotline = :number where casefile_id = :id and occasion = :occasion")
                .param("number", number)
                .param("id", ticket.key().casefileId())
                .param("occasion", ticket.key().occasion())
                .update();
    }

    HandlingDays daysOn(LocalDate day) {
        return jdbc.sql("""
                        select from_on, start_days, verify_days, finish_days, source from ratings.handling_days
                         where from_on <= :day order by from_on desc limit 1
                        """).param("day", day).query(HandlingDays.class).single();
    }

    List<HandlingDays> days() {
        return jdbc.sql("""
                        select from_on, start_days, verify_days, finish_days, source from ratings.handling_days order by from_on desc
                        """).query(HandlingDays.class).list();
    }

    boolean addDays(HandlingDays days, String by, Instant at) {
        return jdbc.sql("""
                        insert into ratings.handling_days values (:from, :start, :verify, :finish, :source, :by, :at)
                        on conflict (from_on) do nothing
                        """)
                        .param("from", days.fromOn())
                        .param("start", days.startDays())
                        .param("verify", days.verifyDays())
                        .param("finish", days.finishDays())
                        .param("source", days.source())
                        .param("by", by)
                        .param("at", RatingStore.utc(at))
                        .update()
                == 1;
    }

    private static Ticket ticket(ResultSet row, int number) throws SQLException {
        @Nullable String hotline = row.getString("hotline");
        return new Ticket(
                row.getObject("ticket_id", UUID.class),
                row.getInt("revision"),
                TicketState.valueOf(row.getString("state")),
                Grade.of(row.getInt("grade")).orElseThrow(),
                RatingStore.strings(row, "tags"),
                row.getBoolean("named"),
                row.getString("item_id"),
                row.getString("office"),
                row.getString("region"),
                RatingStore.strings(row, "rated_staff"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("start_by", LocalDate.class),
                row.getObject("verify_by", LocalDate.class),
                row.getObject("finish_by", LocalDate.class),
                JSON.readValue(row.getString("facts"), new TypeReference<Map<String, String>>() {}),
                hotline,
                new Ticket.Key(row.getLong("casefile_id"), row.getString("occasion")));
    }
}
