package org.tongban.casework;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the outbox: found by a scatter read without lock, then claimed by its case (exactly once where the transaction ends well). */
@Repository
class OutboxStore {
    /** A follower that is behind in a case, from this event on. */
    record Behind(String follower, int seq, int attempts, Instant nextAt) {}

    private final JdbcClient jdbc;

    OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Cases in which something waits to be told, by id; a scatter read. */
    List<Long> waiting(long after, int limit) {
        return jdbc.sql("""
                        select distinct casefile_id from casework.outbox where casefile_id > :after
                         order by casefile_id limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Cases in which a follower is to be told again, longest waiting first; a scatter read. */
    List<Long> behind(Instant now, int limit) {
        return jdbc.sql("""
                        select casefile_id from casework.outbox_behind where next_at <= :now
                         order by next_at, casefile_id limit :limit
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Takes what waits of one case; its first event, or null where another node was faster. */
    @Nullable
    Integer claim(long id) {
        return jdbc.sql("""
                        with taken as (delete from casework.outbox where casefile_id = :id returning seq)
                        select min(seq) from taken
                        """)
                .param("id", id)
                .query((row, n) -> row.getObject(1, Integer.class))
                .list()
                .getFirst();
    }

    /** The events from there on that are claimed or were told; one that came since has its own row, and its own turn. */
    List<Entry> events(long id, int from) {
        return jdbc.sql("""
                        select e.casefile_id, e.seq, e.at, e.body, e.hash from casework.event e
                         where e.casefile_id = :id and e.seq >= :from
                           and not exists (select from casework.outbox o where o.casefile_id = :id and o.seq = e.seq)
                         order by e.seq
                        """)
                .param("id", id)
                .param("from", from)
                .query((row, n) -> CasefileStore.entry(row))
                .list();
    }

    /** Who is behind in one case; locked. */
    List<Behind> behind(long id) {
        return jdbc.sql("""
                        select follower, seq, attempts, next_at from casework.outbox_behind where casefile_id = :id for update
                        """)
                .param("id", id)
                .query((row, n) -> new Behind(
                        row.getString("follower"),
                        row.getInt("seq"),
                        row.getInt("attempts"),
                        row.getObject("next_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void fallBehind(long id, Behind behind, String reason) {
        jdbc.sql("""
                        insert into casework.outbox_behind values (:id, :follower, :seq, :attempts, :nextAt, :reason)
                        on conflict (casefile_id, follower) do update set (attempts, next_at, reason) =
                          (excluded.attempts, excluded.next_at, excluded.reason)
                        """)
                .param("id", id)
                .param("follower", behind.follower())
                .param("seq", behind.seq())
                .param("attempts", behind.attempts())
                .param("nextAt", behind.nextAt().atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    void caughtUp(long id, String follower) {
        jdbc.sql("delete from casework.outbox_behind where casefile_id = :id and follower = :follower")
                .param("id", id)
                .param("follower", follower)
                .update();
    }
}
