package org.tongban.casework;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/**
 * The one statement that opens or changes a case: its row, the parts that are new or different, the event, its papers and the row of the
 * outbox. What did not change is not mentioned. All else hangs on the row: if that is no longer what it was, nothing is written.
 */
final class CaseWriting {
    private static final String OPEN = """
            with changed as (
              insert into casework.casefile (casefile_id, item_id, item_version, mode, office, received_by, applicant, agent, platform,
                applicant_masked, opened_at, submitted_at, accepted_on, due_on, due_provisional, paused, form_returned,
                supplements_asked, insisted, taken_over, originals, linked_to, closed_at, last_hash, state, outcome, revision)
              values (:id, :item, :version, :mode, :office, :receivedBy, :applicant, :agent, :platform,
                :masked, :openedAt, :submittedAt, :acceptedOn, :dueOn, :provisional, :paused, :formReturned,
                :supplements, :insisted, :takenOver, :originals::jsonb, :linkedTo, :closedAt, :hash, :state, :outcome, :seq)
              returning 1),
            filed as (
              insert into casework.filing (casefile_id, wrapped, request, places, offices, steps, limits, parties, asked_for, answers_paper)
              values (:id, :key, :request, :places::jsonb, :offices::jsonb, :steps::jsonb, :limits::jsonb, :parties::jsonb, :askedFor::jsonb, :answersPaper))
            """;

    private static final String CHANGE = """
            with changed as (
              update casework.casefile c set (office, received_by, submitted_at, accepted_on, due_on, due_provisional, paused,
                     form_returned, supplements_asked, insisted, taken_over, originals, closed_at, last_hash, state, outcome, revision) =
                     (:office, :receivedBy, :submittedAt, :acceptedOn, :dueOn, :provisional, :paused,
                     :formReturned, :supplements, :insisted, :takenOver, :originals::jsonb, :closedAt, :hash, :state, :outcome, :seq)
               where c.casefile_id = :id and c.revision = :seq - 1 and c.last_hash = :prev
              returning 1)
            """;

    private static final String REFILE = """
            , refiled as (
              update casework.filing f set (offices, steps, limits, asked_for, answers_paper) =
                     (:offices::jsonb, :steps::jsonb, :limits::jsonb, :askedFor::jsonb, :answersPaper)
                from changed where f.casefile_id = :id)
            """;

    private static final String EVENT = """
            , events as (
              insert into casework.event select :id, :seq, :at, :body, decode(:hash, 'hex') from changed),
            outbox as (
              insert into casework.outbox (casefile_id, seq, at) select :id, :seq, :at from changed)
            """;

    private static final Part<Leg> LEGS = new Part<>(
            "leg",
            "office, state, outcome, decided_on, due_on, statutory_due_on, extension_days, revoked, examiner, proposal",
            Leg::no);
    private static final Part<Task> TASKS =
            new Part<>("task", "office, claimed_by, state, due_on, ends_at, result", Task::no);
    private static final Part<Alarm> ALARMS = new Part<>("alarm", "fires_at, armed", Alarm::no);
    private static final Part<Interval> INTERVALS = new Part<>("interval", "ended_at", Interval::no);

    /** A table of numbered parts, with what of them can change. */
    private record Part<T>(String table, String insert, String update, ToIntFunction<T> no) {
        Part(String table, String columns, ToIntFunction<T> no) {
            this(table, """
                    , new_%1$s as (
                      insert into casework.%1$s
                      select p.* from changed, json_populate_recordset(null::casework.%1$s, :new_%1$s::json) p)
                    """.formatted(table), """
                    , old_%1$s as (
                      update casework.%1$s o set (%2$s) = row(%3$s)
                        from changed, json_populate_recordset(null::casework.%1$s, :old_%1$s::json) p
                       where o.casefile_id = :id and o.no = p.no)
                    """.formatted(table, columns, "p." + columns.replace(", ", ", p.")), no);
        }
    }

    private final StringBuilder sql;
    private final Map<String, @Nullable Object> values = new HashMap<>();

    private CaseWriting(String beginning, Casefile file) {
        sql = new StringBuilder(beginning);
        values.put("id", file.casefileId());
        values.put("office", file.office());
        values.put("receivedBy", file.receivedBy());
        values.put("submittedAt", utc(file.submittedAt()));
        values.put("acceptedOn", file.acceptedOn());
        values.put("dueOn", file.dueOn());
        values.put("provisional", file.dueProvisional());
        values.put("paused", file.paused());
        values.put("formReturned", file.formReturned());
        values.put("supplements", file.supplementsAsked());
        values.put("insisted", file.insisted());
        values.put("takenOver", file.takenOver());
        values.put("originals", json(file.originals()));
        values.put("closedAt", utc(file.closedAt()));
        values.put("state", file.state().name());
        values.put("outcome", file.outcome() == null ? null : file.outcome().name());
    }

