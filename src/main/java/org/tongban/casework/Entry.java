package org.tongban.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Vault;
import tools.jackson.databind.node.ObjectNode;

/**
 * 办理记录: one appended event with who, when and on whose behalf, what it changed in the case, and the SM3 hash of the entry before, over
 * the exact bytes stored. Microseconds, so that what PostgreSQL gives back is what was hashed.
 *
 * @param text the stored text; {@link #hash()} is over its UTF-8 bytes
 */
public record Entry(
        long casefileId,
        int seq,
        Instant at,
        By by,
        @Nullable String onBehalfOf,
        CaseEvent event,
        String text,
        String hash) {

    /** 行为人: who acted, as it stands in the history for ever. */
    public record By(
            String id, String name, String role, @Nullable String office) {}

    /** What became different in the case, by name. */
    public ObjectNode changes() {
        return (ObjectNode) CaseJson.PLAIN.readTree(text).get("changes");
    }

    /** The outcome that the case got with this entry; null where it got none. */
    public @Nullable Outcome outcome() {
        var outcome = changes().get("outcome");
        return outcome == null || outcome.isNull() ? null : Outcome.valueOf(outcome.asString());
    }

    boolean intact() {
        return Vault.digest(text).equals(hash);
    }
}
