package org.tongban;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * The PostgreSQL that a measurement runs on: the product's own embedded one, durable as in the demonstration, with
 * statements counted. Checkpoints and vacuum happen when the measurement says so, not in the middle of somebody's round.
 */
public final class BenchServer {

    private static final Map<String, String> DURABLE_AND_COUNTED = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "timezone", "Asia/Shanghai",
            "max_connections", "120",
            "shared_preload_libraries", "pg_stat_statements",
            "pg_stat_statements.max", "20000",
            "checkpoint_timeout", "1d",
            "max_wal_size", "32GB",
            "autovacuum", "off");

    private final Path home;
    private final PostgresServer server;

    public BenchServer(Path home) {
        this.home = home;
        this.server = new PostgresServer(home, DURABLE_AND_COUNTED);
        // also when the measurement fails or is interrupted, nothing goes on running
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }

    /** Where one database is, and the passwords of the role that owns its tables and of the one that works in them. */
    public record Address(String url, String ownerPassword, String appPassword) {
        public static final String OWNER = DatabaseAddress.OWNER;
        public static final String APP = DatabaseAddress.APP;
    }

    public Address database(String name) {
        DatabaseAddress address = server.database(name);
        return new Address(address.url(), address.ownerPassword(), address.appPassword());
    }

    /** A connection as the superuser. */
    public Connection connect() throws SQLException {
        return server.connect();
    }

    /** The postmaster, parent of every process of the server. */
    public ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(home.resolve("data").resolve("postmaster.pid"))
                    .getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException("the server has no postmaster.pid", e);
        }
    }
}