    /** A case that is not there yet. */
    static CaseWriting opening(Casefile file, byte[] key, String request) {
        var writing = new CaseWriting(OPEN, file);
        var values = writing.values;
        values.put("item", file.itemId());
        values.put("version", file.itemVersion());
        values.put("mode", file.mode());
        values.put("applicant", file.applicant());
        values.put("agent", file.agent());
        values.put("platform", file.platform());
        values.put("masked", file.applicantMasked());
        values.put("openedAt", utc(file.openedAt()));
        values.put("linkedTo", file.linkedTo());
        values.put("key", key);
        values.put("request", request);
        values.put("places", json(file.places()));
        values.put("parties", json(file.parties()));
        writing.filed(file);
        writing.parts(LEGS, List.of(), file.legs());
        writing.parts(TASKS, List.of(), file.tasks());
        writing.parts(ALARMS, List.of(), file.alarms());
        writing.parts(INTERVALS, List.of(), file.intervals());
        return writing;
    }

    /** From what the case was to what it is now. */
    static CaseWriting changing(Casefile before, Casefile file) {
        var writing = new CaseWriting(CHANGE, file);
        writing.values.put("prev", before.lastHash());
        if (!sameFiling(before, file)) {
            writing.sql.append(REFILE);
            writing.filed(file);
        }
        writing.parts(LEGS, before.legs(), file.legs());
        writing.parts(TASKS, before.tasks(), file.tasks());
        writing.parts(ALARMS, before.alarms(), file.alarms());
        writing.parts(INTERVALS, before.intervals(), file.intervals());
        return writing;
    }

    private static boolean sameFiling(Casefile a, Casefile b) {
        return a.offices().equals(b.offices())
                && a.steps().equals(b.steps())
                && a.limits().equals(b.limits())
                && a.askedFor().equals(b.askedFor())
                && a.answersPaper().equals(b.answersPaper());
    }

    private void filed(Casefile file) {
        values.put("offices", json(file.offices()));
        values.put("steps", json(file.steps()));
        values.put("limits", json(file.limits()));
        values.put("askedFor", json(file.askedFor()));
        values.put("answersPaper", file.answersPaper());
    }

    private <T extends Record> void parts(Part<T> part, List<T> before, List<T> now) {
        var old = new HashMap<Integer, T>();
        before.forEach(one -> old.put(part.no().applyAsInt(one), one));
        var fresh = CaseJson.ROWS.createArrayNode();
        var changed = CaseJson.ROWS.createArrayNode();
        for (var one : now) {
            var was = old.get(part.no().applyAsInt(one));
            if (was == null) {
                fresh.add(CaseJson.row(one).put("casefile_id", (Long) values.get("id")));
            } else if (!was.equals(one)) {
                changed.add(CaseJson.row(one));
            }
        }
        add(part.insert(), "new_" + part.table(), fresh);
        add(part.update(), "old_" + part.table(), changed);
    }

    private void add(String statement, String name, ArrayNode rows) {
        if (!rows.isEmpty()) {
            sql.append(statement);
            values.put(name, rows.toString());
        }
    }

    /** With what happened, and what was written for it. */
    CaseWriting event(Entry entry, List<CasefileStore.Paper> papers) {
        sql.append(EVENT);
        values.put("seq", entry.seq());
        values.put("at", utc(entry.at()));
        values.put("body", entry.text());
        values.put("hash", entry.hash());
        for (int no = 1; no <= papers.size(); no++) {
            sql.append(no == 1 ? ", papers as (insert into casework.paper select p.* from changed, (values " : ", ")
                    .append("(:id, :seq, %1$d, :digest%1$d, :sealed%1$d)".formatted(no));
            values.put("digest" + no, HexFormat.of().parseHex(papers.get(no - 1).digest()));
            values.put("sealed" + no, papers.get(no - 1).sealed());
        }
        sql.append(papers.isEmpty() ? "" : ") p)\n").append("select count(*) from changed");
        return this;
    }

    String sql() {
        return sql.toString();
    }

    Map<String, @Nullable Object> values() {
        return values;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static String json(Object value) {
        return CaseJson.ROWS.writeValueAsString(value);
    }
}
