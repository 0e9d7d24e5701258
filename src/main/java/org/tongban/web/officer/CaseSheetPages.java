package org.tongban.web.officer;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.casework.Act;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Names;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;
import org.tongban.web.Shown;
import org.tongban.web.ShownAnswers;

/** 办件总览页: everything of one case on one screen, personal values covered, and what can be done about it as buttons. */
@Controller
@RequestMapping("/desk/cases/{number}")
@Door.Only({Role.OFFICER, Role.APPROVER, Role.CHECKER, Role.CLERK})
class CaseSheetPages {
    private static final String TEXT = "text";

    private final Templates templates;
    private final CaseSheets sheets;
    private final Casework casework;
    private final Casebook casebook;
    private final ReadLog log;
    private final Regions regions;
    private final CaseHeads heads;
    private final Names names;

    CaseSheetPages(
            Templates templates,
            CaseSheets sheets,
            Casework casework,
            Casebook casebook,
            ReadLog log,
            Regions regions,
            CaseHeads heads,
            Names names) {
        this.templates = templates;
        this.sheets = sheets;
        this.casework = casework;
        this.casebook = casebook;
        this.log = log;
        this.regions = regions;
        this.heads = heads;
        this.names = names;
    }

    /** An office that is only asked something is led to what it is asked. */
    @GetMapping
    Reply show(
            Page page,
            @PathVariable String number,
            @RequestParam @Nullable String material,
            Actor by,
            HttpServletRequest request) {
        long id = CasePaths.id(number);
        var file = casework.find(id, by).orElseThrow(() -> new NoSuchCase(id));
        var away = casebook.sentAway(file, by);
        if (away.isPresent()) {
            return Reply.show(templates.officerSentAway(
                    page,
                    heads.of(file).item().name(),
                    away.get(),
                    names.office(away.get().to())));
        }
        if (!casebook.whole(file, by)) {
            int task = file.tasks().stream()
                    .filter(one -> one.kind() == TaskKind.INQUIRY && by.worksAt(one.office()))
                    .max(Comparator.comparing(one -> one.state().open()))
                    .map(Task::no)
                    .orElseThrow(() -> new NoSuchCase(id));
            return Reply.seeOther(CasePaths.inquiry(number, task));
        }
        var sheet = sheets.open(id, new CaseSheets.Looking(material, null), by);
        return Reply.show(templates.officerCase(page, sheet, Notice.take(request), Filled.empty(regions), null));
    }

    /** Where signing in again leads after a lost session. */
    @GetMapping({"/reveal", "/messages"})
    Reply back(@PathVariable String number) {
        return Reply.seeOther(CasePaths.of(number));
    }

    /** One personal value in full, with the reason; that it was looked at is logged before it is shown (policy D-26). */
    @PostMapping("/reveal")
    Reply reveal(
            Page page,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String reason,
            Actor by) {
        if (!ReadLog.Reason.isValid(reason)) {
            return Reply.seeOther(CasePaths.of(number));
        }
        var sheet = sheets.open(CasePaths.id(number), new CaseSheets.Looking(null, part), by);
        var value = personal(sheet).filter(shown -> part.equals(shown.part())).findFirst();
        if (value.isEmpty()) {
            return Reply.seeOther(CasePaths.of(number));
        }
        log.unmask(by, sheet.number(), value.get().label(), new ReadLog.Reason(reason));
        return Reply.show(templates.officerCase(page, sheet, null, Filled.empty(regions), null));
    }

    private static Stream<Shown> personal(CaseSheet sheet) {
        return Stream.of(sheet.applicant().stream(), sheet.agent().stream(), ShownAnswers.all(sheet.answers()))
                .flatMap(shown -> shown);
    }

    /**
     * 留言.
     *
     * @param show asks to show again what was typed, and to send nothing
     */
    record Written(
            @Nullable String text,
            @Nullable Integer revision,
            @Nullable String show) {}

    @PostMapping("/messages")
    Reply write(Page page, @PathVariable String number, Written written, Actor by, HttpServletRequest request) {
        long id = CasePaths.id(number);
        var text = Objects.requireNonNullElse(written.text(), "").strip();
        var typed = new Filled(Map.of(TEXT, List.of(text)), Map.of(), regions);
        if (written.show() != null) {
            return Reply.show(
                    templates.officerCase(page, sheets.open(id, CaseSheets.Looking.AROUND, by), null, typed, null));
        }
        try {
            int revision = Objects.requireNonNullElse(written.revision(), 0);
            casework.act(id, revision, Act.of(Move.WRITE, Map.of(TEXT, text)), by);
            Notice.of("留言已经发给申请人").keep(request);
            return Reply.seeOther(CasePaths.of(number));
        } catch (RefusedMove e) {
            var sheet = sheets.open(id, CaseSheets.Looking.AROUND, by);
            var shown = templates.officerCase(page, sheet, null, typed, e.refusal());
            return e.refusal() instanceof Refusal.Stale
                    ? new Reply.Tell(HttpStatus.CONFLICT.value(), shown)
                    : Reply.again(shown);
        }
    }
}
