package org.tongban.web;

import org.jspecify.annotations.Nullable;

/**
 * 已上传文件: one file of a material, before it is handed in.
 *
 * @param size in words, as 2.3 MB
 * @param view where it is looked at; null where it cannot be shown
 */
public record Uploaded(
        String id, String name, String size, @Nullable String view) {}
