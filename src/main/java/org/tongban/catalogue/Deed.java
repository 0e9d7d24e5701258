package org.tongban.catalogue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * 示例动作: what somebody does in an example, by the words on the button. What the service's own steps are called is said by their
 * {@code action} and is {@link #STEP} here.
 */
public enum Deed {
    SUBMIT("提交申请", "originals"),
    RECEIVE("窗口收件", "originals"),
    RETURN_FOR_FORM("形式退回", "defects", "text"),
    HAND_OVER("转交业务属地", "original", "carrier", "trackingNumber", "text"),
    ASK_SUPPLEMENT("一次性告知补正", "defects", "text", "days"),
    SUPPLEMENT("提交补正", "answers", "materials", "text"),
    ACCEPT("受理", "text"),
    DECLINE("不予受理", "ground", "rightOrgan", "text"),
    REROUTE("转到有权机关", "office", "text"),
    PROPOSE("提请审批", "what", "leg", "text"),
    SEND_BACK("退回经办人", "leg", "text"),
    PAUSE("开始特别程序", "procedure", "expectedDays", "leg", "text"),
    RESUME("结束特别程序", "leg", "text"),
    EXTEND("批准延期", "days", "leg", "text"),
    GRANT("准予", "results", "leg", "text"),
    GRANT_PARTLY("部分准予", "results", "grounds", "leg", "text"),
    REFUSE("不予", "grounds", "leg", "text"),
    REFER("转报", "to", "leg", "text"),
    DELIVER("送达", "way", "proof", "leg"),
    WITHDRAW("撤回申请", "text"),
    TERMINATE("终止办理", "ground", "text"),
    CORRECT("更正结果", "leg", "text"),
    REVOKE("撤销结果", "ground", "leg", "text"),
    WRITE("留言", "text"),
    MOVE_ORIGINAL("登记原件流转", "original", "act", "to", "carrier", "trackingNumber", "dueBackOn"),
    BOOK("预约", "time"),
    REBOOK("改期", "time"),
    CANCEL_BOOKING("取消预约"),
    STAY_AWAY("登记未到"),
    CHARGE("开具缴费单", "lines"),
    REDUCE("减免", "less", "ground"),
    PAY("缴费"),
    /** The clock itself acts, because a day is over. */
    FALL_DUE("期限届满"),
    /** Each open step is done, in its order, until none is left for people to do. */
    REST("其余环节"),
    STEP("", "result", "text");

    private final String chinese;
    /** Parted by commas. */
    private final String fields;

    Deed(String chinese, String... fields) {
        this.chinese = chinese;
        this.fields = String.join(",", fields);
    }

    public String chinese() {
        return chinese;
    }

    /** Keys of what can be filled in for it. */
    Set<String> fields() {
        return Set.of(fields.split(","));
    }

    /** Whether a case begins with it. */
    boolean opens() {
        return this == SUBMIT || this == RECEIVE;
    }

    static Optional<Deed> named(String chinese) {
        return Arrays.stream(values())
                .filter(deed -> deed != STEP && deed.chinese.equals(chinese))
                .findFirst();
    }
}
