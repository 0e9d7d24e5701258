package org.tongban;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** 通办: starts one node, or with {@code --verify-history} checks the history of its cases and ends. */
@SpringBootApplication
public class Tongban {
    private static final String COMMAND = "verify-history";
    private static final int NOT_DONE = 2;

    public static void main(String[] args) {
        if (new DefaultApplicationArguments(args).containsOption(COMMAND)) {
            System.exit(command(args));
        }
        SpringApplication.run(Tongban.class, args);
    }

    /** All that a node is, but no door to the outside and no work of its own; it ends with what the command found. */
    private static int command(String... args) {
        var quiet = new ArrayList<>(List.of(args));
        quiet.removeIf(arg -> arg.startsWith("--server.port") || arg.startsWith("--tongban.jobs.enabled"));
        quiet.addAll(List.of("--server.port=-1", "--tongban.jobs.enabled=false"));
        try {
            return SpringApplication.exit(SpringApplication.run(Tongban.class, quiet.toArray(String[]::new)));
        } catch (RuntimeException e) {
            // told by the failure analysis
            return NOT_DONE;
        }
    }
}
