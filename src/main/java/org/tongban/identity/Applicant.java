package org.tongban.identity;

import org.jspecify.annotations.Nullable;

/** 申请人: who asks for the service, a person or an organisation (policy N-22). */
public sealed interface Applicant permits Person, Organisation {

    String name();

    @Nullable
    String phone();

    /** Six-digit region where a person lives or an organisation is registered; null where it is not known. */
    @Nullable
    String region();

    /** What identifies the applicant everywhere: kind of number, then the number. Two applicants are one if these are equal. */
    String identity();
}
