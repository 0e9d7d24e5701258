package org.tongban.web.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** 地址: a page with its filters, for turning to the next one. */
final class Address {
    private Address() {}

    static String of(String path, Map<String, String> filters) {
        return path + "?"
                + new TreeMap<>(filters)
                        .entrySet().stream()
                                .filter(filter -> !filter.getValue().isEmpty())
                                .map(filter -> filter.getKey() + "="
                                        + URLEncoder.encode(filter.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
    }
}
