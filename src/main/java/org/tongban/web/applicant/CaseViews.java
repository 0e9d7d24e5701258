package org.tongban.web.applicant;

import static org.tongban.web.Words.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Entry;
import org.tongban.casework.Move;
import org.tongban.casework.MoveForm;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.casework.Wording;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Material;
import org.tongban.files.Files;
import org.tongban.identity.Actor;
import org.tongban.identity.ReadLog;
import org.tongban.places.Regions;
import org.tongban.ratings.Ratings;
import org.tongban.web.DueIn;
import org.tongban.web.PartLines;
import org.tongban.web.Shown;
import org.tongban.web.ShownAnswers;
import org.tongban.web.ToldList;
import org.tongban.web.WhoActs;

/** 我的办件的拼成: reads a case whole for its applicant or agent; opening one is logged. */
@Component
class CaseViews {
    private static final String MATERIAL = "material.";
    private static final String FIELD = "field.";

    private final Casework casework;
    private final Casebook casebook;
    private final Catalogue catalogue;
    private final Files files;
    private final ReadLog log;
    private final OfficeCards offices;
    private final Regions regions;
    private final HolidayCalendar calendar;
    private final Time time;
    private final ToldList told;
    private final Ratings ratings;
    private final PartLines parts;
    private final CaseView.RemedyLimits remedies;

    CaseViews(
            Casework casework,
            Casebook casebook,
            Catalogue catalogue,
            Files files,
            ReadLog log,
            OfficeCards offices,
            Regions regions,
            HolidayCalendar calendar,
            Time time,
            ToldList told,
            Ratings ratings,
            PartLines parts,
            @Value("${tongban.remedies.reconsideration-days:60}") int reconsiderationDays,
            @Value("${tongban.remedies.litigation-months:6}") int litigationMonths) {
        this.casework = casework;
        this.casebook = casebook;
        this.catalogue = catalogue;
        this.files = files;
        this.log = log;
        this.offices = offices;
        this.regions = regions;
        this.calendar = calendar;
        this.time = time;
        this.told = told;
        this.ratings = ratings;
        this.parts = parts;
        this.remedies = new CaseView.RemedyLimits(reconsiderationDays, litigationMonths);
    }

    /**
     * @param seen the personal value that is shown in full; null: none
     * @throws org.tongban.casework.NoSuchCase where there is none that concerns this person
     */
    CaseView open(long id, Actor by, @Nullable String seen) {
        var opened = casebook.open(id, by);
        log.record(by, ReadLog.What.CASE, opened.file().number().toString());
        var file = opened.file();
        var item = catalogue.version(file.itemId(), file.itemVersion());
        var agent = opened.filed().agent();
        return new CaseView(
                file,
                item,
                agent == null ? null : Objects.toString(agent.get("name"), null),
                opened.filed().relation(),
                WhoActs.subject(new ShownAnswers(regions, null), item, opened.filed()).stream()
                        .map(Shown::text)
                        .toList(),
                past(opened, by),
                messages(opened, by),
                handlers(file),
                asked(opened, item),
                results(opened),
                new ShownAnswers(regions, seen)
                        .lines(item.form(), opened.filed().answers()),
                handedIn(opened, item),
                doable(casework.possible(file, by)),
                clock(file),
                item.remedies() == Item.Remedies.ADMINISTRATIVE ? remedies : null,
                told.of(id, false),
                ratings.of(opened, by),
                parts.of(file, item),
                stops(opened));
    }

    /** The special procedures that are going on, each with what was told in writing. */
    private static List<CaseView.Stop> stops(Casebook.Opened opened) {
        var file = opened.file();
        var stops = new ArrayList<CaseView.Stop>();
        for (var line : opened.lines()) {
            if (line.entry().event() instanceof CaseEvent.Paused paused) {
                boolean goesOn = file.intervals().stream()
                        .anyMatch(i -> i.leg() == paused.leg()
                                && !i.running()
                                && i.endedAt() == null
                                && i.startedAt().equals(line.entry().at()));
                if (goesOn) {
                    var part = file.legs().size() > 1 ? file.leg(paused.leg()).name() : null;
                    stops.add(new CaseView.Stop(
                            part, paused.procedure(), line.entry().at(), paused.expectedDays(), text(line)));
                }
            }
        }
        return stops;
    }

    private List<CaseView.Past> past(Casebook.Opened opened, Actor by) {
        return opened.lines().stream()
                .filter(line -> Wording.forApplicant(line.entry().event()))
                .map(line -> new CaseView.Past(
                        line.entry().at(),
                        who(line.entry().by(), by),
                        line.entry().event()))
                .toList();
    }

    /** Offices by name, not who sits there; oneself as 您. */
    private String who(Entry.By acted, Actor reader) {
        if (acted.id().equals(reader.id())) {
            return "您";
        }
        if (acted.id().equals(Actor.CLOCK.id())) {
            return t("系统自动");
        }
        return acted.office() == null
                ? acted.name()
                : offices.of(acted.office()).name();
    }

