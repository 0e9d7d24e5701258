package org.tongban.ratings;

/** 工单状态: where a bad rating's ticket stands. */
public enum TicketState {
    OPEN("待签收"),
    STARTED("核实中"),
    VERIFIED("整改答复中"),
    CONTESTED("申诉待复核"),
    ANSWERED("待回访"),
    DISSATISFIED("回访不满意，待复核"),
    CLOSED("已办结"),
    EXCLUDED("复核认定不计入");

    private final String label;

    TicketState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean open() {
        return this != CLOSED && this != EXCLUDED;
    }
}
