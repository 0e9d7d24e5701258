package org.tongban.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongban.BenchServer;

/** What is done to the databases around the rounds. */
final class Databases {

    /** As many as the product's pool has; Flowable takes a second one while it counts its ids. */
    private static final int CONNECTIONS = 10;

    private final BenchServer server;
    private final Map<String, BenchServer.Address> addresses = new HashMap<>();

    Databases(BenchServer server) {
        this.server = server;
        run("create extension if not exists pg_stat_statements");
    }

    /** A database of this name that holds nothing. */
    BenchServer.Address fresh(String name) {
        run("drop database if exists " + name + " with (force)");
        BenchServer.Address address = server.database(name);
        addresses.put(name, address);
        return address;
    }

    /** A pool on it as the owner of its tables. */
    static HikariDataSource pool(BenchServer.Address address) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address.url());
        pool.setUsername(BenchServer.Address.OWNER);
        pool.setPassword(address.ownerPassword());
        pool.setMaximumPoolSize(CONNECTIONS);
        return pool;
    }

    /** A connection to it as the owner of its tables. */
    static Connection connect(BenchServer.Address address) throws SQLException {
        return DriverManager.getConnection(address.url(), BenchServer.Address.OWNER, address.ownerPassword());
    }

    void checkpoint() {
        run("checkpoint");
    }

    /** Clears dead rows between rounds, so that nobody's round pays for another's. */
    void vacuum(String name) {
        BenchServer.Address address = addresses.get(name);
        try (Connection connection = connect(address);
                Statement sql = connection.createStatement()) {
            sql.execute("vacuum (analyze)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Rows inserted, updated and deleted so far. A backend tells its figures now and then; all of the pool are asked to, at once, and go on: a
     * new connection would have to plan all its statements anew.
     */
    long rowWrites(Contender contender) {
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                all.add(contender.pool().getConnection());
            }
            for (Connection one : all) {
                one.setAutoCommit(true);
                try (Statement sql = one.createStatement()) {
                    sql.execute("select pg_stat_force_next_flush()");
                }
                one.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return number("select tup_inserted + tup_updated + tup_deleted from pg_stat_database where datname = '%s'"
                .formatted(contender.database()));
    }

    String text(String query) {
        try (Connection connection = server.connect();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long number(String query) {
        return Long.parseLong(text(query));
    }

    private void run(String command) {
        try (Connection connection = server.connect();
                Statement sql = connection.createStatement()) {
            sql.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
