package org.tongban.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 申请（接口）: the body of {@code POST /cases}: as {@code check}, with the service and the files.
 *
 * @param materials material key → file ids; an empty list where the paper itself was handed over at the window
 * @param originals keys of materials handed over on paper
 * @param insist hand in although something is missing (L-10)
 * @param receive true: received at the caller's window for a place elsewhere (收件), to be handed over later
 * @param linkedTo number of the closed case that is to be examined again
 */
record SubmissionMessage(
        @Nullable String item,
        @Nullable ApplicantMessage applicant,
        @Nullable ApplicantMessage agent,
        @Nullable Map<String, String> places,
        @Nullable String mode,
        @Nullable Map<String, Object> answers,
        @Nullable Map<String, List<String>> materials,
        @Nullable List<String> unavailable,
        @Nullable List<String> originals,
        @Nullable Boolean insist,
        @Nullable Boolean receive,
        @Nullable String linkedTo) {

    boolean atWindow() {
        return Boolean.TRUE.equals(receive);
    }

    FilingMessage filing() {
        return new FilingMessage(applicant, agent, places, mode, answers, null, unavailable);
    }
}
