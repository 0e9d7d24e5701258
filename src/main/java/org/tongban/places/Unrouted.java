package org.tongban.places;

import org.jspecify.annotations.Nullable;

/**
 * 无法派送: what was asked for and why no office was found.
 *
 * @param item id of the service
 * @param casefile number of the case, null where none was opened
 * @param reason in words
 * @param regionGiven the region code as given, null where none was
 */
public record Unrouted(
        String item,
        @Nullable String casefile,
        String reason,
        @Nullable String regionGiven) {}
