package org.tongban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demonstration's server over its life; the steps follow each other on one folder. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresServerTest {

    private static final Path HOME =
            Path.of("target", "postgresql-life-" + ProcessHandle.current().pid());
    private static final Map<String, String> SETTINGS = Map.of("fsync", "on", "synchronous_commit", "on");

    @BeforeAll
    static void keepARow() {
        try (PostgresServer server = new PostgresServer(HOME, SETTINGS)) {
            owner(server.database("life")).sql("create table kept (x int)").update();
            owner(server.database("life")).sql("insert into kept values (7)").update();
        }
    }

    @AfterAll
    static void remove() throws IOException {
        Folders.delete(HOME);
    }

    @Test
    @Order(1)
    void it_listens_on_loopback_asks_for_passwords_and_syncs() {
        try (PostgresServer server = new PostgresServer(HOME, SETTINGS)) {
            DatabaseAddress address = server.database("life");
            assertThat(address.url()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThatThrownBy(() -> DriverManager.getConnection(address.url(), DatabaseAddress.OWNER, "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(owner(address)
                                .sql("show " + setting)
                                .query(String.class)
                                .single())
                        .isEqualTo("on");
            }
            assertThat(owner(address)
                            .sql("show listen_addresses")
                            .query(String.class)
                            .single())
                    .isEqualTo("127.0.0.1");
            assertThat(owner(address)
                            .sql("show password_encryption")
                            .query(String.class)
                            .single())
                    .isEqualTo("scram-sha-256");
            assertThat(kept(address)).isEqualTo(7);
        }
    }

    @Test
    @Order(2)
    void passwords_are_for_their_owner_alone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(HOME.resolve("passwords"))))
                .isEqualTo("rw-------");
        assertThat(HOME.resolve("secret")).doesNotExist();
    }

    @Test
    @Order(3)
    void a_folder_in_use_is_not_opened_twice() {
        try (PostgresServer first = new PostgresServer(HOME, SETTINGS)) {
            assertThatThrownBy(() -> new PostgresServer(HOME, SETTINGS))
                    .isInstanceOf(StartupRefused.class)
                    .hasMessageContaining("正被另一个通办进程使用");
            assertThat(kept(first.database("life"))).isEqualTo(7);
        }
    }

    @Test
    @Order(4)
    void a_server_that_outlived_its_program_is_taken_over_at_the_first_try() throws Exception {
        long orphan = runAndKillAProgram();
        assertThat(ProcessHandle.of(orphan))
                .as("PostgreSQL outlived the program")
                .isPresent();
        try (PostgresServer server = new PostgresServer(HOME, SETTINGS)) {
            assertThat(postmaster()).isEqualTo(orphan);
            assertThat(kept(server.database("life"))).isEqualTo(7);
        }
        assertThat(HOME.resolve("data/postmaster.pid")).as("stopped with us").doesNotExist();
    }

    @Test
    @Order(5)
    void a_server_that_was_killed_with_its_program_recovers() throws Exception {
        long orphan = runAndKillAProgram();
        ProcessHandle.of(orphan).orElseThrow().destroyForcibly();
        try (PostgresServer server = new PostgresServer(HOME, SETTINGS)) {
            assertThat(kept(server.database("life"))).isEqualTo(7);
        }
    }

    @Test
    @Order(6)
    void a_number_that_another_program_bears_now_does_not_stop_the_start() throws IOException {
        Files.writeString(
                HOME.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + HOME.resolve("data").toAbsolutePath()
                        + "\n1\n5432\n\n127.0.0.1\n");
        try (PostgresServer server = new PostgresServer(HOME, SETTINGS)) {
            assertThat(kept(server.database("life"))).isEqualTo(7);
        }
    }

    @Test
    @Order(7)
    void data_of_another_major_version_are_told_and_left_alone() throws IOException {
        Path version = HOME.resolve("data/PG_VERSION");
        String own = Files.readString(version);
        Files.writeString(version, "17\n");
        try {
            assertThatThrownBy(() -> new PostgresServer(HOME, SETTINGS))
                    .isInstanceOf(StartupRefused.class)
                    .hasMessageContaining("是 PostgreSQL 17 的，本程序带的是 PostgreSQL 18");
        } finally {
            Files.writeString(version, own);
        }
        new PostgresServer(HOME, SETTINGS).close();
    }

    /** Starts the server from a program of its own and kills that program with -9. */
    private static long runAndKillAProgram() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Outlived.class.getName(),
                        HOME.toString())
                .redirectErrorStream(true)
                .start();
        var lines = program.inputReader();
        String line = lines.readLine();
        while (line != null && !line.contains("STARTED")) {
            line = lines.readLine();
        }
        assertThat(line).as("the program started its server").isNotNull();
        program.destroyForcibly();
        assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return postmaster();
    }

    /** A program that starts the server and waits to be killed. */
    static final class Outlived {
        private Outlived() {}

        public static void main(String[] arguments) throws InterruptedException {
            new PostgresServer(Path.of(arguments[0]), SETTINGS);
            System.out.println("STARTED");
            Thread.sleep(60_000);
        }
    }

    private static long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(HOME.resolve("data/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static int kept(DatabaseAddress address) {
        return owner(address).sql("select x from kept").query(Integer.class).single();
    }

    private static JdbcClient owner(DatabaseAddress address) {
        return JdbcClient.create(new Database().ownerDataSource(address));
    }
}
