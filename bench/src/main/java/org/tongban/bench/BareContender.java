package org.tongban.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.tongban.BenchServer;
import tools.jackson.databind.json.JsonMapper;

/** The floor: the least that writes the same things down by hand. No rules, no rights, no chain, no encryption, no outbox. */
final class BareContender implements Contender {

    private static final String TABLES = """
            create table casefile (id bigint primary key, revision int not null, item text not null, state text not null,
              office text not null, applicant text not null, due_on date, answers jsonb not null);
            create table task (case_id bigint not null references casefile, no int not null, kind text not null,
              office text not null, open boolean not null, due_on date not null, primary key (case_id, no));
            create index task_desk on task (office, due_on, case_id, no) where open;
            create table timer (case_id bigint not null references casefile, no int not null, fires_at timestamptz not null,
              primary key (case_id, no));
            create index timer_due on timer (fires_at);
            create table event (case_id bigint not null references casefile, seq int not null, at timestamptz not null,
              actor text not null, kind text not null, words text, primary key (case_id, seq));
            """;
    private static final Duration REVIEW = Duration.ofDays(15);

    private final HikariDataSource pool;
    private final AtomicLong ids = new AtomicLong();
    private final JsonMapper json = new JsonMapper();

    BareContender(BenchServer.Address address) {
        pool = Databases.pool(address);
        pool.setAutoCommit(false);
        in(connection -> {
            try (Statement sql = connection.createStatement()) {
                sql.execute(TABLES);
            }
            return 0L;
        });
    }

    @Override
    public String name() {
        return "bare SQL";
    }

    @Override
    public String database() {
        return "bench_bare";
    }

    @Override
    public HikariDataSource pool() {
        return pool;
    }

    @Override
    public void submitOnly(int n) {
        submit(n, office(n));
    }

    @Override
    public void lifecycle(int n, Watch watch) {
        String office = office(n);
        list(office);
        long id = watch.step(() -> submit(n, office));
        open(id);
        int revision = 1;
        if (Contender.supplemented(n)) {
            revision =
                    officer(watch, id, office, new Step(revision, "SUPPLEMENTING", "ask", new Opens(2, "supplement")));
            revision =
                    officer(watch, id, office, new Step(revision, "SUBMITTED", "supplement", new Opens(3, "accept")));
        }
        int task = Contender.supplemented(n) ? 4 : 2;
        revision = officer(watch, id, office, new Step(revision, "ACCEPTED", "accept", new Opens(task, "review")));
        revision = officer(
                watch, id, office, new Step(revision, "ACCEPTED", "review", new Opens(task + 1, "check-1", "check-2")));
        revision =
                officer(watch, id, office + "-check-1", new Step(revision, "ACCEPTED", "check-1", new Opens(task + 3)));
        revision = officer(
                watch,
                id,
                office + "-check-2",
                new Step(revision, "ACCEPTED", "check-2", new Opens(task + 3, "decide")));
        revision = officer(watch, id, office, new Step(revision, "DECIDED", "decide", new Opens(task + 4, "deliver")));
        officer(watch, id, office, new Step(revision, "CLOSED", "deliver", new Opens(task + 5)));
    }

    /** What a step does: from which revision, to which state, which kind of task it ends and which it opens, numbered from {@code no}. */
    private record Step(int revision, String state, String kind, Opens opens) {}

    private record Opens(int no, String... kinds) {}

    private static String office(int n) {
        return "office-" + n % OFFICES;
    }

    private int officer(Watch watch, long id, String office, Step step) {
        list(office);
        open(id);
        return watch.step(() -> act(id, office, step));
    }

    private long submit(int n, String office) {
        long id = ids.incrementAndGet();
        return in(connection -> {
            update(connection, """
                    insert into casefile values (?, 1, '2020-07', 'SUBMITTED', ?, '李*燕', current_date + 5, ?::jsonb)""", id, office, json.writeValueAsString(Filler.filing(n)));
            update(connection, "insert into task values (?, 1, 'accept', ?, true, current_date + 5)", id, office);
            update(connection, "insert into event values (?, 1, now(), '李小燕', 'submitted', null)", id);
            return id;
        });
    }

    private int act(long id, String office, Step step) {
        return (int) in(connection -> {
            if (lock(connection, id) != step.revision()) {
                throw new IllegalStateException("case " + id + " has moved on");
            }
            update(connection, "update casefile set revision = revision + 1, state = ? where id = ?", step.state(), id);
            update(connection, "update task set open = false where case_id = ? and open and kind = ?", id, step.kind());
            int no = step.opens().no();
            for (String kind : step.opens().kinds()) {
                String at = kind.startsWith("check") ? office + "-" + kind : office.replaceFirst("-check-.*", "");
                update(connection, "insert into task values (?, ?, ?, ?, true, current_date + 10)", id, no++, kind, at);
                if (kind.equals("review")) {
                    update(
                            connection,
                            "insert into timer values (?, 1, ?)",
                            id,
                            Timestamp.from(Instant.now().plus(REVIEW)));
                }
            }
            if (step.kind().equals("review")) {
                update(connection, "delete from timer where case_id = ?", id);
            }
            update(
                    connection,
                    "insert into event values (?, ?, now(), '经办人', ?, ?)",
                    id,
                    step.revision() + 1,
                    step.kind(),
                    Filler.opinion(step.kind()));
            return step.revision() + 1;
        });
    }

    private static int lock(Connection connection, long id) throws SQLException {
        try (PreparedStatement sql =
                connection.prepareStatement("select revision from casefile where id = ? for update")) {
            sql.setLong(1, id);
            try (ResultSet row = sql.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void list(String office) {
        in(connection -> rows(connection, """
                select t.no, t.kind, t.due_on, c.* from task t join casefile c on c.id = t.case_id
                 where t.office = ? and t.open order by t.due_on, t.case_id, t.no limit 20""", office));
    }

    private void open(long id) {
        in(connection -> rows(connection, "select * from casefile where id = ?", id)
                + rows(connection, "select * from task where case_id = ? order by no", id)
                + rows(connection, "select * from event where case_id = ? order by seq", id));
    }

    private static long rows(Connection connection, String query, Object key) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(query)) {
            sql.setObject(1, key);
            long read = 0;
            try (ResultSet rows = sql.executeQuery()) {
                while (rows.next()) {
                    read++;
                    rows.getString(rows.getMetaData().getColumnCount());
                }
            }
            return read;
        }
    }

    private static void update(Connection connection, String command, Object... values) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(command)) {
            for (int i = 0; i < values.length; i++) {
                sql.setObject(i + 1, values[i]);
            }
            sql.executeUpdate();
        }
    }

    @FunctionalInterface
    private interface Work {
        long with(Connection connection) throws SQLException;
    }

    private long in(Work work) {
        try (Connection connection = pool.getConnection()) {
            try {
                long result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
