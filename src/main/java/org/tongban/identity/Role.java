package org.tongban.identity;

/** 岗位: what a signed-in person does at an office, or that a person acts for themselves. One post at a time. */
public enum Role {
    APPLICANT("申请人"),
    CLERK("窗口人员"),
    OFFICER("经办人"),
    APPROVER("审批人"),
    CHECKER("配合单位经办人"),
    MANAGER("牵头单位管理员"),
    SUPERVISOR("督查员"),
    SYSTEM_ADMIN("系统管理员"),
    SECURITY_ADMIN("安全管理员"),
    AUDIT_ADMIN("审计管理员"),
    /** A department's own system speaking for one office over the API. */
    OFFICE_SYSTEM("业务系统"),
    /** A platform that hands in cases for its own users. */
    PLATFORM("申请平台"),
    /** Time itself: what happens because a day has come. */
    CLOCK("系统时钟");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
