package org.tongban.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 事项: one service, as its file and the overlays on it tell. Mirrors {@code docs/item-files.md} key by key.
 *
 * @param version digest of the file and its overlays; a case keeps the one it was handed in under
 * @param batch list of the province on which it stands: 2020, 2021, later
 * @param seq its number on that list
 * @param lead 牵头单位
 * @param cooperating 配合单位
 * @param modes usual one first
 * @param keywords words people use for it that stand nowhere else
 * @param assurance level that the applicant's identity must have (policy N-21)
 * @param places in the file's order
 * @param legs never empty: a plain service has one part
 * @param charges null where nobody pays in the course of a case
 * @param draft keys of the file that wait for the lead department's confirmation
 * @param open what is contradictory or missing in what is known of the service; for the lead department to settle
 */
public record Item(
        String id,
        String version,
        String batch,
        int seq,
        String name,
        String scenario,
        String lead,
        List<String> cooperating,
        Archetype archetype,
        Type type,
        List<ApplicantKind> applicants,
        List<Mode> modes,
        List<LifeEvent> lifeEvents,
        List<String> keywords,
        int assurance,
        Remedies remedies,
        DecisionRule decision,
        List<PlaceRule> places,
        List<OfficeRule> offices,
        List<Eligibility> eligibility,
        List<Field> form,
        List<Material> materials,
        Taking taking,
        List<LegDefinition> legs,
        List<Step> steps,
        List<Check> checks,
        @Nullable OnSite onSite,
        ItemLimits limits,
        String fee,
        @Nullable Charges charges,
        List<Result> results,
        List<String> refusals,
        List<String> basis,
        @Nullable String notes,
        List<Source> sources,
        List<String> draft,
        List<String> open) {

    /** Who takes part beside the applicant. */
    public List<PartyRule> parties() {
        return taking.parties();
    }

    /** Who may act for the applicant, and for whom the applicant acts; null: as the law has it for everybody. */
    public @Nullable OnBehalf onBehalf() {
        return taking.onBehalf();
    }

    /** 逾期不告知即为受理: silence accepts, which only the licensing law brings (policy L-04). */
    public boolean deemedAcceptance() {
        return type == Type.LICENCE;
    }

    /** Whether both say the same, whatever their versions are called. */
    boolean saysAs(Item other) {
        return named(other.version).equals(other);
    }

    private Item named(String newVersion) {
        return new Item(
                id,
                newVersion,
                batch,
                seq,
                name,
                scenario,
                lead,
                cooperating,
                archetype,
                type,
                applicants,
                modes,
                lifeEvents,
                keywords,
                assurance,
                remedies,
                decision,
                places,
                offices,
                eligibility,
                form,
                materials,
                taking,
                legs,
                steps,
                checks,
                onSite,
                limits,
                fee,
                charges,
                results,
                refusals,
                basis,
                notes,
                sources,
                draft,
                open);
    }

    public Optional<Field> field(String key) {
        return form.stream().filter(f -> f.key().equals(key)).findFirst();
    }

    public Optional<Material> material(String key) {
        return materials.stream().filter(m -> m.key().equals(key)).findFirst();
    }

    public Optional<PartyRule> party(String key) {
        return parties().stream().filter(p -> p.key().equals(key)).findFirst();
    }

    /** The part that a leg of this key is, or is one row of. */
    public Optional<LegDefinition> leg(String key) {
        return legs.stream().filter(l -> LegDefinition.belongs(key, l.key())).findFirst();
    }

    public Optional<PlaceRule> place(String role) {
        return places.stream().filter(p -> p.role().equals(role)).findFirst();
    }

    /** 事项形态: what kind of thing the service does. */
    public enum Archetype {
        LOOKUP("查询"),
        CERTIFICATE("证明"),
        CARD("证照"),
        PERMIT("许可"),
        REGISTRATION("登记"),
        FILING("备案"),
        TRANSFER("转移"),
        PROOF("认证"),
        BENEFIT("给付"),
        NOTARISATION("公证"),
        SETTLEMENT("结算");

        private final String chinese;

        Archetype(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** 事项类型: under which law the service stands (policy L-31). */
    public enum Type {
        LICENCE("行政许可"),
        CONFIRMATION("行政确认"),
        BENEFIT("行政给付"),
        REWARD("行政奖励"),
        ADJUDICATION("行政裁决"),
        OTHER_POWER("其他行政权力"),
        PUBLIC_SERVICE("公共服务");

        private final String chinese;

        Type(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** 申请主体: who may apply. */
    public enum ApplicantKind {
        PERSON("自然人"),
        ENTERPRISE("企业法人"),
        PUBLIC_INSTITUTION("事业法人"),
        SOCIAL_ORGANISATION("社会组织法人"),
        UNINCORPORATED_ENTERPRISE("非法人企业"),
        OTHER_ORGANISATION("其他组织"),
        STATE_ORGAN("行政机关");

        private final String chinese;

        ApplicantKind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** 救济途径: what someone may do against a refusal, by kind of body (policy L-28). */
    public enum Remedies {
        ADMINISTRATIVE("行政复议、行政诉讼"),
        NOTARY("复查、投诉"),
        PUBLIC_SERVICE("复核、投诉");

        private final String chinese;

        Remedies(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** 生活场景: where a person looks for a service when browsing. */
    public enum LifeEvent {
        BIRTH("出生"),
        SCHOOL("上学"),
        WORK("就业"),
        MOVING("换城市"),
        MARRIAGE("结婚离婚"),
        HOUSING("住房"),
        DRIVING("驾车出行"),
        HEALTH("看病就医"),
        SOCIAL_INSURANCE("社会保险"),
        RETIREMENT("退休养老"),
        HOUSEHOLD("户口身份证"),
        DISABILITY("残疾人"),
        ASSISTANCE("救助福利"),
        STARTING_BUSINESS("开办企业"),
        CHANGING_BUSINESS("企业变更注销"),
        BUSINESS_LICENCE("经营许可"),
        QUALIFICATION("专业资格"),
        NATURAL_RESOURCES("自然资源"),
        NOTARY_LAW("公证法律");

        private final String chinese;

        LifeEvent(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** 决定: whether a grant needs a second person. A refusal, an extension and a termination always do. */
    public record DecisionRule(boolean approver) {}

    /**
     * 到现场: what happens in person, of the applicant or of an inspector.
     *
     * @param instrument the law that demands it (policy M-04); null where none is known
     */
    public record OnSite(
            String text, Attendance attends, @Nullable String instrument) {}

    /** 是否须到场: whether the applicant has to come somewhere in person. */
    public enum Attendance {
        ALWAYS("须到场"),
        SOMETIMES("有的情形须到场"),
        NEVER("无须到场");

        private final String chinese;

        Attendance(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /**
     * 资料来源: where a statement of the file was read.
     *
     * @param found true: read in public material; false: general knowledge, to be confirmed by the lead department
     */
    public record Source(String what, String where, boolean found) {}
}
