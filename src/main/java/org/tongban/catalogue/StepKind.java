package org.tongban.catalogue;

/** 环节类型: what a step is, and so whether it opens a task. */
public enum StepKind {
    /** A move of the lifecycle does it; no task. */
    MOVE("流转"),
    /** A person at the actor's office does it and reports. */
    WORK("办理"),
    /** A cooperating department answers. */
    INQUIRY("协查"),
    /** A record is looked up at its source; a person looks where the source does not answer. */
    LOOKUP("数据查询"),
    /** A party confirms or signs. */
    CONFIRM("确认"),
    /** A fee is paid. */
    PAY("缴费"),
    /** Someone attends at an agreed time. */
    APPOINTMENT("预约"),
    /** A period runs and ends by itself. */
    WAIT("法定等待"),
    /** Special procedure, not counted (policy L-24). */
    PAUSE("特别程序"),
    /** Paper originals travel (policy M-08). */
    CUSTODY("原件流转");

    private final String chinese;

    StepKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
