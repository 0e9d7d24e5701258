package org.tongban.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps cases in memory while they are made up by the real door, and writes many of them at once: the same rows as one by one, in a
 * hundredth of the time. For the demonstration's year of cases only; nothing of it goes through the outbox.
 */
class RehearsalStore extends CasefileStore {
    /** Columns of a case's row that stand in the row beside it. */
    private static final List<String> FILED =
            List.of("places", "offices", "steps", "limits", "parties", "asked_for", "answers_paper");

    private static final List<String> PARTS = List.of("legs", "tasks", "alarms", "intervals");

    /** What is written with one statement a table. */
    private static final Map<String, String> TABLES = Map.of(
            "cases", "casework.casefile",
            "filings", "casework.filing",
            "legs", "casework.leg",
            "tasks", "casework.task",
            "alarms", "casework.alarm",
            "intervals", "casework.interval",
            "events", "casework.event",
            "papers", "casework.paper");

    private final JdbcClient jdbc;
    private final Map<Long, Life> lives = new HashMap<>();

    /** 一件办件的一生. */
    private static final class Life {
        private Casefile file;
        private final byte[] key;
        private final String request;
        private final List<Entry> entries = new ArrayList<>();
        private final List<List<Paper>> papers = new ArrayList<>();

        Life(Casefile file, byte[] key, String request) {
            this.file = file;
            this.key = key;
            this.request = request;
        }
    }

    RehearsalStore(JdbcClient jdbc) {
        super(jdbc);
        this.jdbc = jdbc;
    }

    @Override
    Optional<Held> lock(long id) {
        return read(id);
    }

    @Override
    Optional<Held> recent(long id) {
        return read(id);
    }

    @Override
    Optional<Held> read(long id) {
        return Optional.ofNullable(lives.get(id)).map(life -> new Held(life.file, life.key));
    }

    @Override
    void open(Casefile file, Entry entry, List<Paper> papers, byte[] key, String request) {
        var life = new Life(file, key, request);
        lives.put(file.casefileId(), life);
        add(life, file, entry, papers);
    }

    @Override
    void append(Casefile before, Casefile file, Entry entry, List<Paper> papers) {
        add(life(file.casefileId()), file, entry, papers);
    }

    private static void add(Life life, Casefile file, Entry entry, List<Paper> papers) {
        life.file = file;
        life.entries.add(entry);
        life.papers.add(List.copyOf(papers));
    }

    private Life life(long id) {
        var life = lives.get(id);
        if (life == null) {
            throw new NoSuchCase(id);
        }
        return life;
    }

    @Override
    Optional<String> requestOf(long id) {
        return Optional.ofNullable(lives.get(id)).map(life -> life.request);
    }

    @Override
    List<Entry> events(long id) {
        return List.copyOf(life(id).entries);
    }

    @Override
    List<Entry> events(long id, int seq) {
        return life(id).entries.stream().filter(entry -> entry.seq() > seq).toList();
    }

    @Override
    Optional<byte[]> paper(long id, String digest) {
        return life(id).papers.stream()
                .flatMap(List::stream)
                .filter(paper -> paper.digest().equals(digest))
                .map(Paper::sealed)
                .findFirst();
    }

    /** The id of a case that is kept. */
    long any() {
        return lives.keySet().iterator().next();
    }

    int waiting() {
        return lives.size();
    }

    /** Writes all that is in memory, and forgets it. */
    void flush() {
        var rows = new HashMap<String, ArrayNode>();
        TABLES.keySet().forEach(name -> rows.put(name, CaseJson.ROWS.createArrayNode()));
        lives.values().forEach(life -> write(life, rows));
        lives.clear();
        for (var name : List.of("cases", "filings", "legs", "tasks", "alarms", "intervals", "events", "papers")) {
            insert(String.valueOf(TABLES.get(name)), rows.get(name));
        }
    }

    private void insert(String table, @Nullable ArrayNode rows) {
        if (rows != null && !rows.isEmpty()) {
            jdbc.sql("insert into " + table + " select * from json_populate_recordset(null::" + table
                            + ", :rows::json)")
                    .param("rows", rows.toString())
                    .update();
        }
    }

    private static void write(Life life, Map<String, ArrayNode> rows) {
        long id = life.file.casefileId();
        var row = CaseJson.row(life.file);
        for (var part : PARTS) {
            for (var one : row.remove(part)) {
                to(rows, part).add(((ObjectNode) one).put("casefile_id", id));
            }
        }
        var filing = to(rows, "filings").addObject();
        FILED.forEach(name -> filing.set(name, row.remove(name)));
        filing.put("casefile_id", id).put("wrapped", hex(life.key)).put("request", life.request);
        to(rows, "cases").add(row.put("paused", life.file.paused()));
        for (int i = 0; i < life.entries.size(); i++) {
            var entry = life.entries.get(i);
            to(rows, "events")
                    .addObject()
                    .put("casefile_id", id)
                    .put("seq", entry.seq())
                    .put("at", entry.at().toString())
                    .put("body", entry.text())
                    .put("hash", "\\x" + entry.hash());
            int no = 1;
            for (var paper : life.papers.get(i)) {
                to(rows, "papers")
                        .addObject()
                        .put("casefile_id", id)
                        .put("seq", entry.seq())
                        .put("no", no++)
                        .put("digest", "\\x" + paper.digest())
                        .put("sealed", hex(paper.sealed()));
            }
        }
    }

    private static ArrayNode to(Map<String, ArrayNode> rows, String name) {
        return Objects.requireNonNull(rows.get(name));
    }

    private static String hex(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }
}
