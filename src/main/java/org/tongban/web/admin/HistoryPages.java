package org.tongban.web.admin;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tongban.casework.HistoryWatch;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;
import org.tongban.web.Names;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 历史核验页: starts a check of every case's history and shows how far it is and what it found (D-21). */
@Controller
@RequestMapping("/admin/history")
@Door.Only(Role.AUDIT_ADMIN)
class HistoryPages {
    private final Templates templates;
    private final HistoryWatch watch;
    private final ReadLog log;
    private final Names names;

    HistoryPages(Templates templates, HistoryWatch watch, ReadLog log, Names names) {
        this.templates = templates;
        this.watch = watch;
        this.log = log;
        this.names = names;
    }

    @GetMapping
    Reply show(Page page, HttpServletRequest request) {
        var status = watch.status();
        return Reply.show(templates.adminHistory(
                page, status, status == null ? "" : names.person(status.by()), Notice.take(request)));
    }

    @PostMapping
    Reply start(Actor by, HttpServletRequest request) {
        log.record(by, ReadLog.What.LOG, "case_history");
        var notice = watch.start(by.id()) ? Notice.of("核验已经开始") : Notice.of("核验正在进行，请等它做完");
        notice.keep(request);
        return Reply.seeOther("/admin/history");
    }
}
