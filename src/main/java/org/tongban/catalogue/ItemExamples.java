package org.tongban.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.identity.Applicant;

/** 示例库: the examples beside the services' files, and the fictitious people in them. */
@Component
public class ItemExamples {
    private static final String PEOPLE = "examples/people.yaml";

    private final Map<String, List<Example>> read = new ConcurrentHashMap<>();
    private final ExampleFigures figures;

    public ItemExamples() {
        var root = ItemReader.compose(PEOPLE, Objects.requireNonNull(text(PEOPLE)));
        @SuppressWarnings("unchecked")
        var file = (Map<String, Object>) Objects.requireNonNull(PlainValues.of(root));
        figures = new ExampleFigures(file);
    }

    /** Everyone of {@code examples/people.yaml} by name, persons first. */
    public Map<String, Applicant> people() {
        return figures.known();
    }

    /**
     * The examples of a service in the file's order; the first is an ordinary one that may go ahead.
     *
     * @throws ItemFileRefused with file, line and reason
     */
    public List<Example> of(String item) {
        return read.computeIfAbsent(item, id -> {
            var text = text("items/" + id + ".cases.yaml");
            return text == null ? List.of() : ExampleReader.read(id, text, figures);
        });
    }

    private static @Nullable String text(String resource) {
        try (InputStream in = ItemExamples.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
