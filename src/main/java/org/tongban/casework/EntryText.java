package org.tongban.casework;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Actor;
import org.tongban.identity.Masking;
import org.tongban.identity.Role;
import org.tongban.identity.Vault;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/** How an entry is written down: JSON whose bytes are hashed, with the hash of the entry before inside. */
final class EntryText {
    private static final Set<Class<? extends CaseEvent>> APPLICANTS_OWN = Set.of(
            CaseEvent.Submitted.class,
            CaseEvent.Received.class,
            CaseEvent.Attended.class,
            CaseEvent.Supplemented.class,
            CaseEvent.Withdrawn.class);

    private static final ObjectReader BODY =
            CaseJson.PLAIN.readerFor(Body.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private EntryText() {}

    static Entry write(@Nullable Casefile before, Casefile after, CaseEvent event, Actor actor, Instant at) {
        int seq = before == null ? 1 : before.revision() + 1;
        var changes = CaseJson.changes(before, after);
        // an applicant's name is personal and stands in the sealed papers; the history keeps it masked (D-26)
        var name = actor.subject() == null || actor.office() != null ? actor.name() : Masking.name(actor.name());
        var by = new Entry.By(actor.id(), name, actor.role().name(), actor.office());
        var onBehalfOf = actsForTheApplicant(actor, event, after) ? after.applicant() : null;
        var body = CaseJson.PLAIN.createObjectNode();
        body.put("case", after.casefileId()).put("seq", seq).put("at", at.toString());
        body.set("by", CaseJson.withoutNulls(by));
        if (onBehalfOf != null) {
            body.put("onBehalfOf", onBehalfOf);
        }
        body.set("event", CaseJson.withoutNulls(event));
        body.set("changes", changes);
        body.put("prev", before == null ? "" : before.lastHash());
        var text = body.toString();
        return new Entry(after.casefileId(), seq, at, by, onBehalfOf, event, text, Vault.digest(text));
    }

    /** An agent always, staff where they do what is the applicant's own to do (M-25). */
    private static boolean actsForTheApplicant(Actor actor, CaseEvent event, Casefile after) {
        if (actor.role() == Role.CLERK || actor.role() == Role.PLATFORM) {
            return APPLICANTS_OWN.contains(event.getClass());
        }
        return actor.subject() != null && !actor.subject().equals(after.applicant());
    }

    /** What of the text an entry needs; what changed is read where somebody replays it. */
    private record Body(Entry.By by, @Nullable String onBehalfOf, CaseEvent event) {}

    static Entry read(long casefileId, int seq, Instant at, String text, String hash) {
        Body body = BODY.readValue(text);
        return new Entry(casefileId, seq, at, body.by(), body.onBehalfOf(), body.event(), text, hash);
    }

    /** As it was written: the time from the text itself. */
    static Entry read(long casefileId, int seq, String text, String hash) {
        return read(
                casefileId,
                seq,
                Instant.parse(CaseJson.PLAIN.readTree(text).get("at").asString()),
                text,
                hash);
    }

    /** Whether the columns beside the text say what the text says. */
    static boolean stands(Entry entry, @Nullable String at) {
        var body = CaseJson.PLAIN.readTree(entry.text());
        return body.get("case").longValue() == entry.casefileId()
                && body.get("seq").intValue() == entry.seq()
                && body.get("at").asString().equals(at);
    }

    /** Digest of the words beside the event; null where it has none. */
    static @Nullable String paper(Entry entry) {
        var paper = CaseJson.PLAIN.readTree(entry.text()).get("event").get("paper");
        return paper == null || paper.isNull() || paper.asString().isEmpty() ? null : paper.asString();
    }

    static String previousHash(Entry entry) {
        return CaseJson.PLAIN.readTree(entry.text()).get("prev").asString();
    }
}
