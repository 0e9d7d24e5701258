package org.tongban.casework;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * 历史核验命令: {@code java -jar tongban.jar --verify-history} checks the history of every case beside a running node or alone, and ends. The exit code
 * is 0 where all is sound, 1 where something is wrong, 2 where the check could not be carried out.
 *
 * <p>{@code --heads=file} keeps the head of every chain, to be stored elsewhere; {@code --against=file} holds the chains against heads kept
 * before, and so shows what a chain alone cannot.
 */
@Component
@ConditionalOnProperty("verify-history")
class HistoryCommand implements ApplicationRunner, ExitCodeGenerator {
    static final int SOUND = 0;
    static final int FAULTS = 1;
    static final int NOT_DONE = 2;

    private static final long TOLD_EVERY = 10_000;

    private final HistoryCheck check;
    private final PrintStream out;
    private long told;
    private int exitCode = NOT_DONE;

    @Autowired
    HistoryCommand(HistoryCheck check) {
        this(check, System.out);
    }

    HistoryCommand(HistoryCheck check, PrintStream out) {
        this.check = check;
        this.out = out;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    @Override
    public void run(ApplicationArguments args) {
        exitCode = verify(args);
    }

    int verify(ApplicationArguments args) {
        var against = value(args, "against");
        var heads = value(args, "heads");
        try (var earlier = against == null ? Stream.<String>empty() : Files.lines(Path.of(against));
                var kept = heads == null ? null : new PrintWriter(heads, StandardCharsets.UTF_8)) {
            return tell(check.run(new HistoryCheck.Watch(
                    earlier.map(line -> head(against, line)).iterator(), this::progress, head -> {
                        if (kept != null) {
                            kept.printf("%s %d %s%n", head.number(), head.seq(), head.hash());
                        }
                    })));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            out.println("历史核验没有做：" + e.getMessage());
            return NOT_DONE;
        }
    }

    private void progress(HistoryCheck.Report report) {
        if (report.cases() / TOLD_EVERY > told) {
            told = report.cases() / TOLD_EVERY;
            out.printf("已核验 %d 件、%d 条记录，发现 %d 处问题……%n", report.cases(), report.events(), faults(report));
        }
    }

    private int tell(HistoryCheck.Report report) {
        report.faults().forEach(fault -> out.println(fault.number() + "：" + fault.text()));
        if (report.more() > 0) {
            out.println("另有 " + report.more() + " 处，没有列出。");
        }
        out.printf(
                "历史核验：%d 件、%d 条记录，%s%n",
                report.cases(), report.events(), report.sound() ? "没有发现问题。" : "发现 " + faults(report) + " 处问题。");
        out.println(HistoryCheck.BLIND_SPOT);
        return report.sound() ? SOUND : FAULTS;
    }

    private static long faults(HistoryCheck.Report report) {
        return report.faults().size() + report.more();
    }

    private static @Nullable String value(ApplicationArguments args, String option) {
        var values = args.getOptionValues(option);
        return values == null || values.isEmpty() ? null : values.getLast();
    }

    private static HistoryCheck.Head head(@Nullable String file, String line) {
        var parts = line.strip().split(" ", -1);
        var number = CaseNumber.parse(parts[0]);
        if (parts.length != 3 || number.isEmpty() || !parts[1].matches("\\d{1,9}")) {
            throw new IllegalArgumentException(file + " 不是链尾清单：" + line);
        }
        return new HistoryCheck.Head(number.get(), Integer.parseInt(parts[1]), parts[2]);
    }
}
