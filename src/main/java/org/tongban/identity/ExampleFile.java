package org.tongban.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code examples/people.yaml} and {@code examples/desks.yaml}: fictitious people (policy D-27). */
@Component
@Profile("demo")
class ExampleFile {
    private final Map<String, List<Map<String, Object>>> people = yaml("examples/people.yaml");
    private final Map<String, Object> desks = yaml("examples/desks.yaml");

    List<Person> persons() {
        return rows("persons").stream().map(ExampleFile::person).toList();
    }

    List<Organisation> organisations() {
        return rows("organisations").stream()
                .map(row -> new Organisation(
                        text(row, "name"),
                        new Uscc(text(row, "uscc")),
                        optional(row, "form"),
                        optional(row, "phone"),
                        optional(row, "region"),
                        optional(row, "agent")))
                .toList();
    }

    /** Accounts of staff to be listed: counters, offices or checkers. */
    List<String> desks(String group) {
        return desks.get(group) instanceof List<?> accounts
                ? accounts.stream().map(Object::toString).toList()
                : List.of();
    }

    /** Code of the coordinating office. */
    String coordination() {
        return String.valueOf(desks.get("coordination"));
    }

    private List<Map<String, Object>> rows(String key) {
        return people.getOrDefault(key, List.of());
    }

    private static Person person(Map<String, Object> row) {
        @Nullable String number = optional(row, "idNumber");
        return new Person(
                text(row, "name"),
                number == null ? null : new IdNumber(number),
                optional(row, "identityType"),
                optional(row, "identityNumber"),
                null,
                Sex.of(text(row, "sex")),
                optional(row, "phone"),
                optional(row, "region"));
    }

    private static String text(Map<String, Object> row, String key) {
        @Nullable String text = optional(row, key);
        if (text == null) {
            throw new IllegalArgumentException("examples/people.yaml: " + key + " is missing in " + row.keySet());
        }
        return text;
    }

    private static @Nullable String optional(Map<String, Object> row, String key) {
        var value = row.get(key);
        return value == null ? null : value.toString();
    }

    private static <T> T yaml(String path) {
        try (InputStream in = new ClassPathResource(path).getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
