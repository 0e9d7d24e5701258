package org.tongban.web.admin;

import gg.jte.generated.precompiled.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tongban.casework.CaseNumber;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;
import org.tongban.identity.SecurityLog;
import org.tongban.web.Names;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 日志审计: who read whose data and why, and who changed what may be done; searched by person, case and time (D-20, D-21). */
@Controller
@RequestMapping("/admin")
@Door.Only(Role.AUDIT_ADMIN)
class LogsPages {
    private static final int PAGE = 50;

    private final Templates templates;
    private final ReadLog reads;
    private final SecurityLog security;
    private final Names names;

    LogsPages(Templates templates, ReadLog reads, SecurityLog security, Names names) {
        this.templates = templates;
        this.reads = reads;
        this.security = security;
        this.names = names;
    }

    @GetMapping("/reads")
    Reply reads(Page page, LogQuery asked, Actor by) {
        var rows = reads.find(
                by, new ReadLog.Query(read(asked.object()), emptyAsNull(asked.account()), asked.bound(), PAGE + 1));
        var shown = rows.stream().limit(PAGE).toList();
        var next =
                rows.size() > PAGE ? asked.next("/admin/reads", shown.getLast().at()) : null;
        return Reply.show(templates.adminReads(page, asked, shown, names, next));
    }

    @GetMapping("/security")
    Reply security(Page page, LogQuery asked, Actor by) {
        var rows = security.find(
                by,
                new SecurityLog.Query(
                        emptyAsNull(asked.account()), emptyAsNull(asked.object()), asked.bound(), PAGE + 1));
        var shown = rows.stream().limit(PAGE).toList();
        var next = rows.size() > PAGE
                ? asked.next("/admin/security", shown.getLast().at())
                : null;
        return Reply.show(templates.adminSecurity(page, asked, shown, names, next));
    }

    /** A case number however it was typed; else as it is. */
    private static @Nullable String read(String object) {
        return emptyAsNull(CaseNumber.parse(object).map(CaseNumber::toString).orElse(object));
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
