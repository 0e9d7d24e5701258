package org.tongban.web.counter;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.casework.Attendance;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Drafts;
import org.tongban.casework.LookUps;
import org.tongban.casework.Submission;
import org.tongban.catalogue.Material;
import org.tongban.identity.Actor;

/** 收下: makes a case out of what was looked over: received for a place elsewhere, or handed in at its own (policy M-06). */
@Component
class Receiving {
    private static final String CHANNEL = "counter";

    private final Casework casework;
    private final Drafts drafts;
    private final Intakes intakes;
    private final KnownCases known;

    Receiving(Casework casework, Drafts drafts, Intakes intakes, KnownCases known) {
        this.casework = casework;
        this.drafts = drafts;
        this.intakes = intakes;
        this.known = known;
    }

    /** The case that this draft became, for the second click. */
    Optional<Casefile> before(UUID draft, Actor by) {
        return drafts.find(draft, by.id()).isPresent() ? Optional.empty() : casework.opened(request(draft), by);
    }

    Casefile take(IntakeReview review, LookUps.Found found, @Nullable LocalDate dueBackOn) {
        var open = review.open();
        var kept = keys(open, Handing.KEPT);
        var met = Objects.requireNonNull(open.present().attendance());
        var attendance = new Attendance(
                met.identityCheck(), met.consent(), kept.isEmpty() ? null : dueBackOn, keys(open, Handing.SEEN));
        var submission = submission(open, found, kept);
        var file = review.verdict().receives()
                ? casework.receive(submission, attendance, open.by())
                : casework.submit(submission, attendance, open.by());
        known.handedIn(open.intake());
        intakes.delete(open.id(), open.by());
        return file;
    }

    private static Submission submission(OpenIntake open, LookUps.Found found, List<String> kept) {
        var materials = new LinkedHashMap<String, List<String>>();
        open.filing()
                .materials()
                .forEach(key -> materials.put(key, open.intake().files(key)));
        return new Submission(
                open.item(),
                found.filing(),
                materials,
                kept,
                found.answeredSteps(),
                true,
                request(open.id()),
                CHANNEL,
                null);
    }

    private static List<String> keys(OpenIntake open, Handing way) {
        return open.asked().materials().stream()
                .filter(material -> open.way(material) == way)
                .map(Material::key)
                .toList();
    }

    private static String request(UUID draft) {
        return "intake " + draft;
    }
}
