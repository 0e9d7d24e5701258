package org.tongban.web.applicant;

import static org.tongban.web.Words.t;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Conditions;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.ItemLimits;
import org.tongban.catalogue.Limit;
import org.tongban.catalogue.Material;
import org.tongban.catalogue.Mode;
import org.tongban.catalogue.OfficeRule;
import org.tongban.catalogue.PlaceRule;
import org.tongban.catalogue.Step;

/** 指南用语: what a service's file says, in the words of a guide. */
public final class GuideWords {
    private static final int FEE_AT_A_GLANCE = 24;

    private GuideWords() {}

    public static String batch(String batch) {
        return switch (batch) {
            case "2020", "2021" -> t("{0} 年年底前实现", batch);
            case "later" -> t("逐步推进");
            default -> batch;
        };
    }

    /** What the mode means for who applies. */
    public static String mode(Mode mode) {
        return switch (mode) {
            case ONLINE -> t("从申请到拿结果都在网上，不用到现场。");
            case RECEIVED_ELSEWHERE -> t("在您身边的“跨省通办”窗口交材料、核对身份，由窗口转给有权办理的机关；网上填好的内容不用再填。");
            case JOINT -> t("几个地方的机关一起办，您只要申请一次、跑一个地方。");
        };
    }

    /** The promised limit in a few words, for lists and headings. */
    public static String days(ItemLimits limits) {
        if (limits.kind() == ItemLimits.Kind.INSTANT) {
            return t("当场办结");
        }
        var counted = counted(limits.committed());
        return counted == null ? t("时限见办事指南") : limit(counted);
    }

    /** 承诺时限 in the file's own words, or else as it is counted; null where there is none. */
    public static @Nullable String committed(ItemLimits limits) {
        return words(limits.committedText(), limits.committed());
    }

    public static @Nullable String statutory(ItemLimits limits) {
        return words(limits.statutoryText(), limits.statutory());
    }

    private static @Nullable String words(@Nullable String text, List<Limit.Choice> choices) {
        var counted = counted(choices);
        return text != null ? text : counted == null ? null : limit(counted);
    }

    /** The fee in a few words, for the facts at a glance; the file's whole words stand below. */
    public static String fee(Item item) {
        var whole = item.fee();
        return whole.length() <= FEE_AT_A_GLANCE ? whole : whole.split("[。；，（]", 2)[0] + "…";
    }

    private static Limit.@Nullable Counted counted(List<Limit.Choice> choices) {
        return choices.size() == 1 && choices.getFirst().limit() instanceof Limit.Counted counted ? counted : null;
    }

    public static String limit(Limit.Counted limit) {
        if (limit.days() == 0) {
            return t("当场办结");
        }
        return switch (limit.unit()) {
            case WORKING -> t("{0} 个工作日", limit.days());
            case NATURAL -> t("{0} 天（自然日）", limit.days());
            case MONTH -> t("{0} 个月", limit.days());
            case HOUR -> t("{0} 小时", limit.days());
        };
    }

    /** What a place role of the file is called; null where its own words must do. */
    public static @Nullable String place(String role) {
        return switch (role) {
            case PlaceRule.APPLY_AT -> t("申请地");
            case PlaceRule.HANDLED_BY -> t("办理地");
            case "from" -> t("转出地（迁出地）");
            case "to" -> t("转入地（迁入地）");
            default -> null;
        };
    }

    /** Who does a step, in words. */
    public static String actor(Item item, Step step) {
        if (step.actor().equals("applicant")) {
            return t("申请人");
        }
        return item.offices().stream()
                .filter(office -> office.role().equals(step.actor()))
                .map(OfficeRule::text)
                .findFirst()
                .orElse(step.actor());
    }

    /** A condition of the file in words. */
    public static String when(Item item, String condition) {
        return Conditions.inWords(item, condition).orElseGet(() -> t("按您填写的情况确定"));
    }

    /** Who may apply, in one line. */
    public static String applicants(Item item) {
        return item.applicants().stream().map(kind -> t(kind.chinese())).collect(Collectors.joining("、"));
    }

    /** How a material is handed in. */
    public static String medium(Material material) {
        return switch (material.medium()) {
            case ELECTRONIC -> t("电子文件");
            case ORIGINAL -> t("交原件");
            case COPY -> t("复印件，拍照或扫描上传");
            case ORIGINAL_SHOWN -> t("拍照或扫描上传，办理时核对原件");
            case NEVER_STORED -> t("交原件，只登记流转，不上传、不扫描");
        };
    }

    /** What someone may do against a decision, by the kind of body that decides (policy L-28). */
    public static String remedy(Item.Remedies remedies) {
        return switch (remedies) {
            case ADMINISTRATIVE -> t("对决定不服的，可以申请行政复议，也可以向人民法院提起行政诉讼。决定书会写明向哪个机关提出和期限。");
            case NOTARY -> t("对公证书或者不予办理的决定有异议的，可以向出具的公证机构申请复查，也可以向司法行政机关或者公证协会投诉。");
            case PUBLIC_SERVICE -> t("对结果有异议的，可以向办理机构申请复核，也可以投诉。");
        };
    }

    /** Whether this part of the file still waits for the lead department's confirmation. */
    public static boolean draft(Item item, String... keys) {
        return List.of(keys).stream().anyMatch(item.draft()::contains);
    }
}
