package org.tongban.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was proposed, by whom, and what became of it. */
@Component
class ProposalStore {
    private static final int HISTORY_MAX = 200;
    private static final String COLUMNS = """
            id, item, place, valid_from, valid_until, instrument, note, changes, ends, state, revision, office,
            entered_by, entered_name, entered_at, decided_by, decided_name, decided_at, remark
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    ProposalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Proposal> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from catalogue.proposal where id = :id")
                .param("id", id)
                .query((row, number) -> proposal(row))
                .optional();
    }

    /** Of a service, newest first. */
    List<Proposal> of(String item) {
        return jdbc.sql("select " + COLUMNS + """
                         from catalogue.proposal where item = :item order by entered_at desc limit :most
                        """)
                .param("item", item)
                .param("most", HISTORY_MAX)
                .query((row, number) -> proposal(row))
                .list();
    }

    /** Of a department, those that are not decided yet, oldest first. */
    List<Proposal> open(String office) {
        return jdbc.sql("select " + COLUMNS + """
                         from catalogue.proposal
                        where office = :office and state in ('DRAFT', 'WAITING', 'RETURNED')
                        order by entered_at limit :most
                        """)
                .param("office", office)
                .param("most", HISTORY_MAX)
                .query((row, number) -> proposal(row))
                .list();
    }

    void insert(Proposal p) {
        jdbc.sql("""
                        insert into catalogue.proposal
                            (id, item, place, valid_from, valid_until, instrument, note, changes, ends, state, revision,
                             office, entered_by, entered_name, entered_at)
                        values (:id, :item, :place, :from, :until, :instrument, :note, :changes::jsonb, :ends, :state,
                                :revision, :office, :by, :name, :at)
                        """)
                .param("id", p.id())
                .param("item", p.item())
                .param("place", p.place())
                .param("from", p.from())
                .param("until", p.until())
                .param("instrument", p.instrument())
                .param("note", p.note())
                .param("changes", json.writeValueAsString(p.changes()))
                .param("ends", p.ends())
                .param("state", p.state().name())
                .param("revision", p.revision())
                .param("office", p.office())
                .param("by", p.enteredBy())
                .param("name", p.enteredName())
                .param("at", utc(p.enteredAt()))
                .update();
    }

    /** @return false where somebody acted on it since that revision */
    boolean update(Proposal p, int seen) {
        return jdbc.sql("""
                        update catalogue.proposal
                        set place = :place, valid_from = :from, valid_until = :until, instrument = :instrument,
                            note = :note, changes = :changes::jsonb, state = :state, revision = :revision,
                            decided_by = :by, decided_name = :name, decided_at = :at, remark = :remark
                        where id = :id and revision = :seen
                        """)
                        .param("id", p.id())
                        .param("seen", seen)
                        .param("place", p.place())
                        .param("from", p.from())
                        .param("until", p.until())
                        .param("instrument", p.instrument())
                        .param("note", p.note())
                        .param("changes", json.writeValueAsString(p.changes()))
                        .param("state", p.state().name())
                        .param("revision", p.revision())
                        .param("by", p.decidedBy())
                        .param("name", p.decidedName())
                        .param("at", p.decidedAt() == null ? null : utc(p.decidedAt()))
                        .param("remark", p.remark())
                        .update()
                == 1;
    }

    void step(UUID proposal, int revision, Proposals.Step step) {
        jdbc.sql("""
                        insert into catalogue.proposal_step (proposal, revision, act, by_id, by_name, remark, at)
                        values (:proposal, :revision, :act, :by, :name, :remark, :at)
                        """)
                .param("proposal", proposal)
                .param("revision", revision)
                .param("act", step.act().name())
                .param("by", step.by())
                .param("name", step.name())
                .param("remark", step.remark())
                .param("at", utc(step.at()))
                .update();
    }

    List<Proposals.Step> steps(UUID proposal) {
        return jdbc.sql("""
                        select act, by_id, by_name, remark, at from catalogue.proposal_step
                        where proposal = :proposal order by revision
                        """)
                .param("proposal", proposal)
                .query((row, number) -> new Proposals.Step(
                        Proposals.Act.valueOf(row.getString("act")),
                        row.getString("by_id"),
                        row.getString("by_name"),
                        row.getString("remark"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void end(UUID proposal, UUID endedBy, LocalDate on) {
        jdbc.sql("""
                        insert into catalogue.proposal_end (proposal, ended_by, ended_on)
                        values (:proposal, :by, :on)
                        """)
                .param("proposal", proposal)
                .param("by", endedBy)
                .param("on", on)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getString("item"),
                row.getString("place"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("instrument"),
                row.getString("note"),
                List.of(json.readValue(row.getString("changes"), Change[].class)),
                row.getObject("ends", UUID.class),
                Proposal.State.valueOf(row.getString("state")),
                row.getInt("revision"),
                row.getString("office"),
                row.getString("entered_by"),
                row.getString("entered_name"),
                instant(row, "entered_at"),
                row.getString("decided_by"),
                row.getString("decided_name"),
                row.getObject("decided_at") == null ? null : instant(row, "decided_at"),
                row.getString("remark"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
