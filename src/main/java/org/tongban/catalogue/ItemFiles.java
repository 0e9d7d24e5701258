package org.tongban.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files of {@code items/} on the class path. */
final class ItemFiles {

    private static final Pattern NAME = Pattern.compile("([a-z0-9]+-\\d+)\\.yaml");

    private ItemFiles() {}

    /** Id → text, in the order of ids, which is that of the province's table. */
    static Map<String, String> read() {
        var texts = new TreeMap<String, String>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:items/*.yaml")) {
                var name = NAME.matcher(Objects.requireNonNull(file.getFilename()));
                if (name.matches()) {
                    texts.put(name.group(1), file.getContentAsString(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
