package org.tongban;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One PostgreSQL for all tests of a JVM, under target/; a database for each context. {@code TONGBAN_TEST_DB_URL} names
 * another server instead, as a superuser: {@code jdbc:postgresql://host/postgres?user=…&password=…}.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Map<String, String> FAST_AND_FORGETFUL =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "200");
    private static final int SERVERS_AT_ONCE = 8;
    private static final String PASSWORD = "test";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable PostgresServer server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        DatabaseAddress address = create();
        TestPropertyValues.of(
                        "tongban.db.url=" + address.url(),
                        "tongban.db.owner-password=" + address.ownerPassword(),
                        "tongban.db.app-password=" + address.appPassword(),
                        // tests run the jobs by hand, when they want them
                        "tongban.jobs.enabled=false",
                        "tongban.data=target/test-data/"
                                + ProcessHandle.current().pid())
                .applyTo(context);
    }

    /** A new and empty database. */
    static DatabaseAddress create() {
        String name = "tongban_test_%d_%d".formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet());
        String given = System.getenv("TONGBAN_TEST_DB_URL");
        return given == null ? server().database(name) : createAt(given, name);
    }

    private static synchronized PostgresServer server() {
        if (server == null) {
            server = start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        }
        return server;
    }

    private static PostgresServer start() {
        for (int attempt = 1; ; attempt++) {
            try {
                PostgresServer started =
                        new PostgresServer(Path.of("target", "test-postgresql-" + attempt), FAST_AND_FORGETFUL);
                dropOld(started);
                return started;
            } catch (StartupRefused e) {
                if (attempt == SERVERS_AT_ONCE) {
                    throw e;
                }
            }
        }
    }

    private static void dropOld(PostgresServer started) {
        try (Connection connection = started.connect();
                Statement sql = connection.createStatement()) {
            List<String> old = new ArrayList<>();
            try (ResultSet rows =
                    sql.executeQuery("select datname from pg_database where datname like 'tongban\\_test\\_%'")) {
                while (rows.next()) {
                    old.add(rows.getString(1));
                }
            }
            for (String name : old) {
                sql.execute("drop database " + name + " with (force)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseAddress createAt(String given, String name) {
        try (Connection connection = DriverManager.getConnection(given);
                Statement sql = connection.createStatement()) {
            for (String role : List.of(DatabaseAddress.OWNER, DatabaseAddress.APP)) {
                sql.execute("""
                        do $$ begin
                            if not exists (select 1 from pg_roles where rolname = '%1$s') then create role %1$s login; end if;
                        end $$""".formatted(role));
                sql.execute("alter role %s login password '%s'".formatted(role, PASSWORD));
            }
            sql.execute("create database %s owner %s".formatted(name, DatabaseAddress.OWNER));
        } catch (SQLException e) {
            throw new IllegalStateException("TONGBAN_TEST_DB_URL", e);
        }
        String server = given.replaceFirst("/[^/?]*(\\?.*)?$", "/");
        return new DatabaseAddress(server + name, PASSWORD, PASSWORD);
    }
}
