package org.tongban.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mandates. */
@Repository
class MandateStore {
    private final JdbcClient jdbc;

    MandateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the id is there already. */
    boolean add(Mandate mandate, String by, Instant at) {
        return jdbc.sql("""
                        insert into identity.mandate
                            (id, principal, agent, principal_masked, agent_masked, relation, items, from_on, to_on, checked_how, checked_by, checked_at)
                        values (:id, :principal, :agent, :principalMasked, :agentMasked, :relation, :items, :from, :to, :how, :by, :at)
                        on conflict (id) do nothing
                        """)
                        .param("id", mandate.id())
                        .param("principal", mandate.principal())
                        .param("agent", mandate.agent())
                        .param("principalMasked", mandate.names().principal())
                        .param("agentMasked", mandate.names().agent())
                        .param("relation", mandate.relation().label())
                        .param("items", mandate.items().toArray(String[]::new))
                        .param("from", mandate.from())
                        .param("to", mandate.to())
                        .param("how", mandate.checkedHow())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean revoke(String id, Instant at) {
        return jdbc.sql("""
                        update identity.mandate set revoked_at = :at
                        where id = :id and revoked_at is null
                        """)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Mandate> find(String id) {
        return jdbc.sql("""
                        select id, principal, agent, principal_masked, agent_masked, relation, items, from_on, to_on,
                               checked_how
                        from identity.mandate
                        where id = :id
                        """).param("id", id).query(MandateStore::mandate).optional();
    }

    List<Mandate> ofAgent(String agent) {
        return jdbc.sql("""
                        select id, principal, agent, principal_masked, agent_masked, relation, items, from_on, to_on,
                               checked_how
                        from identity.mandate
                        where agent = :agent and revoked_at is null
                        order by from_on, id
                        """).param("agent", agent).query(MandateStore::mandate).list();
    }

    /** 授权的经过: one mandate and when it was taken back. */
    record Kept(Mandate mandate, @Nullable Instant revokedAt) {}

    /** All between these two, ended and revoked ones too, the newest first. */
    List<Kept> between(String agent, String principal) {
        return jdbc.sql("""
                        select id, principal, agent, principal_masked, agent_masked, relation, items, from_on, to_on,
                               checked_how, revoked_at
                        from identity.mandate
                        where agent = :agent and principal = :principal
                        order by from_on desc, id
                        """)
                .param("agent", agent)
                .param("principal", principal)
                .query(MandateStore::kept)
                .list();
    }

    /** Those in which somebody is either, ended and revoked ones too, the newest first. */
    List<Kept> concerning(String subject) {
        return jdbc.sql("""
                        select id, principal, agent, principal_masked, agent_masked, relation, items, from_on, to_on,
                               checked_how, revoked_at
                        from identity.mandate
                        where agent = :subject or principal = :subject
                        order by from_on desc, id
                        limit 100
                        """).param("subject", subject).query(MandateStore::kept).list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var revokedAt = row.getObject("revoked_at", OffsetDateTime.class);
        return new Kept(mandate(row, number), revokedAt == null ? null : revokedAt.toInstant());
    }

    private static Mandate mandate(ResultSet row, int number) throws SQLException {
        return new Mandate(
                row.getString("id"),
                row.getString("principal"),
                row.getString("agent"),
                new Mandate.Names(row.getString("principal_masked"), row.getString("agent_masked")),
                Relation.named(row.getString("relation")).orElseThrow(),
                List.of((String[]) row.getArray("items").getArray()),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getString("checked_how"));
    }
}
