package org.tongban.web;

import org.jspecify.annotations.Nullable;

/**
 * 办件抬头: what staff keep in sight while they work on a case.
 *
 * @param service name of the service
 * @param applicant masked (policy D-26)
 * @param state and its tone, in words
 * @param office that handles it
 * @param holder who has claimed it; null: nobody
 */
public record CaseHeading(
        String number,
        String service,
        String applicant,
        String state,
        Tone tone,
        String office,
        String mode,
        DueIn clock,
        @Nullable String holder) {}
