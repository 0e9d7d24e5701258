package org.tongban.web.counter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Precheck;
import org.tongban.web.applicant.OfficeCards;

/**
 * 预审结论: what the service's file says to what was filled in so far, in words for clerk and applicant.
 *
 * @param open labels of what still has to be said before it is known
 * @param office null: none is found yet, or none at all
 * @param local what the competent place does differently (policy M-13)
 * @param receives the window takes it in for a place elsewhere; else it hands it in
 */
public record Verdict(
        Precheck check,
        List<String> open,
        OfficeCards.@Nullable OfficeCard office,
        List<String> local,
        boolean receives) {

    public boolean refused() {
        return Boolean.FALSE.equals(check.eligible());
    }

    public boolean fits() {
        return Boolean.TRUE.equals(check.eligible());
    }
}
