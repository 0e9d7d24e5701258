package org.tongban.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/** 静态资源: addresses of our own style sheet, script and pictures, each with a mark of its content so that browsers may keep it for long. */
public final class Assets {
    public static final String HTMX = "/webjars/htmx.org/2.0.8/dist/htmx.min.js";
    public static final String ECHARTS = "/webjars/echarts/5.3.1/dist/echarts.min.js";
    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private Assets() {}

    public static String address(String name) {
        return ADDRESSES.computeIfAbsent(name, Assets::mark);
    }

    private static String mark(String name) {
        var path = "/assets/" + name;
        try (var in = Objects.requireNonNull(Assets.class.getResourceAsStream("/static" + path), path)) {
            var sum = new CRC32C();
            sum.update(in.readAllBytes());
            return path + "?v=" + Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
