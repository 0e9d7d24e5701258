package org.tongban.identity;

import org.jspecify.annotations.Nullable;

/**
 * 行为人: who is acting now, in which post and from which office.
 *
 * @param id account of the person or client; stable, never shown to applicants
 * @param name as it stands in the history
 * @param subject HMAC-SM3 of the person's or organisation's identity, for applicants and agents, and of
 *     whom a member of staff attends to; else null
 * @param office code of the office acted for; null for applicants
 * @param assurance level of the identity that is acted under or vouched for (policy N-21): of the login for applicants,
 *     as registered for platforms, {@link #IN_PERSON} for staff, who have the person or the papers before them
 */
public record Actor(
        String id,
        String name,
        Role role,
        @Nullable String subject,
        @Nullable String office,
        int assurance) {

    /** Certificate or counter, the highest level of policy N-21. */
    public static final int IN_PERSON = 5;

    /** Time itself (deemed acceptance, lapsed supplements, ended waits). */
    public static final Actor CLOCK = new Actor("clock", "系统时钟", Role.CLOCK, null, null, 0);

    public static Actor applicant(String id, String name, String subject, int assurance) {
        return new Actor(id, name, Role.APPLICANT, subject, null, assurance);
    }

    public static Actor staff(String id, String name, Role role, String office) {
        return new Actor(id, name, role, null, office, IN_PERSON);
    }

    /**
     * 到场: the same member of staff while the person or organisation of this subject is before them, their identity checked
     * (policy M-25). They act under their own login; the history says on whose behalf.
     */
    public Actor attending(String present) {
        return new Actor(id, name, role, present, office, assurance);
    }

    public boolean worksAt(@Nullable String officeCode) {
        return office != null && office.equals(officeCode);
    }
}
