package org.tongban.web.officer;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 工作台页: what an office has to do, due first; what is mine; what the office answers for; a case by its number. */
@Controller
@RequestMapping("/desk")
@Door.Only({Role.OFFICER, Role.APPROVER, Role.CHECKER, Role.CLERK})
class DeskPages {
    private final Templates templates;
    private final Desks desks;
    private final Casework casework;
    private final Casebook casebook;

    DeskPages(Templates templates, Desks desks, Casework casework, Casebook casebook) {
        this.templates = templates;
        this.desks = desks;
        this.casework = casework;
        this.casebook = casebook;
    }

    @GetMapping
    Reply desk(Page page, DeskQuery query, Actor by, HttpServletRequest request) {
        var filter = DeskMemory.recall(request, query, by);
        var view = desks.open(filter, query.after(), by);
        return Reply.show(templates.officerDesk(page, view, Notice.take(request), null));
    }

    /** Leads to a case that concerns this office: whole, or what it was asked. */
    @GetMapping("/find")
    Reply find(Page page, @RequestParam(defaultValue = "") String number, Actor by, HttpServletRequest request) {
        var found = CaseNumber.parse(number).flatMap(read -> casework.find(read.id(), by));
        var path = found.map(file -> path(file, by)).orElse(null);
        if (path != null) {
            return Reply.seeOther(path);
        }
        var query = new DeskQuery(null, null, null, null, null, null, null, null);
        var view = desks.open(DeskMemory.recall(request, query, by), null, by);
        return new Reply.Tell(HttpStatus.NOT_FOUND.value(), templates.officerDesk(page, view, null, number));
    }

    private @Nullable String path(Casefile file, Actor by) {
        var number = file.number().toString();
        if (casebook.whole(file, by)) {
            return CasePaths.of(number);
        }
        return file.tasks().reversed().stream()
                .filter(task -> task.kind() == TaskKind.INQUIRY && by.worksAt(task.office()))
                .map(Task::no)
                .findFirst()
                .map(task -> CasePaths.inquiry(number, task))
                .orElse(null);
    }
}
