package org.tongban.web.officer;

import static org.tongban.web.Words.t;

import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseState;
import org.tongban.casework.Outcome;
import org.tongban.casework.StepState;
import org.tongban.web.Tone;
import org.tongban.web.Words;

/** 经办用语: the trade's words for states, and their tone. Called while a page is rendered. */
public final class OfficerWords {
    private OfficerWords() {}

    /** A closed case is called by how it ended (policy L-43). */
    public static String state(CaseState state, @Nullable Outcome outcome) {
        return outcome == null || state != CaseState.CLOSED
                ? t(state.label())
                : t("{0}：{1}", t(state.label()), t(outcome.label()));
    }

    public static Tone tone(CaseState state, @Nullable Outcome outcome) {
        return switch (state) {
            case RECEIVED, SUBMITTED, ACCEPTED -> Tone.BUSY;
            case SUPPLEMENTING -> Tone.CAUTION;
            case DECIDED, CLOSED -> outcome == null ? Tone.BUSY : tone(outcome);
        };
    }

    public static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case GRANTED, PARTLY_GRANTED -> Tone.GOOD;
            case REFUSED, DECLINED -> Tone.ALARM;
            case WITHDRAWN, TERMINATED, REFERRED -> Tone.QUIET;
        };
    }

    public static Tone tone(StepState state) {
        return switch (state) {
            case OPEN -> Tone.BUSY;
            case WAITING -> Tone.CAUTION;
            case DONE -> Tone.GOOD;
            case FAILED, LAPSED -> Tone.ALARM;
            case CANCELLED -> Tone.QUIET;
        };
    }

    public static String clock(CaseSheet.ClockKind kind) {
        return switch (kind) {
            case HAND_OVER -> t("转交期限");
            case ACCEPTANCE -> t("受理期限");
            case SUPPLEMENT -> t("补正期限");
            case COMMITTED -> t("承诺办结");
            case STATUTORY -> t("法定办结");
        };
    }

    /** What the limit means and what follows from silence. */
    public static String clockNote(CaseSheet.ClockKind kind, boolean deemedAcceptance) {
        return switch (kind) {
            case HAND_OVER -> t("转交不影响申请人的受理期限。");
            case ACCEPTANCE -> deemedAcceptance ? t("到期没有告知的，自收到材料之日起自动视为受理。") : t("到期没有告知的，记为超期并告知督查。");
            case SUPPLEMENT -> t("到期没有补来的，由您决定受理、不予受理或者提请终止。");
            case COMMITTED, STATUTORY -> "";
        };
    }

    public static String material(CaseSheet.MaterialState state, int files) {
        return switch (state) {
            case IN -> files == 0 ? t("已收") : t("已收 {0} 个文件", files);
            case EXEMPT -> t("免提交");
            case MISSING -> t("缺");
            case EARLIER -> t("见原办件");
            case OPTIONAL -> t("选交，没有交");
        };
    }

    public static Tone tone(CaseSheet.MaterialState state) {
        return switch (state) {
            case IN -> Tone.GOOD;
            case MISSING -> Tone.ALARM;
            case EXEMPT, EARLIER, OPTIONAL -> Tone.QUIET;
        };
    }

    /** Why there is no file to look at. */
    public static String noFiles(CaseSheet.MaterialState state) {
        return switch (state) {
            case IN -> t("没有电子文件：交的是纸质件，或者由业务系统登记。");
            case EXEMPT -> t("由共享记录或者电子证照代替，没有文件。");
            case MISSING -> t("申请人没有交这项材料。可以一次性告知补正。");
            case EARLIER -> t("材料在原办件里，请从关联的办件打开。");
            case OPTIONAL -> t("这项材料可以不交。");
        };
    }

    /** The language of such a text where it is not that of the page. */
    public static @Nullable String lang(@Nullable String chinese, String text) {
        return chinese != null && Words.t(text).equals(text) ? chinese : null;
    }
}
