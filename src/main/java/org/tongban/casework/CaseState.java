package org.tongban.casework;

/** 办件状态: where a case stands between submission and closing. The case's state is computed from its legs once it is accepted. */
public enum CaseState {
    RECEIVED("已收件"),
    SUBMITTED("待受理"),
    SUPPLEMENTING("补正中"),
    ACCEPTED("办理中"),
    DECIDED("已决定"),
    CLOSED("办结");

    private final String label;

    CaseState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
