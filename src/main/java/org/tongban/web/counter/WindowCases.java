package org.tongban.web.counter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.casework.Wording;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Material;
import org.tongban.catalogue.Mode;
import org.tongban.files.Files;
import org.tongban.files.Pictures;
import org.tongban.identity.Actor;
import org.tongban.identity.ReadLog;
import org.tongban.places.Regions;
import org.tongban.web.Deadlines;
import org.tongban.web.DueIn;
import org.tongban.web.MaterialView;
import org.tongban.web.ShownAnswers;
import org.tongban.web.Tone;
import org.tongban.web.WhoActs;
import org.tongban.web.Words;
import org.tongban.web.applicant.OfficeCards;

/** 窗口办件的拼成: a case for the window that took it in or goes on with it; opening one is logged (policy D-21). */
@Component
class WindowCases {
    private static final String MATERIAL = "material.";
    private static final String FIELD = "field.";

    /** All that a window ever does to a case: no receiving organ's act is among them (policy M-06). */
    private static final Set<Move> WINDOW_MOVES = EnumSet.of(
            Move.RETURN_FOR_FORM,
            Move.HAND_OVER,
            Move.SUPPLEMENT,
            Move.DELIVER,
            Move.MOVE_ORIGINAL,
            Move.WITHDRAW,
            Move.WRITE,
            Move.FINISH_STEP);

    private final Casework casework;
    private final Casebook casebook;
    private final Catalogue catalogue;
    private final Files files;
    private final Pictures pictures;
    private final ReadLog log;
    private final CounterWords words;
    private final OfficeCards offices;
    private final Deadlines deadlines;
    private final Regions regions;

    WindowCases(
            Casework casework,
            Casebook casebook,
            Catalogue catalogue,
            Files files,
            Pictures pictures,
            ReadLog log,
            CounterWords words,
            OfficeCards offices,
            Deadlines deadlines,
            Regions regions) {
        this.casework = casework;
        this.casebook = casebook;
        this.catalogue = catalogue;
        this.files = files;
        this.pictures = pictures;
        this.log = log;
        this.words = words;
        this.offices = offices;
        this.deadlines = deadlines;
        this.regions = regions;
    }

