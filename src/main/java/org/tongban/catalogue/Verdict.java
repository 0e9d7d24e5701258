package org.tongban.catalogue;

import java.util.Set;

/** What an expression came to. */
sealed interface Verdict {

    /** A value of CEL: Boolean, String and so on. */
    record Value(Object value) implements Verdict {}

    /**
     * Not enough is known, or it does not matter.
     *
     * @param of what was not known: form keys, {@code applicant.sex}, {@code places.to}
     * @param inapplicable all of them are fields that do not apply: then what is asked does not apply either
     */
    record Unknown(Set<String> of, boolean inapplicable) implements Verdict {}

    Verdict TRUE = new Value(true);

    default boolean isTrue() {
        return equals(TRUE);
    }

    default boolean isFalse() {
        return this instanceof Value(Object value) && Boolean.FALSE.equals(value);
    }

    /** Neither true nor false, and it matters. */
    default boolean isOpen() {
        return this instanceof Unknown(var _, boolean inapplicable) && !inapplicable;
    }
}
