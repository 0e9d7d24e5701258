package org.tongban.places;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 机构变更: what an administrator says of one office: a name, a jurisdiction or contacts of its own, or that it is closed.
 *
 * @param code of the office; its kind and region must exist
 * @param name null for the name by rule
 * @param serves regions it is competent for; empty for its own
 * @param details null where unknown
 * @param instrument on what the change rests
 * @param fromOn first day on which it holds; may lie ahead
 */
public record OfficeChange(
        String code,
        @Nullable String name,
        List<String> serves,
        @Nullable OfficeDetails details,
        boolean closed,
        String instrument,
        LocalDate fromOn) {}
