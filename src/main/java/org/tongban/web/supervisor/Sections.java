package org.tongban.web.supervisor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.identity.Role;
import org.tongban.web.LinkTo;
import org.tongban.web.Visitor;
import org.tongban.web.Words;

/** 栏目: the parts of the supervisor's pages, and of what departments see of them. */
public final class Sections {
    private static final Map<String, String> SUPERVISOR = ordered(
            "/supervisor", "总览",
            "/supervisor/tasks", "任务",
            "/supervisor/late", "超期预警",
            "/supervisor/orders", "督办单",
            "/supervisor/tickets", "办不成事",
            "/supervisor/reports", "年度报送",
            "/supervisor/figures", "统计",
            "/supervisor/exports", "导出");

    private static final Map<String, String> MANAGER =
            ordered("/manager/tasks", "任务进展", "/manager/reports", "年度报送", "/orders", "督办单", "/tickets", "办不成事");

    private static final Map<String, String> APPROVER =
            ordered("/orders", "督办单", "/tickets", "办不成事", "/manager/reports", "年度报送");
    private static final Map<String, String> OFFICE = ordered("/orders", "督办单", "/tickets", "办不成事");

    private Sections() {}

    /** @param current path of the section that is shown */
    public static List<LinkTo> supervisor(String current) {
        return links(SUPERVISOR, current);
    }

    /** What this visitor sees of supervision: the coordination office all of it, departments what they answer for. */
    public static List<LinkTo> of(Visitor visitor, String current) {
        if (visitor.is(Role.SUPERVISOR)) {
            return supervisor("/supervisor" + current.replaceFirst("^/manager", ""));
        }
        return visitor.is(Role.MANAGER)
                ? manager(current)
                : links(visitor.is(Role.APPROVER) ? APPROVER : OFFICE, current);
    }

    public static List<LinkTo> manager(String current) {
        return links(MANAGER, current);
    }

    private static List<LinkTo> links(Map<String, String> sections, String current) {
        return sections.entrySet().stream()
                .map(section -> new LinkTo(
                        section.getKey(),
                        Words.t(section.getValue()),
                        section.getKey().equals(current)))
                .toList();
    }

    private static Map<String, String> ordered(String... pathsAndTexts) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            map.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return map;
    }
}
