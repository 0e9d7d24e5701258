package org.tongban.files;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongban.files.Files.Info;

/** The SQL of the files. */
@Repository
class FileStore {
    private static final String SELECT = "select file_id as id, name, type, bytes, digest from files.file ";

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Info info, String owner, byte[] key, Instant at) {
        jdbc.sql("""
                        insert into files.file (file_id, name, type, bytes, digest, owner, key, uploaded_at)
                        values (:id, :name, :type, :bytes, :digest, :owner, :key, :at)
                        """)
                .param("id", info.id())
                .param("name", info.name())
                .param("type", info.type())
                .param("bytes", info.bytes())
                .param("digest", info.digest())
                .param("owner", owner)
                .param("key", key)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Info> unbound(Collection<UUID> ids, String owner) {
        return jdbc.sql(SELECT + "where file_id in (:ids) and owner = :owner and casefile_id is null")
                .param("ids", ids)
                .param("owner", owner)
                .query(Info.class)
                .list();
    }

    /** Also counts those that this case has already: a repeat changes nothing. */
    int bind(Collection<UUID> ids, String owner, long casefileId) {
        return jdbc.sql("""
                        update files.file set casefile_id = :case
                         where file_id in (:ids) and ((owner = :owner and casefile_id is null) or casefile_id = :case)
                        """)
                .param("ids", ids)
                .param("owner", owner)
                .param("case", casefileId)
                .update();
    }

    List<Info> of(long casefileId) {
        return jdbc.sql(SELECT + "where casefile_id = :case order by uploaded_at")
                .param("case", casefileId)
                .query(Info.class)
                .list();
    }

    Optional<byte[]> keyOf(UUID id, long casefileId) {
        return jdbc.sql("select key from files.file where file_id = :id and casefile_id = :case")
                .param("id", id)
                .param("case", casefileId)
                .query(byte[].class)
                .optional();
    }

    Optional<byte[]> keyOf(UUID id, String owner) {
        return jdbc.sql("select key from files.file where file_id = :id and owner = :owner and casefile_id is null")
                .param("id", id)
                .param("owner", owner)
                .query(byte[].class)
                .optional();
    }

    /** Those of the ids that have a row. */
    List<UUID> known(Collection<UUID> ids) {
        return jdbc.sql("select file_id from files.file where file_id in (:ids)")
                .param("ids", ids)
                .query(UUID.class)
                .list();
    }

    /** Removes the rows of uploads that no case took; returns their ids. */
    List<UUID> forget(Instant before, int limit) {
        return jdbc.sql("""
                        delete from files.file where file_id in (
                          select file_id from files.file where casefile_id is null and uploaded_at < :before
                           order by uploaded_at limit :limit)
                        returning file_id
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }
}
