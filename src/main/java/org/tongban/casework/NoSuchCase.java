package org.tongban.casework;

/** 查无此件: there is no such case, or none that concerns the person who asked; the two are not told apart. */
public final class NoSuchCase extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NoSuchCase(long id) {
        super("no case " + id);
    }
}
