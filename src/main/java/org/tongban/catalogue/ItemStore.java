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
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Files of services as released, and what was laid over them. */
@Component
class ItemStore {

    /** A version as it can be read again. */
    record Kept(String content, List<Change> changes) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final JsonMapper json = JsonMapper.builder().build();

    ItemStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
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

    List<Catalogue.Release> releases(String item) {
        return jdbc.sql("""
                        select digest, released_at from catalogue.item_file where item = :item order by released_at desc
                        """)
                .param("item", item)
                .query((row, number) -> new Catalogue.Release(
                        row.getString("digest"),
                        row.getObject("released_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Keeps what a version is made of; again is no harm. In a transaction of its own: who meets a version first may only be reading, or may
     * yet fail, and the version stays known either way.
     */
    void keepVersion(String item, String version, String digest, List<Change> changes) {
        apart.executeWithoutResult(_ -> insertVersion(item, version, digest, changes));
    }

    private void insertVersion(String item, String version, String digest, List<Change> changes) {
        jdbc.sql("""
                        insert into catalogue.item_version (item, version, digest, overlays)
                        values (:item, :version, :digest, :overlays::jsonb)
                        on conflict do nothing
                        """)
                .param("item", item)
                .param("version", version)
                .param("digest", digest)
                .param("overlays", json.writeValueAsString(changes))
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
                        row.getString("content"), List.of(json.readValue(row.getString("overlays"), Change[].class))))
                .optional();
    }

    void append(Overlay overlay, Instant at) {
        jdbc.sql("""
                        insert into catalogue.overlay
                            (id, item, path, place, value, valid_from, valid_until, entered_by, approved_by, instrument,
                             entered_at, proposal)
                        values (:id, :item, :path, :place, :value, :from, :until, :by, :approved_by, :instrument, :at,
                                :proposal)
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
                .param("proposal", overlay.proposal())
                .update();
    }

    /** All overlays by service, in the order in which they were entered; what was ended before its first day is left out. */
    Map<String, List<Overlay>> overlays() {
        return jdbc.sql("""
                        select * from (
                            select o.id, o.item, o.path, o.place, o.value, o.valid_from, o.entered_by, o.approved_by,
                                   o.instrument, o.proposal, o.entered_at, o.position,
                                   least(o.valid_until, (select min(e.ended_on) - 1 from catalogue.proposal_end e
                                                         where e.proposal = o.proposal)) as valid_until
                            from catalogue.overlay o) held
                        where valid_until is null or valid_until >= valid_from
                        order by entered_at, position
                        """).query((row, number) -> overlay(row)).list().stream()
                .collect(Collectors.groupingBy(Overlay::item));
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
                row.getString("instrument"),
                row.getObject("proposal", UUID.class));
    }

    /** Grows with every publication: what a node has read is as new as this number. */
    long edition() {
        return jdbc.sql("select number from catalogue.edition")
                .query(Long.class)
                .single();
    }

    /** Another edition is being made; who makes one too waits until this transaction ends. */
    void nextEdition() {
        jdbc.sql("update catalogue.edition set number = number + 1").update();
    }
}
