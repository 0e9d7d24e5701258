package org.tongban.catalogue;

/** 逾期或者不同意的后果: what follows where somebody does not answer in time, or does not agree, as the service's file states it. */
public enum Consequence {
    /** The case goes on; who decides sees it. */
    GOES_ON("继续办理"),
    /** The law takes it for a withdrawal. */
    WITHDRAWN("视为撤回"),
    TERMINATED("终止办理");

    private final String chinese;

    Consequence(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
