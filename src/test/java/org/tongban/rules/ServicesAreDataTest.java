package org.tongban.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A service is a file: Java knows neither its id nor its name. */
class ServicesAreDataTest {

    private static final Pattern ID = Pattern.compile("(?<![\\d-])(?:20(?:20|21)-\\d{2}|later-\\d{2})(?![\\d-])");
    private static final Pattern NAME = Pattern.compile("(?m)^name: *[\"']?(.+?)[\"']?\\s*$");
    private static final int TELLING_NAME = 6;

    @Test
    void no_source_names_a_service_by_its_id() {
        assertThat("for \"2020-07\" and later-03")
                .as("the pattern finds what it looks for")
                .containsPattern(ID);
        assertThat("2020-07-01 〔2020〕35号").doesNotContainPattern(ID);
        assertThat(found(ID)).isEmpty();
    }

    @Test
    void no_source_names_a_service_by_its_name() {
        List<String> names = Sources.files(Path.of("src/main/resources/items"), ".yaml").stream()
                .filter(file -> !file.path().toString().endsWith(".cases.yaml"))
                .map(file -> NAME.matcher(file.text()))
                .map(name -> name.find() ? name.group(1) : null)
                .filter(Objects::nonNull)
                .filter(name -> name.length() >= TELLING_NAME)
                .toList();
        for (String name : names) {
            assertThat(found(Pattern.compile(Pattern.quote(name)))).as(name).isEmpty();
        }
    }

    private static List<String> found(Pattern pattern) {
        List<String> found = new ArrayList<>();
        for (Sources.Source source : Sources.main()) {
            Matcher matcher = pattern.matcher(source.text());
            while (matcher.find()) {
                found.add(source.path() + ": " + matcher.group());
            }
        }
        return found;
    }
}
