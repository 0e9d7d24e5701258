package org.tongban.supervision;

/** 任务状态: how far a service is on its way to being open across provinces. */
public enum TaskState {
    NOT_STARTED("未启动"),
    UNDER_WAY("推进中"),
    ACHIEVED("已实现"),
    IN_DIFFICULTY("有困难");

    private final String label;

    TaskState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