    static long id(String number) {
        return CaseNumber.parse(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
    }

    /** Whether this window may open it. */
    boolean here(long id, Actor by) {
        return casework.find(id, by).filter(file -> casebook.whole(file, by)).isPresent();
    }

    /** @throws NoSuchCase where there is none that concerns this window */
    Casebook.Opened opened(String number, Actor by) {
        var opened = casebook.open(id(number), by);
        log.record(by, ReadLog.What.CASE, opened.file().number().toString());
        return opened;
    }

    Item itemOf(Casefile file) {
        return catalogue.version(file.itemId(), file.itemVersion());
    }

    WindowCase open(String number, Actor by) {
        return open(number, by, new Look(null, null));
    }

    /**
     * 怎样看.
     *
     * @param seen the personal value that is shown in full
     * @param material whose pages are shown
     */
    record Look(@Nullable String seen, @Nullable String material) {}

    WindowCase open(String number, Actor by, Look look) {
        var opened = opened(number, by);
        var file = opened.file();
        var item = itemOf(file);
        var shown = new ShownAnswers(regions, look.seen());
        return new WindowCase(
                file,
                item,
                heading(file, item),
                shown.of(opened.filed().who(), "applicant"),
                WhoActs.agent(shown, item, opened.filed()),
                WhoActs.subject(shown, item, opened.filed()),
                shown.lines(item.form(), opened.filed().answers()),
                materials(opened, item, look.material(), by),
                history(opened),
                askedFor(file, item),
                askedWords(opened),
                slips(opened, by),
                results(opened),
                offices.of(file.office()),
                casework.possible(file, by).stream()
                        .filter(form -> WINDOW_MOVES.contains(form.move()))
                        .toList());
    }

    CounterHeading heading(Casefile file, Item item) {
        var waiting = waiting(file);
        var due = waiting == null ? file.dueOn() : waiting.dueOn();
        return new CounterHeading(
                file.number().toString(),
                item.name(),
                file.applicantMasked(),
                CounterWords.state(file.state(), file.outcome()),
                CounterWords.tone(file.state(), file.outcome()),
                words.office(file.office()),
                Mode.valueOf(file.mode()).chinese(),
                file.closed() ? DueIn.uncounted() : deadlines.due(due, file.paused() ? "特别程序" : null),
                waits(waiting));
    }

    /** While the window has it, by when it passes it on; while the applicant owes something, by when. */
    private static @Nullable Task waiting(Casefile file) {
        return file.openTasks().stream()
                .filter(task -> task.kind() == TaskKind.SUPPLEMENT || task.kind() == TaskKind.FORM_CHECK)
                .findFirst()
                .orElse(null);
    }

    private static CounterHeading.Waits waits(@Nullable Task waiting) {
        if (waiting == null) {
            return CounterHeading.Waits.OFFICE;
        }
        return waiting.kind() == TaskKind.FORM_CHECK ? CounterHeading.Waits.HAND_OVER : CounterHeading.Waits.APPLICANT;
    }

    private List<MaterialView> materials(Casebook.Opened opened, Item item, @Nullable String current, Actor by) {
        var number = opened.file().number();
        var infos = new HashMap<String, Files.Info>();
        files.of(opened.file().casefileId()).forEach(info -> infos.put(info.id().toString(), info));
        var views = new ArrayList<MaterialView>();
        for (var material : item.materials()) {
            var ids = opened.filed().materials().get(material.key());
            if (ids == null) {
                continue;
            }
            boolean shows = material.key().equals(current);
            if (shows && !ids.isEmpty()) {
                log.record(by, ReadLog.What.MATERIAL, number.toString(), material.name());
            }
            views.add(new MaterialView(
                    material.name(),
                    "/counter/cases/" + number + "?material=" + material.key() + "#materials",
                    shows,
                    ids.isEmpty() ? Words.t("没有电子件") : Words.t("{0} 个文件", ids.size()),
                    ids.isEmpty() ? Tone.QUIET : Tone.GOOD,
                    shows ? pages(number.toString(), opened.file().casefileId(), ids, infos) : List.of(),
                    ids.isEmpty() ? null : "/counter/cases/" + number + "/files/" + ids.getFirst()));
        }
        return views;
    }

    private List<String> pages(String number, long id, List<String> ids, Map<String, Files.Info> infos) {
        var pages = new ArrayList<String>();
        for (var file : ids) {
            var info = infos.get(file);
            var content = info == null ? null : files.read(info.id(), id).orElse(null);
            if (info == null || content == null) {
                continue;
            }
            try {
                int count = pictures.pages(info.type(), content);
                for (int page = 1; page <= count; page++) {
                    pages.add("/counter/cases/" + number + "/files/" + file + "/pages/" + page);
                }
            } catch (Pictures.NotDrawn e) {
                continue; // it can still be saved
            }
        }
        return pages;
    }

    /** One page of a file of the case, as a picture that we drew. */
    byte[] picture(String number, UUID file, int page, Actor by) throws Pictures.NotDrawn {
        var info = file(number, file, by);
        var content = files.read(file, id(number)).orElseThrow(() -> new NoSuchCase(id(number)));
        return pictures.page(info.type(), content, page);
    }

    Files.Info file(String number, UUID file, Actor by) {
        var found = casework.find(id(number), by)
                .filter(one -> casebook.whole(one, by))
                .orElseThrow(() -> new NoSuchCase(id(number)));
        return files.of(found.casefileId()).stream()
                .filter(info -> info.id().equals(file))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<WindowCase.Happened> history(Casebook.Opened opened) {
        return opened.lines().reversed().stream()
                .filter(line -> Wording.forApplicant(line.entry().event()))
                .map(line -> new WindowCase.Happened(line.entry().at(), who(line), line.text(), written(line)))
                .toList();
    }

    /** What was written for it, or for a delivery its proof. */
    private static @Nullable String written(Casebook.Line line) {
        var text = line.words().get("text");
        return Objects.toString(text == null ? line.words().get("proof") : text, null);
    }

    private String who(Casebook.Line line) {
        var by = line.entry().by();
        return by.office() == null ? by.name() : words.office(by.office()) + " " + by.name();
    }

    private static List<WindowCase.Asked> askedFor(Casefile file, Item item) {
        boolean waits = file.openTasks().stream().anyMatch(task -> task.kind() == TaskKind.SUPPLEMENT);
        return waits
                ? file.askedFor().stream()
                        .map(key -> new WindowCase.Asked(key, named(item, key)))
                        .toList()
                : List.of();
    }

    static String named(Item item, String key) {
        if (key.startsWith(MATERIAL)) {
            return item.material(key.substring(MATERIAL.length()))
                    .map(Material::name)
                    .orElse(key);
        }
        return item.field(key.replaceFirst("^" + FIELD, "")).map(Field::label).orElse(key);
    }

    private static String askedWords(Casebook.Opened opened) {
        return opened.lines().reversed().stream()
                .filter(line -> line.entry().event() instanceof CaseEvent.FormReturned
                        || line.entry().event() instanceof CaseEvent.SupplementAsked)
                .map(line -> Objects.toString(line.words().get("text"), ""))
                .findFirst()
                .orElse("");
    }

    private static List<WindowCase.SlipLink> slips(Casebook.Opened opened, Actor by) {
        return opened.lines().stream()
                .filter(line -> Slips.titleOf(line, by) != null)
                .map(line -> new WindowCase.SlipLink(
                        line.entry().seq(),
                        String.valueOf(Slips.titleOf(line, by)),
                        line.entry().at()))
                .toList();
    }

    private static List<WindowCase.Result> results(Casebook.Opened opened) {
        var results = new ArrayList<WindowCase.Result>();
        for (var line : opened.lines()) {
            if (line.entry().event() instanceof CaseEvent.Decided decided) {
                results.add(new WindowCase.Result(
                        opened.file().leg(decided.leg()).name(),
                        decided.outcome().label(),
                        CounterWords.tone(CaseState.DECIDED, decided.outcome()),
                        decided.results()));
            }
        }
        return results;
    }
}
