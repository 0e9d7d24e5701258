package org.tongban.bench;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.tongban.BenchServer;

/** One run of one measurement on a server of its own; it ends by itself, also when it fails. */
final class Measurement {

    private static final Path HOME = Path.of("target", "postgresql");

    private Measurement() {}

    static void run(Consumer<BenchServer> what) {
        int code = 1;
        try {
            what.accept(new BenchServer(HOME));
            code = 0;
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
        }
        System.exit(code);
    }
}
