package org.tongban.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 能不能办: what the service's file says to a filing, before anything is opened (L-10), and how the case would run.
 *
 * @param eligible null: not yet known, because something that a rule needs was not said
 * @param unknown keys of the fields that a rule still needs
 * @param places every place role → region, given or computed
 * @param competentOffice null: none found; a problem ticket then, never dropped (M-20)
 * @param statutory null: law sets none, or it is not counted
 * @param plan how the case runs if it is opened with these answers
 */
public record Precheck(
        @Nullable Boolean eligible,
        List<Refused> refusals,
        List<FieldError> fieldErrors,
        List<Missing> missingMaterials,
        List<Exempt> exemptMaterials,
        List<String> unknown,
        Map<String, String> places,
        @Nullable Competent competentOffice,
        Mode mode,
        Limit.@Nullable Counted committed,
        Limit.@Nullable Counted statutory,
        Plan plan) {

    /** 有权机构: the office that would handle the case. */
    public record Competent(String code, String name, String region) {}

    /**
     * 不符合的条件: the words of the rule that refuses.
     *
     * @param from first day on which it no longer refuses, everything else being as it is; null: time alone does not help
     */
    public record Refused(String text, @Nullable LocalDate from) {}

    /** 填报错误. */
    public record FieldError(String key, String text) {}

    /** 缺少的材料. */
    public record Missing(String key, String name) {}

    /** 免提交的材料. */
    public record Exempt(String key, String name, String by) {}

    /**
     * 办理安排: what the answers decide about the course of the case, settled once at filing.
     *
     * @param offices place role or acting department → code of its office; {@code check.<index>} → the office that is asked
     * @param steps indexes of the steps that happen
     * @param stepLimits index of a step → its limit, where it is counted
     * @param legs the parts that exist, never empty
     * @param legLimits key of a part → its own limit, where it has one that is counted
     * @param parties who takes part beside the applicant
     */
    public record Plan(
            Map<String, String> offices,
            List<Integer> steps,
            Map<Integer, Limit.Counted> stepLimits,
            List<LegDefinition> legs,
            Map<String, Limit.Counted> legLimits,
            List<Takes> parties) {}

    /**
     * 参加办理的当事人: one person or body that the filing names.
     *
     * @param number as it was given, of whatever document; null: not told
     */
    public record Takes(
            PartyRule rule,
            String name,
            @Nullable String documentType,
            @Nullable String number) {}
}
