package org.tongban.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the drafts. */
@Repository
class DraftStore {
    /** 草稿行. */
    record Row(
            UUID id,
            String owner,
            String itemId,
            int version,
            Instant savedAt,
            byte[] key,
            byte[] sealed,
            @Nullable String window) {}

    private static final String SELECT =
            "select draft_id, owner, item_id, version, saved_at, key, sealed, window_office from casework.draft ";

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> latest(String owner, String itemId) {
        return jdbc.sql(SELECT + "where owner = :owner and item_id = :item order by saved_at desc limit 1")
                .param("owner", owner)
                .param("item", itemId)
                .query(DraftStore::row)
                .optional();
    }

    Optional<Row> find(UUID id, String owner) {
        return jdbc.sql(SELECT + "where draft_id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .query(DraftStore::row)
                .optional();
    }

    List<Row> of(String owner) {
        return jdbc.sql(SELECT + "where owner = :owner order by saved_at desc limit 50")
                .param("owner", owner)
                .query(DraftStore::row)
                .list();
    }

    /** Begun at this window by others than this person, latest first. */
    List<Row> atWindow(String window, String butOf) {
        return jdbc.sql(SELECT + "where window_office = :window and owner <> :owner order by saved_at desc limit 50")
                .param("window", window)
                .param("owner", butOf)
                .query(DraftStore::row)
                .list();
    }

    /** Gives what was begun at this window to another of its people; false where it is not there any more. */
    boolean give(UUID id, String window, String to) {
        return jdbc.sql("""
                        update casework.draft set owner = :to, version = version + 1
                         where draft_id = :id and window_office = :window
                        """)
                        .param("id", id)
                        .param("window", window)
                        .param("to", to)
                        .update()
                == 1;
    }

    void insert(Row row) {
        jdbc.sql("""
                        insert into casework.draft
                            (draft_id, owner, item_id, version, saved_at, key, sealed, window_office)
                        values (:id, :owner, :item, :version, :at, :key, :sealed, :window)
                        """)
                .param("id", row.id())
                .param("owner", row.owner())
                .param("item", row.itemId())
                .param("version", row.version())
                .param("at", row.savedAt().atOffset(ZoneOffset.UTC))
                .param("key", row.key())
                .param("sealed", row.sealed())
                .param("window", row.window())
                .update();
    }

    boolean update(UUID id, String owner, int version, Instant at, byte[] sealed) {
        return jdbc.sql("""
                        update casework.draft set version = version + 1, saved_at = :at, sealed = :sealed
                         where draft_id = :id and owner = :owner and version = :version
                        """)
                        .param("id", id)
                        .param("owner", owner)
                        .param("version", version)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("sealed", sealed)
                        .update()
                == 1;
    }

    void delete(UUID id, String owner) {
        jdbc.sql("delete from casework.draft where draft_id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .update();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getObject("draft_id", UUID.class),
                row.getString("owner"),
                row.getString("item_id"),
                row.getInt("version"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getBytes("key"),
                row.getBytes("sealed"),
                row.getString("window_office"));
    }
}
