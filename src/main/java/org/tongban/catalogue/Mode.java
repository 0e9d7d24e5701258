package org.tongban.catalogue;

/** 办理模式: how the places share the work (policy M-01, 国办发〔2020〕35号). */
public enum Mode {
    /** 全程网办: online from application to result; the competent place handles from afar. */
    ONLINE("全程网办"),
    /** 异地代收代办: a window elsewhere receives, the competent place handles. */
    RECEIVED_ELSEWHERE("异地代收代办"),
    /** 多地联办: several places handle one application together. */
    JOINT("多地联办");

    private final String chinese;

    Mode(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
