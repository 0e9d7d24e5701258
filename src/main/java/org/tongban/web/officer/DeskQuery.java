package org.tongban.web.officer;

import org.jspecify.annotations.Nullable;

/**
 * 工作台地址: what the address of a desk says.
 *
 * @param after where the page begins, as {@link DeskCursor} writes it
 * @param clear forgets the filters kept so far
 */
record DeskQuery(
        @Nullable String tab,
        @Nullable String item,
        @Nullable String kind,
        @Nullable String state,
        @Nullable String due,
        @Nullable String free,
        @Nullable String after,
        @Nullable String clear) {
    /** Whether it says nothing but, perhaps, which tab. */
    boolean bare() {
        return item == null
                && kind == null
                && state == null
                && due == null
                && free == null
                && after == null
                && clear == null;
    }
}
