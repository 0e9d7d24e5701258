package org.tongban.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * 地点: what decides a place role.
 *
 * @param role apply_at, handled_by, from, to and others that a file names
 * @param text in words
 * @param region CEL that gives a six-digit region; null where the applicant chooses
 */
public record PlaceRule(String role, String text, @Nullable String region) {

    /** 申请地. */
    public static final String APPLY_AT = "apply_at";
    /** 业务属地: the competent place. */
    public static final String HANDLED_BY = "handled_by";
}
