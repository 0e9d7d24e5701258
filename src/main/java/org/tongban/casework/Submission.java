package org.tongban.casework;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Item;

/**
 * 申请: everything that comes in for a new case. Records were looked up before (no network call inside a transaction).
 *
 * @param materials material key → ids of the files handed in
 * @param originals keys of materials handed over on paper at the window
 * @param answeredSteps indexes of look-up steps that their source has answered already
 * @param insisted hand in although something is missing (L-10)
 * @param request client and Idempotency-Key; the case's id follows from it, so that a repeat meets the first case
 * @param channel where it came in: online, counter or api
 * @param linkedTo id of the closed case that this one asks to examine again
 */
public record Submission(
        Item item,
        Filing filing,
        Map<String, List<String>> materials,
        List<String> originals,
        List<Integer> answeredSteps,
        boolean insisted,
        String request,
        String channel,
        @Nullable Long linkedTo) {

    /** The same, for the service as it holds at its competent place (M-13). */
    Submission at(Item local) {
        return new Submission(local, filing, materials, originals, answeredSteps, insisted, request, channel, linkedTo);
    }
}
