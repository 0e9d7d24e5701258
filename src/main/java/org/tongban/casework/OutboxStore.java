package org.tongban.casework;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    /**
     * 领取: what was taken of one case.
     *
     * @param first event that waited; null where another node was faster, or nothing did
     * @param last event there was then: one that came since has its own row, and its own turn
     * @param behind who is behind in this case; locked
     */
    record Claim(long casefileId, @Nullable Integer first, int last, List<Behind> behind) {}

    List<Claim> claim(List<Long> ids) {
        var claims = new LinkedHashMap<Long, Claim>();
        jdbc.sql("""
                        with taken as (delete from casework.outbox where casefile_id = any(:ids) returning casefile_id, seq),
                        late as (
                          select casefile_id, follower, seq, attempts, next_at from casework.outbox_behind
                           where casefile_id = any(:ids) for update)
                        select c.casefile_id, null as follower, t.seq, c.revision as number, null::timestamptz as next_at
                          from casework.casefile c
                          left join (select casefile_id, min(seq) as seq from taken group by casefile_id) t using (casefile_id)
                         where c.casefile_id = any(:ids)
                        union all
                        select casefile_id, follower, seq, attempts, next_at from late
                        """).param("ids", ids.toArray(Long[]::new)).query(row -> {
            long id = row.getLong("casefile_id");
            int number = row.getInt("number");
            var follower = row.getString("follower");
            var seq = row.getObject("seq", Integer.class);
            var claim = claims.computeIfAbsent(id, _ -> new Claim(id, null, 0, new ArrayList<>()));
            if (follower == null) {
                claims.put(id, new Claim(id, seq, number, claim.behind()));
            } else {
                var nextAt = row.getObject("next_at", OffsetDateTime.class).toInstant();
                claim.behind().add(new Behind(follower, seq, number, nextAt));
            }
        });
        return List.copyOf(claims.values());
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
