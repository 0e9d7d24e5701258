package org.tongban.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** On what, with what and when a measurement was made. */
final class Machine {

    private Machine() {}

    /** One line, to stand above a table. */
    static String setting(Databases databases, String... more) {
        List<String> parts = new ArrayList<>(List.of(
                processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores",
                "JDK " + Runtime.version(),
                "PostgreSQL " + databases.text("show server_version")));
        parts.addAll(List.of(more));
        parts.add(LocalDate.now().toString());
        parts.add("load average at the end %.1f".formatted(load()));
        return String.join(" · ", parts) + "\n\n";
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String processor() {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.exists(file)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
