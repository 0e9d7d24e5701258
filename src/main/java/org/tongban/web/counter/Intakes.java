package org.tongban.web.counter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.tongban.files.Files;
import org.tongban.identity.Actor;
import org.tongban.identity.People;
import org.tongban.identity.ReadLog;
import org.tongban.identity.StaffMember;

/** 收件稿的打开和保存: a clerk's drafts, under the clerk's own login and never the applicant's (complaint 6). */
@Component
public class Intakes {
    private static final String WINDOW = "window";

    private final Drafts drafts;
    private final Catalogue catalogue;
    private final People people;
    private final Files files;
    private final ReadLog log;
    private final Time time;

    Intakes(Drafts drafts, Catalogue catalogue, People people, Files files, ReadLog log, Time time) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.people = people;
        this.files = files;
        this.log = log;
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

    /** 同事的一份: and who began it. */
    public record Colleagues(OpenIntake open, String name) {}

    /** What colleagues of the same window began and have not handed in. */
    List<Colleagues> ofColleagues(Actor by) {
        var window = String.valueOf(by.office());
        var names = people.colleagues(window).stream()
                .collect(Collectors.toMap(StaffMember::id, StaffMember::name, (one, _) -> one));
        return drafts.atWindow(window, by.id()).stream()
                .flatMap(one -> opened(one.draft(), by).stream()
                        .map(open -> new Colleagues(open, names.getOrDefault(one.owner(), ""))))
                .toList();
    }

    /** Goes on with what a colleague of the same window began, its files included. */
    OpenIntake takeOver(UUID id, Actor by) {
        var window = String.valueOf(by.office());
        var owner = drafts.atWindow(window, by.id()).stream()
                .filter(one -> one.draft().id().equals(id))
                .map(Drafts.Colleagues::owner)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!drafts.takeOver(id, window, by.id())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var open = find(id, by);
        log.record(by, ReadLog.What.PERSON, "收件稿 " + id, "接着办同窗口同事的收件稿");
        Map.copyOf(open.intake().files())
                .forEach((material, ids) -> open.intake().files(material, copied(ids, owner, by)));
        return save(open);
    }

    /** A file works only for who uploaded it until a case has it, so whoever goes on hands in a copy of their own. */
    List<String> copied(List<String> ids, String owner, Actor by) {
        var copies = new ArrayList<String>();
        for (var info : files.mine(ids.stream().map(UUID::fromString).toList(), owner)) {
            files.read(info.id(), owner)
                    .map(content -> files.upload(info.name(), content, by.id()))
                    .ifPresent(copy -> copies.add(copy.id().toString()));
        }
        return copies;
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
        var stored = before.map(OpenIntake::stored)
                .orElseGet(() -> drafts.openAtWindow(by.id(), item.id(), String.valueOf(by.office())));
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
