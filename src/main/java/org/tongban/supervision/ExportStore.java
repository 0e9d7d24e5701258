package org.tongban.supervision;

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

/** The SQL of the exports. */
@Repository
class ExportStore {
    private final JdbcClient jdbc;

    ExportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Exports.Export export) {
        jdbc.sql("""
                        insert into supervision.export
                        select * from jsonb_populate_record(null::supervision.export, :row::jsonb)
                        """).param("row", Rows.json(export)).update();
    }

    Optional<Exports.Export> find(UUID id) {
        return jdbc.sql("select * from supervision.export where id = :id")
                .param("id", id)
                .query((row, n) -> export(row))
                .optional();
    }

    List<Exports.Export> of(String askedBy, int limit) {
        return jdbc.sql("select * from supervision.export where asked_by = :by order by asked_at desc limit :limit")
                .param("by", askedBy)
                .param("limit", limit)
                .query((row, n) -> export(row))
                .list();
    }

    /** The next to be made, marked as running; also one that a node left behind that is no more. */
    Optional<Exports.Export> claim(Instant now, Instant abandonedBefore) {
        return jdbc.sql("""
                        update supervision.export set state = 'RUNNING', started_at = :now, rows_done = 0
                         where id = (select id from supervision.export
                                      where state = 'WAITING' or (state = 'RUNNING' and started_at < :abandoned)
                                      order by asked_at limit 1 for update skip locked)
                        returning *
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("abandoned", abandonedBefore.atOffset(ZoneOffset.UTC))
                .query((row, n) -> export(row))
                .optional();
    }

    void progress(UUID id, long done, long all) {
        jdbc.sql("update supervision.export set rows_done = :done, rows_all = :all where id = :id")
                .param("id", id)
                .param("done", done)
                .param("all", all)
                .update();
    }

    void finished(UUID id, Exports.State state, Instant at) {
        jdbc.sql("update supervision.export set state = :state, finished_at = :at where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void part(UUID id, int no, byte[] content) {
        jdbc.sql("""
                        insert into supervision.export_part values (:id, :no, :content)
                        on conflict (export_id, no) do update set content = excluded.content
                        """).param("id", id).param("no", no).param("content", content).update();
    }

    void clear(UUID id) {
        jdbc.sql("delete from supervision.export_part where export_id = :id")
                .param("id", id)
                .update();
    }

    Optional<byte[]> part(UUID id, int no) {
        return jdbc.sql("select content from supervision.export_part where export_id = :id and no = :no")
                .param("id", id)
                .param("no", no)
                .query(byte[].class)
                .optional();
    }

    int expire(Instant now) {
        return jdbc.sql("delete from supervision.export where expires_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Exports.Export export(ResultSet row) throws SQLException {
        return new Exports.Export(
                row.getObject("id", UUID.class),
                row.getString("asked_by"),
                instant(row, "asked_at"),
                row.getString("title"),
                Rows.read(row.getString("scope"), CaseList.Scope.class),
                Exports.State.valueOf(row.getString("state")),
                row.getLong("rows_done"),
                row.getLong("rows_all"),
                row.getObject("started_at") == null ? null : instant(row, "started_at"),
                row.getObject("finished_at") == null ? null : instant(row, "finished_at"),
                instant(row, "expires_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
