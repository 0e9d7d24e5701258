package org.tongban.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the notices. */
@Repository
class NoticeStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = """
            casefile_id, occasion, recipient, way, kind, standing, item_id, facts, state, created_at, sent_at, read_at, address, attempts,
            reason""";
    private static final String ONE = """
             where casefile_id = :id and occasion = :occasion and recipient = :recipient and way = :way
            """;

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Once: the same case, occasion, recipient and way again changes nothing. */
    void add(List<Notice> notices) {
        var rows = JSON.createArrayNode();
        for (var n : notices) {
            var row = rows.addObject();
            row.put("casefile_id", n.casefileId()).put("occasion", n.occasion());
            row.put("recipient", n.recipient()).put("way", n.way().name());
            row.put("kind", n.kind().name()).put("standing", n.standing().name());
            row.put("item_id", n.itemId()).set("facts", JSON.valueToTree(n.facts()));
            row.put("state", n.state().name()).put("created_at", n.createdAt().toString());
            row.put("sent_at", n.sentAt() == null ? null : n.sentAt().toString());
            row.put("next_at", n.state() == Notice.State.WAITING ? n.createdAt().toString() : null);
        }
        jdbc.sql("""
                        insert into notices.notice (casefile_id, occasion, recipient, way, kind, standing, item_id, facts, state, created_at,
                          sent_at, next_at)
                        select casefile_id, occasion, recipient, way, kind, standing, item_id, facts, state, created_at, sent_at, next_at
                          from jsonb_populate_recordset(null::notices.notice, :rows::jsonb)
                        on conflict (casefile_id, occasion, recipient, way) do nothing
                        """).param("rows", rows.toString()).update();
    }

    List<Notice> of(long casefileId) {
        return jdbc.sql("select " + COLUMNS + """
                          from notices.notice where casefile_id = :id
                         order by created_at, occasion, standing, recipient, way limit 500
                        """)
                .param("id", casefileId)
                .query(NoticeStore::notice)
                .list();
    }

    /** One page of an inbox, latest first. */
    List<Notice> inbox(Collection<String> recipients, Notice.After before, int size) {
        return jdbc.sql("select " + COLUMNS + """
                          from notices.notice
                         where recipient in (:recipients) and way = 'INBOX'
                           and (created_at, casefile_id, occasion) < (:at, :id, :occasion)
                         order by created_at desc, casefile_id desc, occasion desc limit :size
                        """)
                .param("recipients", recipients)
                .param("at", utc(before.createdAt()))
                .param("id", before.casefileId())
                .param("occasion", before.occasion())
                .param("size", size)
                .query(NoticeStore::notice)
                .list();
    }

    /** At most so many: beyond that the number does not matter. */
    int unread(Collection<String> recipients, int most) {
        return jdbc.sql("""
                        select count(*) from (
                          select 1 from notices.notice where recipient in (:recipients) and way = 'INBOX' and read_at is null limit :most) n
                        """)
                .param("recipients", recipients)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    Optional<Notice> inInbox(long casefileId, String occasion, Collection<String> recipients) {
        return jdbc.sql("select " + COLUMNS + """
                          from notices.notice
                         where casefile_id = :id and occasion = :occasion and recipient in (:recipients) and way = 'INBOX' limit 1
                        """)
                .param("id", casefileId)
                .param("occasion", occasion)
                .param("recipients", recipients)
                .query(NoticeStore::notice)
                .optional();
    }

    void read(Notice notice, Instant at) {
        one("update notices.notice set read_at = coalesce(read_at, :at)" + ONE, notice)
                .param("at", utc(at))
                .update();
    }

    void readAll(Collection<String> recipients, Instant at) {
        jdbc.sql("""
                        update notices.notice set read_at = :at
                         where recipient in (:recipients) and way = 'INBOX' and read_at is null
                        """).param("recipients", recipients).param("at", utc(at)).update();
    }

    /** What waits to leave the node by this way, longest waiting first; a scatter read. */
    List<Notice> waiting(Notice.Way way, Instant now, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                          from notices.notice where state = 'WAITING' and way = :way and next_at <= :now
                         order by next_at, casefile_id limit :limit
                        """)
                .param("way", way.name())
                .param("now", utc(now))
                .param("limit", limit)
                .query(NoticeStore::notice)
                .list();
    }

    /** Takes it for sending until then; false where somebody else did, or it has gone. */
    boolean lease(Notice notice, Instant until) {
        return one("""
                        update notices.notice set attempts = attempts + 1, next_at = :until
                        """ + ONE + " and state = 'WAITING' and attempts = :attempts", notice)
                        .param("until", utc(until))
                        .param("attempts", notice.attempts())
                        .update()
                == 1;
    }

    /** Ends it as sent, dropped, unreachable or failed. */
    void end(Notice notice, Notice.State state, @Nullable String address, @Nullable String reason, Instant at) {
        one("""
                        update notices.notice set state = :state, address = :address, reason = :reason, next_at = null,
                          sent_at = case when :state = 'SENT' then :at::timestamptz end
                        """ + ONE, notice)
                .param("state", state.name())
                .param("address", address)
                .param("reason", reason)
                .param("at", utc(at))
                .update();
    }

    void failed(Notice notice, String reason) {
        one("update notices.notice set reason = :reason" + ONE, notice)
                .param("reason", reason)
                .update();
    }

    private JdbcClient.StatementSpec one(String sql, Notice notice) {
        return jdbc.sql(sql)
                .param("id", notice.casefileId())
                .param("occasion", notice.occasion())
                .param("recipient", notice.recipient())
                .param("way", notice.way().name());
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getLong("casefile_id"),
                row.getString("occasion"),
                row.getString("recipient"),
                Notice.Way.valueOf(row.getString("way")),
                NoticeKind.valueOf(row.getString("kind")),
                Notice.Standing.valueOf(row.getString("standing")),
                row.getString("item_id"),
                JSON.readValue(row.getString("facts"), new TypeReference<Map<String, String>>() {}),
                Notice.State.valueOf(row.getString("state")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                instant(row, "read_at"),
                row.getString("address"),
                row.getInt("attempts"),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
