package org.tongban.web.applicant;

import static org.tongban.web.Words.date;
import static org.tongban.web.Words.t;

import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseState;
import org.tongban.casework.Outcome;
import org.tongban.web.Tone;

/** 申请人用语: the smaller vocabulary in which applicants read where their case stands and what happened. Called while a page is rendered. */
public final class ApplicantWords {
    private ApplicantWords() {}

    /** 发生的事: a title, and what it means; null where the title says all. */
    public record Said(String title, @Nullable String text) {}

    public static String state(CaseState state, @Nullable Outcome outcome) {
        return switch (state) {
            case RECEIVED -> t("窗口已收件");
            case SUBMITTED -> t("等待受理");
            case SUPPLEMENTING -> t("需要您补正");
            case ACCEPTED -> t("正在办理");
            case DECIDED -> t("已有结果");
            case CLOSED -> outcome == null ? t("已办完") : outcome(outcome);
        };
    }

    public static Tone tone(CaseState state, @Nullable Outcome outcome) {
        return switch (state) {
            case RECEIVED, SUBMITTED, ACCEPTED -> Tone.BUSY;
            case SUPPLEMENTING -> Tone.CAUTION;
            case DECIDED, CLOSED -> outcome == null ? Tone.BUSY : tone(outcome);
        };
    }

    private static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case GRANTED, PARTLY_GRANTED -> Tone.GOOD;
            case REFUSED, DECLINED -> Tone.ALARM;
            case WITHDRAWN, TERMINATED, REFERRED -> Tone.QUIET;
        };
    }

    public static String outcome(Outcome outcome) {
        return switch (outcome) {
            case GRANTED -> t("办成了");
            case PARTLY_GRANTED -> t("部分办成");
            case REFUSED -> t("没有批准");
            case DECLINED -> t("不予受理");
            case WITHDRAWN -> t("已撤回");
            case TERMINATED -> t("已终止");
            case REFERRED -> t("已转报上级机关");
        };
    }

    /** What the state means for the applicant, and what they have to do. */
    public static String meaning(CaseState state) {
        return switch (state) {
            case RECEIVED -> t("窗口正在核对材料的形式和您的身份，之后转给办理机关。您不用做什么。");
            case SUBMITTED -> t("办理机关已经收到，正在看材料是否齐全。您不用做什么。");
            case SUPPLEMENTING -> t("请按办理机关的要求一次补齐，补齐后重新计算受理时间。");
            case ACCEPTED -> t("办理机关正在审查。需要您做什么时，会在这里告诉您。");
            case DECIDED -> t("决定已经作出，正在把结果送给您。");
            case CLOSED -> t("这件事已经办完。");
        };
    }

    private static String ofPart(@Nullable String part, String said) {
        return part == null ? said : t("{0}：{1}", part, said);
    }

    /** What happened, for the timeline, with the step or the part that it was about; null for what is not the applicant's business or is told elsewhere. */
    public static @Nullable Said happened(CaseEvent event, @Nullable String about) {
        return switch (event) {
            case CaseEvent.Submitted e -> new Said(t("提交了申请"), e.insisted() ? t("当时材料还没有交齐，选择了先提交。") : null);
            case CaseEvent.Received _ -> new Said(t("窗口收下了材料"), null);
            case CaseEvent.Attended _ -> new Said(t("到窗口继续办理"), t("网上填好的内容不用再填。"));
            case CaseEvent.FormReturned _ -> new Said(t("窗口请您改正形式上的问题"), null);
            case CaseEvent.HandedOver _ -> new Said(t("材料转到了办理机关"), null);
            case CaseEvent.SupplementAsked e -> new Said(t("通知您补正"), t("请在 {0} 前补齐。", date(e.until())));
            case CaseEvent.Supplemented _ -> new Said(t("补交了材料"), null);
            case CaseEvent.SupplementLapsed _ -> new Said(t("补正期限已过"), t("办理机关会决定下一步，并告诉您。"));
            case CaseEvent.Accepted e -> new Said(t("受理了申请"), e.deemed() ? t("办理机关在期限内没有告知，依法从收到材料那天起就算受理。") : null);
            case CaseEvent.Declined e -> new Said(t("决定不予受理"), e.ground());
            case CaseEvent.Rerouted _ -> new Said(t("转给了有权办理的机关"), t("您不用重新申请。"));
            case CaseEvent.StepFinished e ->
                new Said(about == null ? t("完成了一个环节") : about, e.byClock() ? t(e.result()) : e.result());
            case CaseEvent.DueRecounted _ -> new Said(t("按新公布的节假日重新计算了期限"), null);
            case CaseEvent.Paused e ->
                new Said(t("开始{0}", e.procedure()), t("预计 {0} 天，这段时间不计入办理期限。", e.expectedDays()));
            case CaseEvent.Resumed _ -> new Said(t("继续计算办理期限"), null);
            case CaseEvent.Extended e -> new Said(t("办理期限延长 {0} 个工作日", e.days()), null);
            case CaseEvent.Decided e -> new Said(t("作出了决定"), ofPart(about, outcome(e.outcome())));
            case CaseEvent.Delivered e -> new Said(t("结果已经送达"), ofPart(about, e.way()));
            case CaseEvent.Withdrawn _ -> new Said(t("撤回了申请"), null);
            case CaseEvent.Terminated e -> new Said(t("终止了办理"), e.ground());
            case CaseEvent.Corrected _ -> new Said(t("更正了结果"), null);
            case CaseEvent.Revoked e -> new Said(t("撤销了结果"), e.ground());
            case CaseEvent.TakenOver _ -> new Said(t("申请人本人认领了办件"), null);
            case CaseEvent.OriginalMoved e -> new Said(t("原件：{0}", e.act()), null);
            case CaseEvent.MessageWritten _,
                    CaseEvent.Proposed _,
                    CaseEvent.SentBack _,
                    CaseEvent.TaskClaimed _,
                    CaseEvent.TaskHandedOver _,
                    CaseEvent.TaskGivenBack _,
                    CaseEvent.CountersignAsked _ -> null;
        };
    }
}
