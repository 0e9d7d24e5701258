package org.tongban.casework;

import java.util.EnumSet;
import java.util.Set;
import org.tongban.identity.Role;

/** 待办类型: what a desk has to do. The first six belong to the lifecycle, the others to a step of the service's file. */
public enum TaskKind {
    FORM_CHECK("形式审查"),
    ACCEPTANCE("受理审查"),
    SUPPLEMENT("等待补正"),
    DECISION("审查决定"),
    APPROVAL("审批"),
    DELIVERY("送达"),
    WORK("办理"),
    INQUIRY("协查"),
    LOOKUP("查询核对"),
    CONFIRM("当事人确认"),
    PAY("缴费"),
    APPOINTMENT("预约到场"),
    WAIT("法定等待"),
    PAUSE("特别程序"),
    CUSTODY("原件流转"),
    COUNTERSIGN("会签");

    private static final Set<Role> STEPS = EnumSet.of(Role.OFFICER, Role.CHECKER, Role.CLERK, Role.APPROVER);

    private final String label;

    TaskKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether somebody with this role can have it: an approver's is not an officer's to take, nor the other way round. */
    public boolean isFor(Role role) {
        return role == Role.OFFICE_SYSTEM || roles().contains(role);
    }

    private Set<Role> roles() {
        return switch (this) {
            case FORM_CHECK -> EnumSet.of(Role.CLERK);
            case ACCEPTANCE, DECISION -> EnumSet.of(Role.OFFICER);
            case APPROVAL -> EnumSet.of(Role.APPROVER);
            case DELIVERY -> EnumSet.of(Role.OFFICER, Role.CLERK);
            case SUPPLEMENT -> EnumSet.noneOf(Role.class);
            case WORK, INQUIRY, LOOKUP, CONFIRM, PAY, APPOINTMENT, WAIT, PAUSE, CUSTODY, COUNTERSIGN -> STEPS;
        };
    }

    /** Whether the task stands for a step of the service's file or was asked for by a colleague, and ends with 完成环节. */
    public boolean step() {
        return switch (this) {
            case FORM_CHECK, ACCEPTANCE, SUPPLEMENT, DECISION, APPROVAL, DELIVERY -> false;
            case WORK, INQUIRY, LOOKUP, CONFIRM, PAY, APPOINTMENT, WAIT, PAUSE, CUSTODY, COUNTERSIGN -> true;
        };
    }
}
