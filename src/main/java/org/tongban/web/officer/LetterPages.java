package org.tongban.web.officer;

import gg.jte.generated.precompiled.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.casework.Casebook;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 文书页: the paper of one step of a case, ready to be printed. It names the applicant in full, so opening it is logged. */
@Controller
@RequestMapping("/desk/cases/{number}/letters/{seq}")
@Door.Only({Role.OFFICER, Role.APPROVER, Role.CHECKER, Role.CLERK})
class LetterPages {
    private final Templates templates;
    private final Casebook casebook;
    private final Letters letters;
    private final ReadLog log;

    LetterPages(Templates templates, Casebook casebook, Letters letters, ReadLog log) {
        this.templates = templates;
        this.casebook = casebook;
        this.letters = letters;
        this.log = log;
    }

    @GetMapping
    Reply show(Page page, @PathVariable String number, @PathVariable int seq, Actor by) {
        var opened = casebook.open(CasePaths.id(number), by);
        var letter = letters.of(opened, seq).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        log.record(by, ReadLog.What.CASE, opened.file().number().toString(), letter.title());
        return Reply.show(templates.officerLetter(page, letter, CasePaths.of(number)));
    }
}
