package org.tongban.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The two logs, which only grow. */
@Repository
class LogStore {
    private final JdbcClient jdbc;

    LogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(ReadLog.Entry entry) {
        jdbc.sql("""
                        insert into identity.read_log
                            (object, id, at, account, name, role, office, what, reason, address)
                        values (:object, :id, :at, :account, :name, :role, :office, :what, :reason, :address)
                        """)
                .param("object", entry.object())
                .param("id", UUID.randomUUID())
                .param("at", utc(entry.at()))
                .param("account", entry.account())
                .param("name", entry.name())
                .param("role", entry.role().name())
                .param("office", entry.office())
                .param("what", entry.what().name())
                .param("reason", entry.reason())
                .param("address", entry.address())
                .update();
    }

    List<ReadLog.Entry> reads(ReadLog.Query query) {
        return jdbc.sql("""
                        select object, at, account, name, role, office, what, reason, address
                        from identity.read_log
                        where (cast(:object as text) is null or object = :object)
                          and (cast(:account as text) is null or account = :account)
                          and at < :before
                        order by at desc, id
                        limit :limit
                        """)
                .param("object", query.object())
                .param("account", query.account())
                .param("before", utc(query.before()))
                .param("limit", query.limit())
                .query(LogStore::read)
                .list();
    }

    void append(SecurityLog.Entry entry) {
        jdbc.sql("""
                        insert into identity.security_log
                            (id, at, account, name, role, office, act, object, detail, address)
                        values (:id, :at, :account, :name, :role, :office, :act, :object, :detail, :address)
                        """)
                .param("id", UUID.randomUUID())
                .param("at", utc(entry.at()))
                .param("account", entry.account())
                .param("name", entry.name())
                .param("role", entry.role() == null ? null : entry.role().name())
                .param("office", entry.office())
                .param("act", entry.act().name())
                .param("object", entry.object())
                .param("detail", entry.detail())
                .param("address", entry.address())
                .update();
    }

    List<SecurityLog.Entry> securityEvents(SecurityLog.Query query) {
        return jdbc.sql("""
                        select at, account, name, role, office, act, object, detail, address
                        from identity.security_log
                        where (cast(:account as text) is null or account = :account)
                          and (cast(:object as text) is null or object = :object)
                          and at < :before
                        order by at desc, id
                        limit :limit
                        """)
                .param("account", query.account())
                .param("object", query.object())
                .param("before", utc(query.before()))
                .param("limit", query.limit())
                .query(LogStore::event)
                .list();
    }

    private static ReadLog.Entry read(ResultSet row, int number) throws SQLException {
        return new ReadLog.Entry(
                at(row),
                row.getString("account"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("office"),
                ReadLog.What.valueOf(row.getString("what")),
                row.getString("object"),
                row.getString("reason"),
                row.getString("address"));
    }

    private static SecurityLog.Entry event(ResultSet row, int number) throws SQLException {
        @Nullable String role = row.getString("role");
        return new SecurityLog.Entry(
                at(row),
                row.getString("account"),
                row.getString("name"),
                role == null ? null : Role.valueOf(role),
                row.getString("office"),
                SecurityLog.Act.valueOf(row.getString("act")),
                row.getString("object"),
                row.getString("detail"),
                row.getString("address"));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
