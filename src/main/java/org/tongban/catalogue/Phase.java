package org.tongban.catalogue;

/** 阶段: in which part of a case's life a step happens. */
public enum Phase {
    RECEIVE("收件"),
    BEFORE_ACCEPTANCE("受理前"),
    ACCEPT("受理"),
    EXAMINE("审查"),
    DECIDE("决定"),
    DELIVER("送达"),
    AFTER("办结后");

    private final String chinese;

    Phase(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
