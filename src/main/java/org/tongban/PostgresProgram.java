package org.tongban;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that come with the demonstration, unpacked once into a folder. */
final class PostgresProgram {

    private static final Logger log = LoggerFactory.getLogger(PostgresProgram.class);
    private static final int COMMAND_TIMEOUT_S = 120;
    private static final boolean WINDOWS = os().startsWith("windows");

    private final Path home;
    private final Path output;
    private final List<String> prefix;

    /** @param work folder for the programs and for what they print */
    PostgresProgram(Path work) {
        home = work.resolve("program");
        output = work.resolve("command.log");
        if (!Files.exists(home)) {
            log.info("正在解开 PostgreSQL 程序（只在第一次启动时）……");
            unpack(work.resolve("program.new"), home);
        }
        prefix = withoutRoot();
    }

    /** The major version of the programs, as 18. */
    String majorVersion() {
        String version = run("postgres", "--version");
        return version.replaceAll("(?s).*\\(PostgreSQL\\) (\\d+).*", "$1");
    }

    /**
     * Runs one of the programs and returns what it printed.
     *
     * @throws StartupRefused when it fails; the message carries what it printed
     */
    String run(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin")
                .resolve(WINDOWS ? program + ".exe" : program)
                .toString());
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            // a file, not a pipe: the server a command starts keeps its output open after the command has ended
            builder.redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            if (!process.waitFor(COMMAND_TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new StartupRefused(program + " 在 " + COMMAND_TIMEOUT_S + " 秒内没有完成：" + Files.readString(output));
            }
            String printed = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new StartupRefused(program + " 没有成功：" + printed.strip());
            }
            return printed;
        } catch (IOException e) {
            throw new StartupRefused(program + " 无法运行：" + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupRefused(program + " 被中断", e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody, while the files stay root's. */
    private static List<String> withoutRoot() {
        if (WINDOWS || !"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        try {
            if (new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0) {
                return List.of("unshare", "-U");
            }
        } catch (IOException e) {
            log.debug("unshare is not installed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StartupRefused("PostgreSQL 不能以 root 身份运行，而本机不允许 unshare 降低权限。请改用普通用户启动。");
    }

    private static void unpack(Path partial, Path target) {
        try {
            Folders.delete(partial);
            try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                            WINDOWS ? "Windows" : os().startsWith("mac") ? "Darwin" : "Linux",
                            System.getProperty("os.arch"));
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, partial);
                }
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartupRefused("PostgreSQL 程序解不开：" + e.getMessage(), e);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream in, Path root) throws IOException {
        Path file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) {
            throw new IOException(entry.getName());
        }
        Path folder = entry.isDirectory() ? file : file.resolveSibling(".");
        Files.createDirectories(folder.normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(in, file);
            if (!WINDOWS && (entry.getMode() & 0100) != 0) {
                Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
                permissions.add(PosixFilePermission.OWNER_EXECUTE);
                Files.setPosixFilePermissions(file, permissions);
            }
        }
    }

    private static String os() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }
}
