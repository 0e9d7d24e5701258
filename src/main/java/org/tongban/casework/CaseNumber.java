package org.tongban.casework;

import java.util.Optional;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;

/**
 * 办件编号: the printed form of a case's id, both ways (N-04): two digits of the node's province, sixteen of the case, one check digit
 * (Verhoeff: finds every wrong digit and every swap of neighbours).
 */
public record CaseNumber(long id) {
    static final long PER_NODE = 10_000_000_000_000_000L;
    private static final int DIGITS = 18;

    public static CaseNumber of(long id) {
        return new CaseNumber(id);
    }

    /** Reads a number as people type it, spaces and hyphens allowed; empty where the check digit is wrong. */
    public static Optional<CaseNumber> parse(String typed) {
        var digits = typed.replaceAll("[\\s-]", "");
        if (!digits.matches("\\d{" + (DIGITS + 1) + "}") || !VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.isValid(digits)) {
            return Optional.empty();
        }
        return Optional.of(new CaseNumber(Long.parseLong(digits.substring(0, DIGITS))));
    }

    @Override
    public String toString() {
        var digits = String.format("%0" + DIGITS + "d", id);
        try {
            return digits + VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.calculate(digits);
        } catch (CheckDigitException e) {
            throw new IllegalStateException("not a case id: " + id, e);
        }
    }
}
