package org.tongban.casework;

import org.jspecify.annotations.Nullable;

/**
 * 相关当事人: a person or body that takes part in a case beside the applicant, confirms and signs for themselves, and sees what concerns
 * them only.
 *
 * @param key of the rule of the service's file
 * @param role what they are in the case, as 卖方
 * @param masked their name, masked; it stands in full in the sealed filing
 * @param subject HMAC-SM3 of their identity; null where the filing does not tell it, and an office checks who comes
 */
public record Party(
        int no,
        String key,
        String role,
        String masked,
        @Nullable String subject) {

    /** Where the service's file names the applicant among those who confirm. */
    public static final String APPLICANT = "applicant";

    /** The applicant as one of those who confirm; no row of the case's parties. */
    static Party applicant(Casefile file) {
        return new Party(0, APPLICANT, "申请人", file.applicantMasked(), file.applicant());
    }

    /** As a task names them. */
    String called() {
        return role + " " + masked;
    }
}
