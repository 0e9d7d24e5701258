package org.tongban.casework;

import java.util.Set;

/** 事件说法: what happened, in the words of a timeline. */
public final class Wording {
    private static final Set<Class<? extends CaseEvent>> INNER = Set.of(
            CaseEvent.Proposed.class,
            CaseEvent.SentBack.class,
            CaseEvent.TaskClaimed.class,
            CaseEvent.TaskHandedOver.class,
            CaseEvent.TaskGivenBack.class,
            CaseEvent.CountersignAsked.class);

    private Wording() {}

    public static String of(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Submitted e -> e.insisted() ? "提交了申请（材料未齐，申请人要求先提交）" : "提交了申请";
            case CaseEvent.Received e -> "窗口收件";
            case CaseEvent.Attended e -> "申请人到窗口继续办理";
            case CaseEvent.FormReturned e -> "因形式问题退回修改";
            case CaseEvent.HandedOver e -> "转交业务属地";
            case CaseEvent.SupplementAsked e -> "一次性告知补正，请在 " + e.until() + " 前补齐";
            case CaseEvent.Supplemented e -> "补交了材料";
            case CaseEvent.SupplementLapsed e -> "补正期限已过";
            case CaseEvent.Accepted e -> e.deemed() ? "逾期未告知，自收到材料之日起视为受理" : "受理";
            case CaseEvent.Declined e -> "不予受理：" + e.ground();
            case CaseEvent.Rerouted e -> "转到有权机关";
            case CaseEvent.Proposed e -> "提请审批：" + e.what().label();
            case CaseEvent.SentBack e -> "审批人退回";
            case CaseEvent.StepFinished e ->
                e.byClock() ? e.result().equals(MoveForms.SILENT) ? "期限已到，没有人办理" : "等待期满" : "完成环节：" + e.result();
            case CaseEvent.DueRecounted e -> "节假日安排公布或调整，重新计算期限";
            case CaseEvent.Paused e -> "进入特别程序（" + e.procedure() + "），时间不计入期限";
            case CaseEvent.Resumed e -> "特别程序结束，继续计时";
            case CaseEvent.Extended e -> "期限延长 " + e.days() + " 个工作日";
            case CaseEvent.Decided e -> "作出决定：" + e.outcome().label();
            case CaseEvent.Delivered e -> "结果送达（" + e.way() + "）";
            case CaseEvent.Withdrawn e -> "申请人撤回";
            case CaseEvent.Terminated e -> "终止办理：" + e.ground();
            case CaseEvent.Corrected e -> "更正了结果";
            case CaseEvent.Revoked e -> "撤销了结果：" + e.ground();
            case CaseEvent.MessageWritten e -> "留言";
            case CaseEvent.TakenOver e -> "申请人本人认领";
            case CaseEvent.OriginalMoved e -> "原件流转：" + e.act();
            case CaseEvent.TaskClaimed e -> "认领待办";
            case CaseEvent.TaskHandedOver e -> "移交待办";
            case CaseEvent.TaskGivenBack e -> "退回待办";
            case CaseEvent.CountersignAsked e -> "请求会签";
        };
    }

    /** Whether the applicant's timeline shows it; a desk's inner moves are not the applicant's business. */
    public static boolean forApplicant(CaseEvent event) {
        return !INNER.contains(event.getClass());
    }
}
