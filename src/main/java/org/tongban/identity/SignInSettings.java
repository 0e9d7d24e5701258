package org.tongban.identity;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 登录设置.
 *
 * @param staffIdle a session of staff ends after this time without a request (policy D-22)
 * @param applicantIdle the same for applicants
 * @param longest a session ends after this time in any case
 * @param providers what each identity provider tells, by its registration id (policy N-20)
 */
@ConfigurationProperties("tongban.sign-in")
record SignInSettings(
        @DefaultValue("20m") Duration staffIdle,
        @DefaultValue("30m") Duration applicantIdle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue Map<String, Provider> providers) {

    /** Whom a provider knows. */
    enum Kind {
        STAFF,
        PERSON,
        ORGANISATION
    }

    /**
     * @param label what the sign-in page calls it
     * @param assurance level of identities it vouches for where no claim tells it (policy N-21)
     * @param require claims that must have these values, as {@code acr} for a second factor (policy D-22)
     */
    record Provider(
            Kind kind,
            String label,
            @DefaultValue Claims claims,
            @DefaultValue("2") int assurance,
            @DefaultValue Map<String, String> require) {}

    /**
     * Names of the claims that tell who somebody is.
     *
     * @param number of the identity document, or the credit code of an organisation
     * @param type of the document, in words; a resident identity card where absent
     * @param agent name of the person who signs in for an organisation
     * @param staff what a member of staff is known by here
     */
    record Claims(
            @DefaultValue("name") String name,
            @DefaultValue("id_number") String number,
            @DefaultValue("id_type") String type,
            @DefaultValue("phone_number") String phone,
            @DefaultValue("agent_name") String agent,
            @Nullable String assurance,
            @DefaultValue("sub") String staff) {}
}
