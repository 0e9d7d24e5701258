package org.tongban.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 分项: a part of a service with an outcome of its own (policy L-29).
 *
 * @param role place role that decides it; null: handled_by
 * @param rows key of the list of the filing of which each row is a part of its own; null: one part
 * @param label column that names the row; null unless {@code rows}
 * @param after keys of the parts that must have been granted before this one begins; empty: begins at acceptance
 * @param endsOthers whether the case as a whole ends where this part is refused: those not yet decided end with it
 * @param limit of its own, from when it begins; empty: the case's, from acceptance
 * @param results what is given where it is granted; empty: any of the service's results
 * @param interim whether what it gives is for the parts that wait for it, and nothing to deliver to the applicant
 * @param when CEL: exists only where true; null: always
 */
public record LegDefinition(
        String key,
        String name,
        @Nullable String role,
        @Nullable String rows,
        @Nullable String label,
        List<String> after,
        boolean endsOthers,
        List<Limit.Choice> limit,
        List<String> results,
        boolean interim,
        @Nullable String when) {

    /** The whole of a service that has no parts. */
    static LegDefinition whole() {
        return new LegDefinition("main", "全部", null, null, null, List.of(), false, List.of(), List.of(), false, null);
    }

    /** The part that is one row of the list. */
    LegDefinition row(int no, String called) {
        return new LegDefinition(
                key + "." + no,
                name + "：" + called,
                role,
                rows,
                label,
                after,
                endsOthers,
                limit,
                results,
                interim,
                when);
    }

    /** Whether this one waits for a part of that key. */
    public boolean waitsFor(String leg) {
        return after.stream().anyMatch(key -> belongs(leg, key));
    }

    /** Whether a part of this key is this one, or one row of it. */
    public static boolean belongs(String leg, String key) {
        return leg.equals(key) || leg.startsWith(key + ".");
    }
}
