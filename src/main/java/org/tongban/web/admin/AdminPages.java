package org.tongban.web.admin;

import gg.jte.generated.precompiled.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 管理首页: what this administrator administers. */
@Controller
@Door.Only({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
class AdminPages {
    private final Templates templates;

    AdminPages(Templates templates) {
        this.templates = templates;
    }

    @GetMapping("/admin")
    Reply home(Page page) {
        return Reply.show(templates.adminHome(page));
    }
}
