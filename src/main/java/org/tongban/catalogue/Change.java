package org.tongban.catalogue;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * 一处改动: one value of a service's file as it is to be; what a version keeps of an {@link Overlay}.
 *
 * @param path as {@code limits.committed.days} or {@code materials[idCard].because}. Parts of lists by key, or by what they say where they
 *     have none ({@code eligibility[年满18周岁].rule}), or by index from 0; {@code materials[+photo]} adds one
 * @param value as it would stand in the file (YAML); {@code null} takes a part of a list away
 */
public record Change(String path, String value) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param value text, number, truth value, list, map or null */
    public static Change of(String path, @Nullable Object value) {
        // JSON is YAML, and leaves no doubt what is text
        return new Change(path, JSON.writeValueAsString(value));
    }

    /** Takes a part of a list away. */
    public static Change removal(String path) {
        return new Change(path, "null");
    }
}
