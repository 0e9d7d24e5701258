package org.tongban.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Files of services as released, and what was laid over them. */
@Component
class ItemStore {

    /** A version as it can be read again. */
    record Kept(String content, List<Overlaid.Value> values) {}

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    ItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The digests of all files known, as {@code item digest}. */
    Set<String> digests() {
        return jdbc.sql("select item || ' ' || digest from catalogue.item_file")
                .query(String.class)
                .set();
    }

    /** Keeps a file; again is no harm. */
    void keep(String item, String digest, String content, Instant at) {
        jdbc.sql("""
                        insert into catalogue.item_file (item, digest, content, released_at)
                        values (:item, :digest, :content, :at)
                        on conflict do nothing
                        """)
                .param("item", item)
                .param("digest", digest)
                .param("content", content)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** Keeps what a version is made of; again is no harm. */
    void keepVersion(String item, String version, String digest, List<Overlaid.Value> values) {
        jdbc.sql("""
                        insert into catalogue.item_version (item, version, digest, overlays)
                        values (:item, :version, :digest, :overlays::jsonb)
                        on conflict do nothing
                        """)
                .param("item", item)
                .param("version", version)
                .param("digest", digest)
                .param("overlays", json.writeValueAsString(values))
                .update();
    }

    /** A version by its name: that of a file with overlays, or of a file alone. */
    Optional<Kept> version(String item, String version) {
        return jdbc.sql("""
                        select f.content, coalesce(v.overlays, '[]') as overlays
                        from catalogue.item_file f
                        left join catalogue.item_version v
                            on v.item = f.item and v.digest = f.digest and v.version = :version
                        where f.item = :item and (v.version is not null or f.digest = :version)
                        """)
                .param("item", item)
                .param("version", version)
                .query((row, number) -> new Kept(
                        row.getString("content"),
                        List.of(json.readValue(row.getString("overlays"), Overlaid.Value[].class))))
                .optional();
    }

    void append(Overlay overlay, Instant at) {
        jdbc.sql("""
                        insert into catalogue.overlay
                            (id, item, path, place, value, valid_from, valid_until, entered_by, approved_by, instrument, entered_at)
                        values (:id, :item, :path, :place, :value, :from, :until, :by, :approved_by, :instrument, :at)
                        """)
                .param("id", overlay.id())
                .param("item", overlay.item())
                .param("path", overlay.path())
                .param("place", overlay.place())
                .param("value", overlay.value())
                .param("from", overlay.from())
                .param("until", overlay.until())
                .param("by", overlay.by())
                .param("approved_by", overlay.approvedBy())
                .param("instrument", overlay.instrument())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** All overlays by service, in the order in which they were entered. */
    Map<String, List<Overlay>> overlays() {
        return jdbc.sql("""
                        select id, item, path, place, value, valid_from, valid_until, entered_by, approved_by, instrument
                        from catalogue.overlay
                        order by entered_at, id
                        """).query((row, number) -> overlay(row)).list().stream()
                .collect(java.util.stream.Collectors.groupingBy(Overlay::item));
    }

    private static Overlay overlay(ResultSet row) throws SQLException {
        return new Overlay(
                row.getObject("id", UUID.class),
                row.getString("item"),
                row.getString("path"),
                row.getString("place"),
                row.getString("value"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("entered_by"),
                row.getString("approved_by"),
                row.getString("instrument"));
    }
}
