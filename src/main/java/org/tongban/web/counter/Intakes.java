package org.tongban.web.counter;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.Time;
import org.tongban.casework.Drafts;
import org.tongban.catalogue.Answers;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Precheck;
import org.tongban.identity.Actor;

/** 收件稿的打开和保存: a clerk's drafts, under the clerk's own login and never the applicant's (complaint 6). */
@Component
public class Intakes {
    private static final String WINDOW = "window";

    private final Drafts drafts;
    private final Catalogue catalogue;
    private final Time time;

    Intakes(Drafts drafts, Catalogue catalogue, Time time) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** @throws ResponseStatusException 404 where this clerk has no such draft at this window */
    OpenIntake find(UUID id, Actor by) {
        return drafts.find(id, by.id())
                .filter(stored -> atWindow(stored, by))
                .flatMap(stored -> opened(stored, by))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What this clerk began and has not handed in, latest first. */
    List<OpenIntake> unfinished(Actor by) {
        return drafts.of(by.id()).stream()
                .filter(stored -> atWindow(stored, by))
                .flatMap(stored -> opened(stored, by).stream())
                .toList();
    }

    private static boolean atWindow(Drafts.Draft stored, Actor by) {
        return Objects.equals(stored.content().get(WINDOW), by.office());
    }

    private Optional<OpenIntake> opened(Drafts.Draft stored, Actor by) {
        var intake = Intake.of(stored.content());
        var present = Present.of(intake.who());
        return present.applicant() == null
                ? Optional.empty()
                : catalogue.find(stored.itemId()).map(item -> composed(stored, item, intake, by));
    }

    /** Goes on with what was begun for the same applicant and service, or begins. */
    OpenIntake begin(Item item, Present present, Actor by) {
        var identity = Objects.requireNonNull(present.applicant()).identity();
        var before = unfinished(by).stream()
                .filter(one -> one.item().id().equals(item.id())
                        && one.applicant().identity().equals(identity))
                .findFirst();
        var stored = before.map(OpenIntake::stored).orElseGet(() -> drafts.open(by.id(), item.id(), true));
        var intake = Intake.of(stored.content());
        intake.came(String.valueOf(by.office()), present.typed());
        return composed(drafts.save(stored, intake.content(), by.id()), item, intake, by);
    }

    /**
     * Saves what the intake holds now.
     *
     * @throws org.tongban.casework.RefusedMove when another page saved in between
     */
    OpenIntake save(OpenIntake open) {
        var saved =
                drafts.save(open.stored(), open.intake().content(), open.by().id());
        return composed(saved, open.item(), open.intake(), open.by());
    }

    /** The same as it stands now, before it is saved. */
    OpenIntake reread(OpenIntake open) {
        return composed(open.stored(), open.item(), open.intake(), open.by());
    }

    void delete(UUID id, Actor by) {
        drafts.delete(id, by.id());
    }

    private OpenIntake composed(Drafts.Draft stored, Item item, Intake intake, Actor by) {
        var present = Present.of(intake.who());
        var read = Answers.ofForm(item, intake.typed());
        var whole = filing(item, intake, present, read.json());
        var asked = catalogue.asked(item, whole, time.today());
        var answers = new LinkedHashMap<>(read.json());
        answers.keySet().retainAll(asked.fields().stream().map(Field::key).toList());
        var open = new OpenIntake(stored, item, intake, present, read, asked, whole, by);
        var materials = new LinkedHashSet<String>();
        var unavailable = new LinkedHashSet<String>();
        for (var material : asked.materials()) {
            var way = open.way(material);
            if (way.handedIn()) {
                materials.add(material.key());
            } else if (way == Handing.MISSING) {
                unavailable.add(material.key());
            }
        }
        var f = filing(item, intake, present, answers);
        var filing = new Filing(
                f.applicant(), f.agent(), f.relation(), f.places(), f.mode(), f.answers(), materials, unavailable);
        return new OpenIntake(stored, item, intake, present, read, asked, filing, by);
    }

    private static Filing filing(Item item, Intake intake, Present present, Map<String, Object> answers) {
        return new Filing(
                Objects.requireNonNull(present.applicant()),
                present.agent(),
                present.relation(),
                OpenIntake.placesOf(item, intake.typed()),
                OpenIntake.modeOf(item, intake.typed()),
                answers,
                new LinkedHashSet<>(),
                new LinkedHashSet<>());
    }

    Precheck check(OpenIntake open) {
        return catalogue.check(open.item(), open.filing(), time.today());
    }
}
