package org.tongban.web.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.TaskKind;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/** 记住的筛选: the filters of a desk stay over the session, each tab's its own and each post's its own. */
final class DeskMemory {
    private static final String NAME = DeskMemory.class.getName();

    private DeskMemory() {}

    /** What the address asks for; where it asks for nothing, what was asked for last. */
    static DeskFilter recall(HttpServletRequest request, DeskQuery query, Actor by) {
        var session = request.getSession();
        var post = by.role() + " " + by.office();
        if (query.bare()) {
            var tab = query.tab() == null
                    ? DeskFilter.Tab.of(kept(session, post + " tab"))
                    : DeskFilter.Tab.of(query.tab());
            var kept = kept(session, post + " " + tab.key());
            return keep(session, post, kept == null ? usual(tab, by) : DeskFilter.of(kept));
        }
        return keep(session, post, DeskFilter.of(query));
    }

    /** An approver begins with what waits for approval, a cooperating department with what it is asked. */
    private static DeskFilter usual(DeskFilter.Tab tab, Actor by) {
        var kind = by.role() == Role.APPROVER ? TaskKind.APPROVAL : by.role() == Role.CHECKER ? TaskKind.INQUIRY : null;
        return tab == DeskFilter.Tab.OFFICE && kind != null
                ? new DeskFilter(tab, "", kind, null, null, false)
                : DeskFilter.all(tab);
    }

    private static DeskFilter keep(HttpSession session, String post, DeskFilter filter) {
        session.setAttribute(NAME + post + " tab", filter.tab().key());
        session.setAttribute(NAME + post + " " + filter.tab().key(), filter.query());
        return filter;
    }

    private static @Nullable String kept(HttpSession session, String key) {
        return (String) session.getAttribute(NAME + key);
    }
}
