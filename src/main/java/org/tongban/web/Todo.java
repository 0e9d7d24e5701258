package org.tongban.web;

import org.jspecify.annotations.Nullable;

/**
 * 待办: a line of a task list.
 *
 * @param path where it is done; null where it cannot be done yet
 * @param state and its tone, in words
 */
public record Todo(
        String text, @Nullable String hint, @Nullable String path, String state, Tone tone) {}
