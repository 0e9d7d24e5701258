package org.tongban.catalogue;

import org.jspecify.annotations.Nullable;
import org.tongban.places.Level;

/**
 * 办事机构: which office acts in a place role or as a department.
 *
 * @param role a place role, or the name of a department that acts in a step
 * @param text in words
 * @param kind key of a kind of office
 * @param level how far up it sits; null: as deep as the region given and the kind allow
 * @param when CEL: holds only where true; null: always
 */
public record OfficeRule(
        String role,
        String text,
        String kind,
        @Nullable Level level,
        @Nullable String when) {}
