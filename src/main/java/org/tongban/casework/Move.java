package org.tongban.casework;

import java.util.Arrays;
import java.util.Optional;

/** 办理动作: what can be done to a case, by the name the API uses and the words on the button. */
public enum Move {
    SUBMIT("submit", "提交申请"),
    RECEIVE("receive", "窗口收件"),
    RETURN_FOR_FORM("returnForForm", "形式退回"),
    HAND_OVER("handOver", "转交业务属地"),
    ASK_SUPPLEMENT("askSupplement", "一次性告知补正"),
    SUPPLEMENT("supplement", "提交补正"),
    LAPSE_SUPPLEMENT("lapseSupplement", "补正逾期"),
    ACCEPT("accept", "受理"),
    DECLINE("decline", "不予受理"),
    REROUTE("reroute", "转到有权机关"),
    PROPOSE("propose", "提请审批"),
    SEND_BACK("sendBack", "退回经办人"),
    FINISH_STEP("finishStep", "完成环节"),
    RECOUNT("recount", "重算期限"),
    PAUSE("pause", "开始特别程序"),
    RESUME("resume", "结束特别程序"),
    EXTEND("extend", "批准延期"),
    GRANT("grant", "准予"),
    GRANT_PARTLY("grantPartly", "部分准予"),
    REFUSE("refuse", "不予"),
    REFER("refer", "转报"),
    DELIVER("deliver", "送达"),
    WITHDRAW("withdraw", "撤回申请"),
    TERMINATE("terminate", "终止办理"),
    CORRECT("correct", "更正结果"),
    REVOKE("revoke", "撤销结果"),
    WRITE("write", "留言"),
    TAKE_OVER("takeOver", "认领办件"),
    MOVE_ORIGINAL("moveOriginal", "登记原件流转");

    private final String apiName;
    private final String label;

    Move(String apiName, String label) {
        this.apiName = apiName;
        this.label = label;
    }

    public String apiName() {
        return apiName;
    }

    public String label() {
        return label;
    }

    public static Optional<Move> named(String apiName) {
        return Arrays.stream(values()).filter(m -> m.apiName.equals(apiName)).findFirst();
    }
}
