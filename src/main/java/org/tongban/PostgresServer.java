package org.tongban;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in a folder, for the demonstration and for tests: loopback only, passwords, everything under
 * the folder. A server that outlived its program (kill -9) is taken over, so that the next start succeeds at once.
 */
final class PostgresServer implements AutoCloseable {

    static final String SUPERUSER = "postgres";
    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final int PORT_LINE = 3;
    private static final int PASSWORD_BYTES = 24;

    private final FileLock lock;
    private final PostgresProgram program;
    private final Path data;
    private final Map<String, String> passwords;
    private final int port;

    /**
     * Starts the server, or takes over the one that runs on this folder.
     *
     * @param settings as in postgresql.conf, beside loopback and free port
     * @throws StartupRefused when another program uses the folder, or its data are of another major version
     */
    PostgresServer(Path home, Map<String, String> settings) {
        Path folder = home.toAbsolutePath().normalize();
        lock = lock(folder);
        try {
            program = new PostgresProgram(folder);
            data = folder.resolve("data");
            passwords = passwords(folder.resolve("passwords"));
            requireSameMajorVersion();
            if (!Files.exists(data)) {
                log.info("正在建立数据库（只在第一次启动时）……");
                initialise(folder);
            }
            port = running().orElseGet(() -> start(folder, settings));
        } catch (IOException e) {
            unlock();
            throw unusable(folder, e);
        } catch (RuntimeException e) {
            unlock();
            throw e;
        }
    }

    /** The address of one of its databases, created with both roles where it is not there yet. */
    DatabaseAddress database(String name) {
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            for (String role : List.of(DatabaseAddress.OWNER, DatabaseAddress.APP)) {
                if (isMissing(sql, "select 1 from pg_roles where rolname = '%s'".formatted(role))) {
                    sql.execute("create role %s login".formatted(role));
                }
                sql.execute("alter role %s password '%s'".formatted(role, password(role)));
            }
            if (isMissing(sql, "select 1 from pg_database where datname = '%s'".formatted(name))) {
                sql.execute("create database %s owner %s".formatted(name, DatabaseAddress.OWNER));
            }
        } catch (SQLException e) {
            throw new StartupRefused("数据库 " + name + " 建不起来：" + e.getMessage(), e);
        }
        return new DatabaseAddress(url(name), password(DatabaseAddress.OWNER), password(DatabaseAddress.APP));
    }

    /** A connection as the superuser. */
    Connection connect() throws SQLException {
        return connect(port);
    }

    @Override
    public void close() {
        program.run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop");
        unlock();
    }

    /** The port of a server that already runs on our data; one that does not answer is stopped. */
    private Optional<Integer> running() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> process = lines.stream()
                .findFirst()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                .filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return Optional.empty();
        }
        if (!process.get().info().command().orElse("").contains("postgres")) {
            disown(pidFile, lines);
            return Optional.empty();
        }
        if (lines.size() > PORT_LINE
                && answers(Integer.parseInt(lines.get(PORT_LINE).strip()))) {
            log.info("接管上次没有正常退出时留下的数据库。");
            return Optional.of(Integer.parseInt(lines.get(PORT_LINE).strip()));
        }
        log.info("上次留下的数据库没有回应，先停掉它。");
        program.run("pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "stop");
        return Optional.empty();
    }

    /**
     * The number belongs to another program by now, or to a dead one that nobody has buried. PostgreSQL would take either
     * for a running server; with a number that is free it still checks that none of the old server's processes is left.
     */
    private static void disown(Path pidFile, List<String> lines) throws IOException {
        long free = LongStream.iterate(Integer.MAX_VALUE, number -> number - 1)
                .filter(number -> ProcessHandle.of(number).isEmpty())
                .findFirst()
                .orElseThrow();
        List<String> disowned = new ArrayList<>(lines);
        disowned.set(0, Long.toString(free));
        Files.write(pidFile, disowned);
    }

    private boolean answers(int candidate) {
        try (Connection connection = connect(candidate);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("show data_directory")) {
            return row.next() && Files.isSameFile(Path.of(row.getString(1)), data);
        } catch (SQLException | IOException e) {
            log.debug("the server on port {} is not ours", candidate, e);
            return false;
        }
    }

    private int start(Path folder, Map<String, String> settings) {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int candidate = free.getLocalPort();
            free.close();
            String options = settings.entrySet().stream()
                    .map(setting -> "-c %s=%s".formatted(setting.getKey(), setting.getValue()))
                    .collect(Collectors.joining(
                            " ",
                            "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= ".formatted(candidate),
                            ""));
            program.run(
                    "pg_ctl",
                    "-D",
                    data.toString(),
                    "-l",
                    folder.resolve("server.log").toString(),
                    "-o",
                    options,
                    "-w",
                    "start");
            return candidate;
        } catch (IOException e) {
            throw new StartupRefused("没有空闲的端口可供数据库使用：" + e.getMessage(), e);
        }
    }

    private void initialise(Path folder) throws IOException {
        Path partial = folder.resolve("data.new");
        Folders.delete(partial);
        Path secret = folder.resolve("secret");
        Files.deleteIfExists(secret);
        Folders.writePrivate(secret, List.of(password(SUPERUSER)));
        program.run(
                "initdb",
                "-D",
                partial.toString(),
                "-U",
                SUPERUSER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + secret,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8");
        Files.delete(secret);
        Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireSameMajorVersion() throws IOException {
        Path file = data.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return;
        }
        String ofData = Files.readString(file).strip();
        String ofProgram = program.majorVersion();
        if (!ofData.equals(ofProgram)) {
            throw new StartupRefused("""
                    数据目录 %s 是 PostgreSQL %s 的，本程序带的是 PostgreSQL %s，不能直接打开。
                    请用 PostgreSQL %s 的 pg_dumpall 把数据导出后再导入，或者把该目录移开，让演示从空白开始。""".formatted(data, ofData, ofProgram, ofData));
        }
    }

    /** Goes with the process, however it ends. */
    private static FileLock lock(Path folder) {
        try {
            Folders.createPrivate(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = null;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException e) {
                log.debug("locked by this very program", e);
            }
            if (lock == null) {
                channel.close();
                throw new StartupRefused("数据库目录 " + folder + " 正被另一个通办进程使用。请先停掉它，或者在另一个目录里启动。");
            }
            return lock;
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private void unlock() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            log.warn("锁没有放开", e);
        }
    }

    private static StartupRefused unusable(Path folder, IOException e) {
        return new StartupRefused("数据库目录 " + folder + " 不能使用：" + e.getMessage(), e);
    }

    private static Map<String, String> passwords(Path file) throws IOException {
        if (!Files.exists(file)) {
            Folders.writePrivate(
                    file,
                    List.of(SUPERUSER, DatabaseAddress.OWNER, DatabaseAddress.APP).stream()
                            .map(role -> role + "=" + newPassword())
                            .toList());
        }
        return Files.readAllLines(file).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String password(String role) {
        String password = passwords.get(role);
        if (password == null) {
            throw new StartupRefused("口令文件里没有 " + role);
        }
        return password;
    }

    private Connection connect(int at) throws SQLException {
        return DriverManager.getConnection(url(at, SUPERUSER), SUPERUSER, password(SUPERUSER));
    }

    private String url(String database) {
        return url(port, database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static boolean isMissing(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return !rows.next();
        }
    }
}
