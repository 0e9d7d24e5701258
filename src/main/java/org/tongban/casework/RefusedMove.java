package org.tongban.casework;

/** 办理被拒: the one exception of the door, over one {@link Refusal}; mapped once for pages and once for the API. */
public final class RefusedMove extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    public RefusedMove(Refusal refusal) {
        super(refusal.code() + ": " + refusal.text());
        this.refusal = refusal;
    }

    static RefusedMove rule(String code, String text, String next) {
        return new RefusedMove(new Refusal.Rule(code, text, next));
    }

    public Refusal refusal() {
        return refusal;
    }
}
