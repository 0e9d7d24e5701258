package org.tongban.web.applicant;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.casework.Act;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.files.Files;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 办件页: where a case of mine stands, who has it, what I can do: write, withdraw, take it over. */
@Controller
@RequestMapping("/my/cases/{number}")
@Door.Only(Role.APPLICANT)
class CasePages {
    private static final String TEXT = "text";
    private static final int LONGEST_REASON = 200;

    private final Templates templates;
    private final CaseViews views;
    private final Casework casework;
    private final Casebook casebook;
    private final Files files;
    private final ReadLog log;
    private final Regions regions;

    CasePages(
            Templates templates,
            CaseViews views,
            Casework casework,
            Casebook casebook,
            Files files,
            ReadLog log,
            Regions regions) {
        this.templates = templates;
        this.views = views;
        this.casework = casework;
        this.casebook = casebook;
        this.files = files;
        this.log = log;
        this.regions = regions;
    }

    @GetMapping
    Reply show(Page page, @PathVariable String number, Actor by) {
        return Reply.show(templates.applicantCase(page, view(number, by, null), Filled.empty(regions), null));
    }

    /** 已提交: the number, the list of what was handed in (policy L-01), and what happens next by when. */
    @GetMapping("/submitted")
    Reply submitted(Page page, @PathVariable String number, Actor by) {
        return Reply.show(templates.applicantSubmitted(page, view(number, by, null)));
    }

    /** Where signing in again leads after a lost session. */
    @GetMapping({"/messages", "/take-over", "/reveal"})
    Reply back(@PathVariable String number) {
        return Reply.seeOther("/my/cases/" + number);
    }

    /** One personal value of my own in full; that it was looked at is logged (policy D-26). */
    @PostMapping("/reveal")
    Reply reveal(
            Page page,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String reason,
            Actor by) {
        if (!ReadLog.Reason.isValid(reason)) {
            return Reply.seeOther("/my/cases/" + number);
        }
        var view = view(number, by, part);
        log.unmask(by, view.file().number().toString(), part, new ReadLog.Reason(reason));
        return Reply.show(templates.applicantCase(page, view, Filled.empty(regions), null));
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

    /** What was typed before a lost session is shown again before it is sent. */
    @PostMapping("/messages")
    Reply write(Page page, @PathVariable String number, Written written, Actor by) {
        var text = Objects.requireNonNullElse(written.text(), "").strip();
        if (written.show() != null) {
            return Reply.show(templates.applicantCase(page, view(number, by, null), typed(text), null));
        }
        int revision = Objects.requireNonNullElse(written.revision(), 0);
        return make(
                new Attempt(page, number, revision, Act.of(Move.WRITE, Map.of(TEXT, text)), by), "?sent=yes#messages");
    }

    @PostMapping("/take-over")
    Reply takeOver(Page page, @PathVariable String number, @RequestParam(defaultValue = "0") int revision, Actor by) {
        return make(new Attempt(page, number, revision, Act.of(Move.TAKE_OVER), by), "");
    }

    @GetMapping("/withdraw")
    Reply askWithdraw(Page page, @PathVariable String number, Actor by) {
        var view = view(number, by, null);
        return view.doable().withdraw()
                ? Reply.show(templates.applicantWithdraw(page, view, Filled.empty(regions), null))
                : Reply.seeOther(view.path());
    }

    @PostMapping("/withdraw")
    Reply withdraw(
            Page page,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") int revision,
            Actor by) {
        var words = text.strip();
        var fields = words.isEmpty()
                ? Map.<String, Object>of()
                : Map.<String, Object>of(TEXT, words.substring(0, Math.min(LONGEST_REASON, words.length())));
        try {
            casework.act(id(number), revision, Act.of(Move.WITHDRAW, fields), by);
            return Reply.seeOther("/my/cases/" + number);
        } catch (RefusedMove e) {
            return told(e, templates.applicantWithdraw(page, view(number, by, null), typed(text), e.refusal()));
        }
    }

    /** 一次办理: a move of the applicant, with what is needed to show the page again. */
    private record Attempt(Page page, String number, int revision, Act act, Actor by) {}

    private Reply make(Attempt attempt, String part) {
        try {
            casework.act(id(attempt.number()), attempt.revision(), attempt.act(), attempt.by());
            return Reply.seeOther("/my/cases/" + attempt.number() + part);
        } catch (RefusedMove e) {
            var view = view(attempt.number(), attempt.by(), null);
            var typed = typed(String.valueOf(attempt.act().fields().getOrDefault(TEXT, "")));
            return told(e, templates.applicantCase(attempt.page(), view, typed, e.refusal()));
        }
    }

    /** Refused: the page again, as it stands now, with the reason and with what was typed. */
    private static Reply told(RefusedMove refused, JteModel page) {
        return refused.refusal() instanceof Refusal.Stale
                ? new Reply.Tell(HttpStatus.CONFLICT.value(), page)
                : Reply.again(page);
    }

    private Filled typed(String text) {
        return new Filled(Map.of(TEXT, List.of(text)), Map.of(), regions);
    }

    /** A file of the case, as an attachment only. */
    @GetMapping("/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable UUID file, Actor by) {
        var found = casework.find(id(number), by)
                .filter(of -> casebook.whole(of, by))
                .orElseThrow(() -> new NoSuchCase(id(number)));
        log.record(by, ReadLog.What.MATERIAL, file.toString());
        var name = files.of(found.casefileId()).stream()
                .filter(info -> info.id().equals(file))
                .map(Files.Info::name)
                .findFirst();
        return files.read(file, found.casefileId())
                .map(bytes -> Uploads.attachment(name.orElse("file"), bytes))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private CaseView view(String number, Actor by, @Nullable String seen) {
        return views.open(id(number), by, seen);
    }

    static long id(String number) {
        return CaseNumber.parse(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
    }
}
