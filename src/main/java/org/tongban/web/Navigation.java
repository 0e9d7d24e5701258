package org.tongban.web;

import java.util.List;
import org.tongban.identity.Role;

/** 导航: the main links of each role, in Chinese; the header translates them. */
public final class Navigation {
    /** Where the notices are; the header says how many are unread. */
    public static final String NOTICES = "/my/notices";

    /** One main link. */
    public record Link(String path, String text) {}

    private static final Link RATINGS = new Link("/redress", "差评工单");
    private static final Link TOLD = new Link(NOTICES, "通知");
    private static final List<Link> ANYBODY = List.of(
            new Link("/", "首页"), new Link("/items", "办事项"), new Link("/my/cases", "我的办件"), new Link("/help", "帮助"));
    private static final List<Link> APPLICANT = List.of(
            new Link("/", "首页"),
            new Link("/items", "办事项"),
            new Link("/my/cases", "我的办件"),
            TOLD,
            new Link("/help", "帮助"));

    private static final Link APPOINTMENTS = new Link("/appointments", "预约叫号");

    /** What an office is asked by the coordination office. */
    private static final Link ORDERS = new Link("/orders", "督办单");

    private Navigation() {}

    public static List<Link> links(Page page) {
        var actor = page.visitor().actor();
        return actor == null ? ANYBODY : links(actor.role());
    }

    /** Whether the page lies under this link, and under no other that says more of where it is. */
    public static boolean current(Page page, Link link) {
        return leads(page, link)
                && links(page).stream()
                        .noneMatch(other -> other.path().length() > link.path().length() && leads(page, other));
    }

    private static boolean leads(Page page, Link link) {
        return link.path().equals("/") ? page.path().equals("/") : page.within(link.path());
    }

    /** Where the work of a role begins. */
    public static String home(Role role) {
        return links(role).getFirst().path();
    }

    static List<Link> links(Role role) {
        return switch (role) {
            case APPLICANT, PLATFORM, OFFICE_SYSTEM, CLOCK -> APPLICANT;
            case CLERK ->
                List.of(
                        new Link("/counter", "窗口工作台"),
                        new Link("/desk", "办件"),
                        TOLD,
                        APPOINTMENTS,
                        ORDERS,
                        new Link("/items", "事项"));
            case OFFICER ->
                List.of(new Link("/desk", "工作台"), TOLD, RATINGS, APPOINTMENTS, ORDERS, new Link("/items", "事项"));
            case APPROVER -> List.of(new Link("/desk", "工作台"), TOLD, RATINGS, ORDERS, new Link("/items", "事项"));
            case CHECKER -> List.of(new Link("/desk", "工作台"), TOLD, ORDERS, new Link("/items", "事项"));
            case MANAGER ->
                List.of(
                        new Link("/manager", "事项管理"),
                        new Link("/manager/tasks", "任务和报送"),
                        TOLD,
                        new Link("/items", "事项"));
            case SUPERVISOR -> List.of(new Link("/supervisor", "督查"), TOLD, RATINGS, new Link("/items", "事项"));
            case SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN ->
                List.of(new Link("/admin", "系统管理"), new Link("/items", "事项"));
        };
    }
}
