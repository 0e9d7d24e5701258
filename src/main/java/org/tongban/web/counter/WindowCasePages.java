package org.tongban.web.counter;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.files.Files;
import org.tongban.files.Pictures;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;
import org.tongban.web.applicant.Uploads;

/** 窗口办件页: a case as its window sees it, its papers, and what can be printed for it. */
@Controller
@RequestMapping("/counter/cases/{number}")
@Door.Only(Role.CLERK)
class WindowCasePages {
    private final Templates templates;
    private final WindowCases cases;
    private final Slips slips;
    private final Files files;
    private final ReadLog log;

    WindowCasePages(Templates templates, WindowCases cases, Slips slips, Files files, ReadLog log) {
        this.templates = templates;
        this.cases = cases;
        this.slips = slips;
        this.files = files;
        this.log = log;
    }

    /** A case that is not at this window can be gone on with once its applicant is here (policy M-23). */
    @GetMapping
    Reply show(
            Page page,
            @PathVariable String number,
            @RequestParam @Nullable String material,
            Actor by,
            HttpServletRequest request) {
        if (!cases.here(WindowCases.id(number), by)) {
            return Reply.seeOther("/counter/attend?number=" + number);
        }
        var view = cases.open(number, by, new WindowCases.Look(null, material));
        return Reply.show(templates.counterCase(page, view, Notice.take(request)));
    }

    @GetMapping("/reveal")
    Reply back(@PathVariable String number) {
        return Reply.seeOther("/counter/cases/" + number);
    }

    /** One personal value in full, with a reason that is logged (policy D-26). */
    @PostMapping("/reveal")
    Reply reveal(
            Page page,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String reason,
            Actor by) {
        if (!ReadLog.Reason.isValid(reason)) {
            return Reply.seeOther("/counter/cases/" + number);
        }
        var view = cases.open(number, by, new WindowCases.Look(part, null));
        log.unmask(by, view.file().number().toString(), part, new ReadLog.Reason(reason));
        return Reply.show(templates.counterCase(page, view, null));
    }

    /** 收件凭证、告知书, for printing. */
    @GetMapping("/slips/{seq}")
    Reply slip(Page page, @PathVariable String number, @PathVariable int seq, HttpServletRequest request, Actor by) {
        boolean justNow = request.getParameter("new") != null;
        return Reply.show(templates.counterSlip(page, slips.of(number, seq, by), justNow));
    }

    /** A file of the case, as an attachment only. */
    @GetMapping("/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable UUID file, Actor by) {
        var info = cases.file(number, file, by);
        log.record(by, ReadLog.What.MATERIAL, number, info.name());
        return files.read(file, WindowCases.id(number))
                .map(bytes -> Uploads.attachment(info.name(), bytes))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/files/{file}/pages/{leaf}")
    ResponseEntity<byte[]> leaf(
            @PathVariable String number, @PathVariable UUID file, @PathVariable int leaf, Actor by) {
        try {
            return ResponseEntity.ok()
                    .contentType(MediaType.IMAGE_JPEG)
                    .cacheControl(CacheControl.noStore())
                    .body(cases.picture(number, file, leaf, by));
        } catch (Pictures.NotDrawn e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }
}
