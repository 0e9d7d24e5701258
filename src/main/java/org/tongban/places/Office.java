package org.tongban.places;

/**
 * 办事机构: an office that handles cases, by rule from its kind and region, or named.
 *
 * @param code {@code <kind>-<six digits>}, the same for ever
 * @param region code of the region it belongs to; 100000 for national organs
 * @param outside it is in no system: letters go out, answers are entered by hand
 */
public record Office(String code, String name, String kind, String region, Level level, boolean outside) {}
