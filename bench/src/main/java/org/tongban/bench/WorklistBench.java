package org.tongban.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongban.BenchServer;
import org.tongban.casework.Worklist;

/**
 * A page of the work list among a million open tasks, at 1 and 16 users: through the door, and as a page of an office's cases over HTTP.
 * The cases are copies of one submitted case, made by SQL; two hundred offices share them, one of them has a tenth of all.
 */
public final class WorklistBench {

    private static final List<Integer> USERS = List.of(1, 16);
    private static final int CASES = 1_000_000;
    private static final int BATCH = 50_000;
    private static final int REQUESTS = 2000;
    private static final int PAGE = 50;
    private static final String BUSY = "police-station-320106";

    /** Every column of the case's row and of its parts is copied; number, office and due date differ. */
    private static final String COPY = """
            insert into casework.%1$s
            select r.*
              from casework.%1$s o
             cross join generate_series(?, ?) n
             cross join lateral jsonb_populate_record(o, jsonb_build_object(
                   'casefile_id', o.casefile_id + n, 'office', %2$s, 'due_on', date '2026-01-01' + n %% 700)) r
             where o.casefile_id = ?
            """;

    private static final List<String> TABLES = List.of("casefile", "leg", "task");

    /** Each tenth case goes to the busy office, the others to two hundred. */
    private static final String OFFICE =
            "case when n % 10 = 0 then '" + BUSY + "' else 'police-station-4' || lpad((n % 200)::text, 5, '0') end";

    private WorklistBench() {}

    /** One argument, optional: how many cases. */
    public static void main(String[] arguments) {
        int cases = arguments.length > 0 ? Integer.parseInt(arguments[0]) : CASES;
        Measurement.run(server -> measure(server, cases));
    }

    private static void measure(BenchServer server, int cases) {
        Databases databases = new Databases(server);
        BenchServer.Address address = databases.fresh("bench_worklist");
        ConfigurableApplicationContext node = Node.start(address, "--server.port=0", "--server.address=127.0.0.1");
        TongbanContender doors = new TongbanContender(node);
        fill(address, doors.submitted(3), cases);
        databases.vacuum("bench_worklist");
        databases.checkpoint();
        int port = ((WebServerApplicationContext) node).getWebServer().getPort();
        ApiClient office = new ApiClient(port, "demo-" + BUSY);
        Worklist worklist = node.getBean(Worklist.class);
        Worklist.After middle =
                worklist.page(BUSY, Worklist.Filter.NONE, null, PAGE).getLast().after();
        StringBuilder table = new StringBuilder(Machine.setting(databases)).append(Load.HEAD);
        for (int users : USERS) {
            Load.run(users, REQUESTS / 4, () -> worklist.page(BUSY, Worklist.Filter.NONE, null, PAGE));
            table.append(Load.run(users, REQUESTS, () -> worklist.page(BUSY, Worklist.Filter.NONE, null, PAGE))
                    .row("desk, first page of 50, among %,d".formatted(cases)));
            table.append(Load.run(users, REQUESTS, () -> worklist.page(BUSY, Worklist.Filter.NONE, middle, PAGE))
                    .row("desk, next page"));
            table.append(Load.run(users, REQUESTS, () -> office.get("/api/v1/cases?office=" + BUSY))
                    .row("GET /api/v1/cases?office="));
        }
        Readme.replace("worklist", table.toString());
        node.close();
    }

    private static void fill(BenchServer.Address address, long template, int cases) {
        try (Connection connection = Databases.connect(address)) {
            connection.setAutoCommit(false);
            for (int from = 1; from < cases; from += BATCH) {
                for (String table : TABLES) {
                    try (PreparedStatement sql = connection.prepareStatement(COPY.formatted(table, OFFICE))) {
                        sql.setInt(1, from);
                        sql.setInt(2, Math.min(from + BATCH, cases) - 1);
                        sql.setLong(3, template);
                        sql.executeUpdate();
                    }
                }
                connection.commit();
                System.out.println(from + BATCH - 1 + " cases");
            }
            try (Statement sql = connection.createStatement()) {
                sql.execute("analyze");
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
