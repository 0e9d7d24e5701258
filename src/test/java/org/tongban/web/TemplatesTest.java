package org.tongban.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What all templates keep to, since a browser would only tell on the pages it visits. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");

    @Test
    void forms_that_change_something_go_through_the_part_with_the_token() throws IOException {
        assertThat(found("(?i)method=[\"']?post")).containsExactly("parts/form.jte");
    }

    @Test
    void no_script_or_style_stands_inside_a_page() throws IOException {
        assertThat(found("(?i)<style|\\sstyle=|\\son[a-z]+=[\"']|javascript:|hx-on|<script(?![^>]*\\ssrc=)"))
                .isEmpty();
    }

    @Test
    void nothing_is_written_past_the_escaping() throws IOException {
        assertThat(found("\\$unsafe\\{")).isEmpty();
    }

    @Test
    void nothing_is_fetched_from_elsewhere() throws IOException {
        assertThat(found("(?:src|href|action)=\"https?://")).isEmpty();
    }

    private static List<String> found(String pattern) throws IOException {
        var wanted = Pattern.compile(pattern);
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            var templates = files.filter(file -> file.toString().endsWith(".jte"))
                    .sorted()
                    .toList();
            assertThat(templates).hasSizeGreaterThan(40);
            for (var template : templates) {
                if (wanted.matcher(Files.readString(template)).find()) {
                    found.add(TEMPLATES.relativize(template).toString().replace('\\', '/'));
                }
            }
        }
        return found;
    }
}
