package org.tongban.catalogue;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Applicant;
import org.tongban.identity.Person;
import org.tongban.identity.Relation;

/**
 * 申报: what somebody files for a service, or asks about before filing: the body of {@code check} and of {@code POST /cases}.
 *
 * @param agent who files for the applicant; null where the applicant does
 * @param relation what the agent is to the applicant; null exactly where there is no agent
 * @param places place role → six-digit region, as far as given; {@code apply_at} is where the applicant or the window is
 * @param mode null: the service's usual one
 * @param answers field key → value as JSON or as typed into a page
 * @param materials keys of the materials handed in
 * @param unavailable keys of exempt materials whose look-up found nothing, so that they must be handed in after all
 */
public record Filing(
        Applicant applicant,
        @Nullable Person agent,
        @Nullable Relation relation,
        Map<String, String> places,
        @Nullable Mode mode,
        Map<String, Object> answers,
        Set<String> materials,
        Set<String> unavailable) {

    /** Who acts does so in some relation: the usual one where none is named. */
    public Filing {
        relation = agent == null ? null : relation == null ? Relation.usual(applicant) : relation;
    }

    Filing with(Map<String, Object> others) {
        return new Filing(applicant, agent, relation, places, mode, others, materials, unavailable);
    }
}
