package org.tongban.identity;

import org.jspecify.annotations.Nullable;

/**
 * 行为人: who is acting now, in which post and from which office.
 *
 * @param id account of the person or client; stable, never shown to applicants
 * @param name as it stands in the history
 * @param subject HMAC-SM3 of the person's or organisation's identity, for applicants and agents; else null
 * @param office code of the office acted for; null for applicants
 */
public record Actor(
        String id, String name, Role role, @Nullable String subject, @Nullable String office) {

    /** Time itself (deemed acceptance, lapsed supplements, ended waits). */
    public static final Actor CLOCK = new Actor("clock", "系统时钟", Role.CLOCK, null, null);

    public static Actor applicant(String id, String name, String subject) {
        return new Actor(id, name, Role.APPLICANT, subject, null);
    }

    public static Actor staff(String id, String name, Role role, String office) {
        return new Actor(id, name, role, null, office);
    }

    public boolean worksAt(@Nullable String officeCode) {
        return office != null && office.equals(officeCode);
    }
}
