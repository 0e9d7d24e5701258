package org.tongban.api;

import org.tongban.casework.CaseNumber;

/** 幂等键重用: an Idempotency-Key that opened a case comes again with another application, which would be lost in silence. */
final class KeyReused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient CaseNumber number;

    KeyReused(CaseNumber number) {
        super("the key opened case " + number);
        this.number = number;
    }

    CaseNumber number() {
        return number;
    }
}
