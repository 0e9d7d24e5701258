package org.tongban.web.officer;

import static org.tongban.web.Words.date;
import static org.tongban.web.Words.t;

import org.tongban.casework.CaseEvent;
import org.tongban.web.Tone;

/** 经过用语: what happened, in the trade's words, and what each written part is called. Called while a page is rendered. */
public final class HistoryWords {
    private HistoryWords() {}

    public static String title(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Submitted e -> e.insisted() ? t("提交申请（材料没有交齐，申请人坚持先提交）") : t("提交申请");
            case CaseEvent.Received _ -> t("窗口收件");
            case CaseEvent.Attended _ -> t("申请人到窗口继续办理");
            case CaseEvent.FormReturned _ -> t("因形式问题退回修改");
            case CaseEvent.HandedOver _ -> t("转交业务属地");
            case CaseEvent.SupplementAsked e -> t("一次性告知补正，期限到 {0}", date(e.until()));
            case CaseEvent.Supplemented _ -> t("补交材料");
            case CaseEvent.SupplementLapsed _ -> t("补正期限已过");
            case CaseEvent.Accepted e -> e.deemed() ? t("逾期未告知，自收到材料之日起视为受理") : t("受理，自 {0} 起算", date(e.on()));
            case CaseEvent.Declined e -> t("不予受理：{0}", e.ground());
            case CaseEvent.Rerouted _ -> t("转到有权机关");
            case CaseEvent.Proposed e -> t("提请审批：{0}", t(e.what().label()));
            case CaseEvent.SentBack _ -> t("审批人退回");
            case CaseEvent.StepFinished e -> e.byClock() ? t(e.result()) : t("完成环节：{0}", t(e.result()));
            case CaseEvent.DueRecounted _ -> t("节假日安排公布或者调整，重新计算期限");
            case CaseEvent.Paused e -> t("开始特别程序：{0}，预计 {1} 天，停止计时", t(e.procedure()), e.expectedDays());
            case CaseEvent.Resumed _ -> t("特别程序结束，继续计时");
            case CaseEvent.Extended e -> t("批准延长期限 {0} 个工作日", e.days());
            case CaseEvent.Decided e -> t("作出决定：{0}", t(e.outcome().label()));
            case CaseEvent.Delivered e -> t("结果送达：{0}", t(e.way()));
            case CaseEvent.Withdrawn _ -> t("申请人撤回");
            case CaseEvent.Terminated e -> t("终止办理：{0}", t(e.ground()));
            case CaseEvent.Corrected _ -> t("更正结果");
            case CaseEvent.Revoked e -> t("撤销结果：{0}", e.ground());
            case CaseEvent.MessageWritten _ -> t("留言");
            case CaseEvent.TakenOver _ -> t("申请人本人认领办件");
            case CaseEvent.OriginalMoved e -> t("原件流转：{0}", t(e.act()));
            case CaseEvent.TaskClaimed _ -> t("认领待办");
            case CaseEvent.TaskHandedOver _ -> t("移交待办");
            case CaseEvent.TaskGivenBack _ -> t("退回待办");
            case CaseEvent.CountersignAsked _ -> t("请求会签");
        };
    }

    /** What matters most in a long history stands out. */
    public static Tone tone(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Decided e -> OfficerWords.tone(e.outcome());
            case CaseEvent.Declined _, CaseEvent.Terminated _, CaseEvent.Revoked _ -> Tone.ALARM;
            case CaseEvent.SupplementAsked _, CaseEvent.FormReturned _, CaseEvent.Paused _ -> Tone.CAUTION;
            case CaseEvent.Accepted _, CaseEvent.Delivered _ -> Tone.GOOD;
            default -> Tone.QUIET;
        };
    }

    /** What a part of what was written is called. */
    public static String label(String key) {
        return switch (key) {
            case "text" -> t("意见和说明");
            case "reason" -> t("原因");
            case "question" -> t("请对方会签什么");
            case "defects" -> t("列出的问题");
            case "checked" -> t("核对无误的材料");
            case "original" -> t("原件");
            case "results" -> t("发给的结果");
            case "grounds" -> t("理由");
            case "rightOrgan" -> t("应当向哪个机关申请");
            case "office", "to" -> t("送往");
            case "leg" -> t("分项");
            case "expectedDays" -> t("预计天数");
            case "proof" -> t("凭据");
            case "carrier" -> t("承运人");
            case "trackingNumber" -> t("运单号");
            case "dueBackOn" -> t("应还日期");
            default -> key;
        };
    }
}
