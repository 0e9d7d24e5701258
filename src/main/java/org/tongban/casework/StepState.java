package org.tongban.casework;

/** 环节状态: how a task stands. */
public enum StepState {
    OPEN("待办"),
    WAITING("等待期内"),
    DONE("已完成"),
    FAILED("未能完成"),
    LAPSED("期满未办"),
    CANCELLED("不再需要");

    private final String label;

    StepState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean open() {
        return this == OPEN || this == WAITING;
    }
}
