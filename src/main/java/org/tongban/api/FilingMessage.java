package org.tongban.api;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Mode;

/**
 * 申报（接口）: the body of {@code check}.
 *
 * @param mode 全程网办, 异地代收代办 or 多地联办; ONLINE, RECEIVED_ELSEWHERE and JOINT are understood too
 */
record FilingMessage(
        @Nullable ApplicantMessage applicant,
        @Nullable ApplicantMessage agent,
        @Nullable Map<String, String> places,
        @Nullable String mode,
        @Nullable Map<String, Object> answers,
        @Nullable List<String> materials,
        @Nullable List<String> unavailable) {

    Filing filing() {
        return filing(materials == null ? Set.of() : new LinkedHashSet<>(materials));
    }

    Filing filing(Set<String> handedIn) {
        if (applicant == null) {
            throw new BadRequest("applicant", "缺少申请人");
        }
        return new Filing(
                applicant.applicant("applicant"),
                agent == null ? null : agent.person("agent"),
                agent == null ? null : agent.relationTo("agent"),
                places == null ? Map.of() : places,
                mode == null ? null : modeNamed(mode),
                answers == null ? Map.of() : answers,
                handedIn,
                unavailable == null ? Set.of() : new LinkedHashSet<>(unavailable));
    }

    static Mode modeNamed(String name) {
        return Arrays.stream(Mode.values())
                .filter(m -> m.chinese().equals(name) || m.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadRequest("mode", "办理模式只能是全程网办、异地代收代办或多地联办"));
    }
}
