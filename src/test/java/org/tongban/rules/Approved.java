package org.tongban.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Documents printed by tests: {@code docs/<name>.approved.md}. A difference fails the test; {@code -Dapprove} writes what
 * was printed, for a person to read in the diff and commit.
 */
public final class Approved {

    private Approved() {}

    public static void matches(String name, String printed) {
        Path file = Path.of("docs", name + ".approved.md");
        try {
            if (System.getProperty("approve") != null) {
                Files.writeString(file, printed);
            }
            String approved = Files.exists(file) ? Files.readString(file) : "";
            assertThat(printed)
                    .as("%s; if the change is meant, run with -Dapprove and commit", file)
                    .isEqualTo(approved);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
