package org.tongban.web;

import java.util.Locale;

/** 语气: the colour of a word that says a state. The word always stands beside it (policy D-31: never colour alone). */
public enum Tone {
    /** Nothing to do, or over. */
    QUIET,
    /** On its way. */
    BUSY,
    /** Good. */
    GOOD,
    /** Soon due, or something is asked of somebody. */
    CAUTION,
    /** Late, refused, failed. */
    ALARM;

    public String css() {
        return "tb-tone--" + name().toLowerCase(Locale.ROOT);
    }
}
