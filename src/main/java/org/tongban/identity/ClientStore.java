package org.tongban.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Registered clients. */
@Repository
class ClientStore implements ClientSource {
    private final JdbcClient jdbc;

    ClientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Known> find(String id) {
        return jdbc.sql("""
                        select id, name, role, office, assurance, secret_hash
                        from identity.client
                        where id = :id and closed_at is null
                        """)
                .param("id", id)
                .query((row, number) -> new Known(client(row, number), row.getString("secret_hash")))
                .optional();
    }

    List<Client> all() {
        return jdbc.sql("""
                        select id, name, role, office, assurance
                        from identity.client
                        where closed_at is null
                        order by id
                        """).query(ClientStore::client).list();
    }

    /** False where the id is taken, also by a client that was closed. */
    boolean add(Client client, String secretHash, Instant at) {
        return jdbc.sql("""
                        insert into identity.client (id, name, role, office, assurance, secret_hash, created_at)
                        values (:id, :name, :role, :office, :assurance, :hash, :at)
                        on conflict (id) do nothing
                        """)
                        .param("id", client.id())
                        .param("name", client.name())
                        .param("role", client.role().name())
                        .param("office", client.office())
                        .param("assurance", client.assurance())
                        .param("hash", secretHash)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean close(String id, Instant at) {
        return jdbc.sql("""
                        update identity.client set closed_at = :at
                        where id = :id and closed_at is null
                        """)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Client client(ResultSet row, int number) throws SQLException {
        return new Client(
                row.getString("id"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("office"),
                row.getInt("assurance"));
    }
}
