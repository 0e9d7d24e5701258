package org.tongban.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * 分项: a part of a service with an outcome of its own (policy L-29).
 *
 * @param role place role that decides it; null: handled_by
 * @param when CEL: exists only where true; null: always
 */
public record LegDefinition(
        String key,
        String name,
        @Nullable String role,
        @Nullable String when) {}
