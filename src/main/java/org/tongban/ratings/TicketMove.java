package org.tongban.ratings;

/** 工单动作: what can be done to a ticket, from which state, and whether it is the supervisor's. */
public enum TicketMove {
    START("签收", false, TicketState.OPEN),
    VERIFY("核实", false, TicketState.STARTED),
    CONTEST("申诉", false, TicketState.STARTED, TicketState.VERIFIED),
    ANSWER("整改并答复", false, TicketState.VERIFIED),
    CALL_BACK("回访", false, TicketState.ANSWERED),
    REVIEW("复核", true, TicketState.CONTESTED, TicketState.DISSATISFIED);

    private final String label;
    private final boolean supervisors;
    private final TicketState first;
    private final TicketState orElse;

    TicketMove(String label, boolean supervisors, TicketState from) {
        this(label, supervisors, from, from);
    }

    TicketMove(String label, boolean supervisors, TicketState first, TicketState orElse) {
        this.label = label;
        this.supervisors = supervisors;
        this.first = first;
        this.orElse = orElse;
    }

    public String label() {
        return label;
    }

    boolean supervisors() {
        return supervisors;
    }

    boolean from(TicketState state) {
        return state == first || state == orElse;
    }
}