    private List<CaseView.Message> messages(Casebook.Opened opened, Actor by) {
        return opened.lines().stream()
                .filter(line -> line.entry().event() instanceof CaseEvent.MessageWritten)
                .map(line -> new CaseView.Message(
                        line.entry().at(),
                        who(line.entry().by(), by),
                        line.entry().by().id().equals(by.id()),
                        text(line)))
                .toList();
    }

    private static String text(Casebook.Line line) {
        return Objects.toString(line.words().get("text"), "");
    }

    private List<CaseView.Handler> handlers(Casefile file) {
        var parts = new LinkedHashMap<String, String>();
        file.legs().forEach(leg -> parts.merge(leg.office(), leg.name(), (one, other) -> one + "、" + other));
        return parts.entrySet().stream()
                .map(part -> new CaseView.Handler(part.getValue(), offices.of(part.getKey())))
                .toList();
    }

    private static CaseView.@Nullable AskedFor asked(Casebook.Opened opened, Item item) {
        var file = opened.file();
        boolean waits =
                file.state() == CaseState.SUPPLEMENTING || (file.state() == CaseState.RECEIVED && file.formReturned());
        if (!waits) {
            return null;
        }
        var until = file.openTasks().stream()
                .filter(task -> task.kind() == TaskKind.SUPPLEMENT)
                .map(Task::dueOn)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var words = opened.lines().reversed().stream()
                .filter(line -> line.entry().event() instanceof CaseEvent.SupplementAsked
                        || line.entry().event() instanceof CaseEvent.FormReturned)
                .map(CaseViews::text)
                .findFirst()
                .orElse("");
        return new CaseView.AskedFor(
                until,
                words,
                file.askedFor().stream().map(what -> named(item, what)).toList());
    }

    static String named(Item item, String what) {
        if (what.startsWith(MATERIAL)) {
            return item.material(what.substring(MATERIAL.length()))
                    .map(Material::name)
                    .orElse(what);
        }
        return item.field(what.substring(Math.min(what.length(), FIELD.length())))
                .map(Field::label)
                .orElse(what);
    }

    private static List<CaseView.Result> results(Casebook.Opened opened) {
        var file = opened.file();
        var results = new ArrayList<CaseView.Result>();
        for (var line : opened.lines()) {
            switch (line.entry().event()) {
                case CaseEvent.Decided decided ->
                    results.add(new CaseView.Result(
                            file.leg(decided.leg()).name(),
                            decided.outcome(),
                            Time.dateOf(line.entry().at()),
                            decided.results(),
                            decided.grounds(),
                            text(line)));
                case CaseEvent.Declined declined -> results.add(ended(file, line, declined.ground()));
                case CaseEvent.Terminated terminated -> results.add(ended(file, line, terminated.ground()));
                default -> {}
            }
        }
        return results;
    }

    private static CaseView.Result ended(Casefile file, Casebook.Line line, String ground) {
        return new CaseView.Result(
                file.leg(1).name(),
                Objects.requireNonNull(file.outcome()),
                Time.dateOf(line.entry().at()),
                List.of(),
                List.of(ground),
                text(line));
    }

    private List<CaseView.Handed> handedIn(Casebook.Opened opened, Item item) {
        var byId = files.of(opened.file().casefileId()).stream()
                .collect(Collectors.toMap(info -> info.id().toString(), info -> info));
        var handed = new ArrayList<CaseView.Handed>();
        var names = new HashMap<String, String>();
        item.materials().forEach(material -> names.put(material.key(), material.name()));
        for (Map.Entry<String, List<String>> entry : opened.filed().materials().entrySet()) {
            for (var id : entry.getValue()) {
                var info = byId.get(id);
                if (info != null) {
                    var material = names.getOrDefault(entry.getKey(), entry.getKey());
                    handed.add(new CaseView.Handed(id, material, info.name(), Uploads.size(info.bytes())));
                }
            }
        }
        return handed;
    }

    private static CaseView.Doable doable(List<MoveForm> possible) {
        var moves = possible.stream().map(MoveForm::move).collect(Collectors.toSet());
        return new CaseView.Doable(
                moves.contains(Move.SUPPLEMENT),
                moves.contains(Move.WITHDRAW),
                moves.contains(Move.TAKE_OVER),
                moves.contains(Move.WRITE));
    }

    private DueIn clock(Casefile file) {
        return file.closed() ? DueIn.uncounted() : dueIn(file.dueOn(), file.paused());
    }

    DueIn dueIn(@Nullable LocalDate due, boolean paused) {
        if (due == null) {
            return DueIn.uncounted();
        }
        var today = time.today();
        var days = calendar.workingDays();
        int left = due.isBefore(today) ? -Math.max(1, days.between(due, today)) : days.between(today, due);
        var running = DueIn.workingDays(due, left);
        return paused ? running.stopped("特别程序") : running;
    }
}
