package org.tongban.casework;

/** 办理身份: what somebody is in one case. The same column of {@link Moves} is the right to act. */
public enum Who {
    APPLICANT("申请人"),
    AGENT("代办人"),
    PLATFORM("申请平台"),
    PARTY("相关当事人"),
    COUNTER("收件窗口"),
    OFFICER("经办人"),
    APPROVER("审批人"),
    STEP_ACTOR("环节承办人"),
    CLOCK("系统时钟");

    private final String label;

    Who(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
