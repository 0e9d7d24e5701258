package org.tongban.web.supervisor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** 地址: queries of these pages. */
final class Links {
    private Links() {}

    /** Only what is not empty, in the order of the names. */
    static String query(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .filter(e -> !e.getValue().isEmpty())
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /** -1 where it is no number. */
    static long id(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }
}
