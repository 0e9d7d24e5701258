package org.tongban.casework;

/** 办结类型: how a case or a leg ended (policy L-43). */
public enum Outcome {
    GRANTED("准予"),
    PARTLY_GRANTED("部分准予"),
    REFUSED("不予"),
    DECLINED("不予受理"),
    WITHDRAWN("撤回"),
    TERMINATED("终止"),
    REFERRED("转报");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
