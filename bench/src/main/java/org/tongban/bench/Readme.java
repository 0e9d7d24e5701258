package org.tongban.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** README.md beside the pom: what a run measured replaces what the last one did. */
final class Readme {

    private static final Path FILE = Path.of("README.md");

    private Readme() {}

    static void replace(String part, String text) {
        System.out.println(text);
        String from = "<!-- " + part + " -->\n";
        String to = "<!-- /" + part + " -->";
        try {
            String old = Files.readString(FILE);
            int start = old.indexOf(from) + from.length();
            int end = old.indexOf(to, start);
            if (start < from.length() || end < 0) {
                throw new IllegalStateException("README.md has no part " + part);
            }
            Files.writeString(FILE, old.substring(0, start) + text + old.substring(end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
