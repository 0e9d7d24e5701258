package org.tongban.web.officer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.CaseSearch;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.casework.MoveForm;
import org.tongban.casework.PartProgress;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.identity.Actor;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Names;
import org.tongban.web.PartLines;
import org.tongban.web.ShownAnswers;
import org.tongban.web.ToldList;
import org.tongban.web.WhoActs;

/** 办件总览的拼成: reads a case whole for somebody who works on it; opening one is logged (policy D-21). */
@Component
class CaseSheets {
    private final Casework casework;
    private final Casebook casebook;
    private final CaseSearch search;
    private final Catalogue catalogue;
    private final CaseMaterials materials;
    private final CaseClocks clocks;
    private final CaseHeads heads;
    private final AwaitedApprovals proposals;
    private final ReadLog log;
    private final Names names;
    private final Regions regions;
    private final ToldList told;
    private final PartLines parts;

    CaseSheets(
            Casework casework,
            Casebook casebook,
            CaseSearch search,
            Catalogue catalogue,
            CaseMaterials materials,
            CaseClocks clocks,
            CaseHeads heads,
            AwaitedApprovals proposals,
            ReadLog log,
            Names names,
            Regions regions,
            ToldList told,
            PartLines parts) {
        this.casework = casework;
        this.casebook = casebook;
        this.search = search;
        this.catalogue = catalogue;
        this.materials = materials;
        this.clocks = clocks;
        this.heads = heads;
        this.proposals = proposals;
        this.log = log;
        this.names = names;
        this.regions = regions;
        this.told = told;
        this.parts = parts;
    }

    /**
     * 看什么.
     *
     * @param material key of the material that is looked at; null: the first with files
     * @param seen the personal value that is shown in full; null: none
     */
    record Looking(@Nullable String material, @Nullable String seen) {
        static final Looking AROUND = new Looking(null, null);
    }

    /** @throws org.tongban.casework.NoSuchCase where there is none that this person may read whole */
    CaseSheet open(long id, Looking looking, Actor by) {
        var opened = casebook.open(id, by);
        var file = opened.file();
        log.record(by, ReadLog.What.CASE, file.number().toString());
        var item = catalogue.version(file.itemId(), file.itemVersion());
        var shown = new ShownAnswers(regions, looking.seen());
        var possible = casework.possible(file, by);
        return new CaseSheet(
                heads.of(file),
                moves(file, possible),
                possible.stream().anyMatch(form -> form.move() == Move.WRITE),
                reexaminable(file, by),
                file.legs().stream()
                        .map(leg -> new CaseSheet.Part(leg, names.office(leg.office())))
                        .toList(),
                parts.of(file, item),
                proposals.of(opened, by),
                tasks(file, item, possible, by),
                shown.of(opened.filed().who(), "applicant"),
                WhoActs.agent(shown, item, opened.filed()),
                WhoActs.subject(shown, item, opened.filed()),
                shown.lines(item.form(), opened.filed().answers()),
                materials.of(opened, item, looking.material(), by),
                relations(file, by),
                new CaseHistory(file, item, names).lines(opened.lines()),
                originals(file),
                told.of(id, true));
    }

    static boolean reexaminable(Casefile file, Actor by) {
        return file.closed() && by.role() == Role.OFFICER && by.worksAt(file.office());
    }

    private static List<CaseSheet.MoveButton> moves(Casefile file, List<MoveForm> possible) {
        var base = CasePaths.of(file.number().toString()) + "/moves/";
        return possible.stream()
                .filter(form -> MoveWords.ownPage(form.move()))
                .filter(form -> form.task() == null || !inquiry(file, form.task()))
                .map(form -> new CaseSheet.MoveButton(
                        base + form.move().apiName() + (form.task() == null ? "" : "?task=" + form.task()),
                        form.move(),
                        form.task() == null ? null : form.title()))
                .sorted(Comparator.comparingInt(button -> MoveWords.rank(button.move())))
                .toList();
    }

    private static boolean inquiry(Casefile file, int task) {
        return file.task(task).filter(t -> t.kind() == TaskKind.INQUIRY).isPresent();
    }

    private static @Nullable String part(Casefile file, int leg) {
        return file.legs().size() > 1 ? file.leg(leg).name() : null;
    }

    private List<CaseSheet.TaskLine> tasks(Casefile file, Item item, List<MoveForm> possible, Actor by) {
        return file.tasks().stream()
                .map(task -> line(file, task, PartProgress.isCommon(file, item, task), possible, by))
                .toList();
    }

    private CaseSheet.TaskLine line(Casefile file, Task task, boolean common, List<MoveForm> possible, Actor by) {
        boolean finishable = possible.stream().anyMatch(form -> Objects.equals(form.task(), task.no()));
        var number = file.number().toString();
        var finish =
                switch (task.kind()) {
                    case INQUIRY -> CasePaths.inquiry(number, task.no());
                    case PAY -> CasePaths.of(number) + "/fee/" + task.no();
                    default -> CasePaths.of(number) + "/moves/" + Move.FINISH_STEP.apiName() + "?task=" + task.no();
                };
        return new CaseSheet.TaskLine(
                task.no(),
                common ? null : part(file, task.leg()),
                task.title(),
                task.kind(),
                names.office(task.office()),
                task.state(),
                task.result(),
                task.openedAt(),
                task.endsAt(),
                clocks.of(file, task),
                task.claimedBy() == null ? null : names.person(task.claimedBy()),
                by.id().equals(task.claimedBy()),
                by.worksAt(task.office()) && task.kind().isFor(by.role()),
                finishable ? finish : null);
    }

    private CaseSheet.Relations relations(Casefile file, Actor by) {
        var duplicates = search.duplicates(file.applicant(), file.itemId()).stream()
                .filter(row -> row.casefileId() != file.casefileId())
                .map(row -> related(row, by))
                .toList();
        var linked = new ArrayList<CaseSheet.Related>();
        var first = file.linkedTo();
        if (first != null) {
            linked.add(casework.find(first, by).map(this::related).orElseGet(() -> elsewhere(CaseNumber.of(first))));
        }
        search.linkedTo(file.casefileId()).forEach(row -> linked.add(related(row, by)));
        return new CaseSheet.Relations(duplicates, linked);
    }

    private CaseSheet.Related related(CaseSearch.Row row, Actor by) {
        var number = row.number().toString();
        return new CaseSheet.Related(
                number,
                by.worksAt(row.office()) ? CasePaths.of(number) : null,
                row.state(),
                row.outcome(),
                names.office(row.office()),
                Time.dateOf(row.openedAt().toInstant()));
    }

    private CaseSheet.Related related(Casefile first) {
        var number = first.number().toString();
        return new CaseSheet.Related(
                number,
                CasePaths.of(number),
                first.state(),
                first.outcome(),
                names.office(first.office()),
                Time.dateOf(first.openedAt()));
    }

    private static CaseSheet.Related elsewhere(CaseNumber number) {
        return new CaseSheet.Related(number.toString(), null, null, null, "", null);
    }

    private List<CaseSheet.OriginalLine> originals(Casefile file) {
        return file.originals().stream()
                .map(one -> new CaseSheet.OriginalLine(
                        one.name(),
                        names.office(one.holder()),
                        one.act(),
                        one.to() == null ? null : names.office(one.to()),
                        one.trackingNumber(),
                        one.dueBackOn(),
                        one.at()))
                .toList();
    }
}
