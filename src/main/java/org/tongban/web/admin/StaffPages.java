package org.tongban.web.admin;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.Time;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Post;
import org.tongban.identity.Role;
import org.tongban.identity.StaffAccount;
import org.tongban.identity.Staffing;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Names;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 人员和岗位: the system administrator keeps accounts, the security administrator posts; the auditor sees both (D-22). */
@Controller
@RequestMapping("/admin/staff")
@Door.Only({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
class StaffPages {
    private static final int PAGE = 50;
    private static final int LINE = 100;
    private static final Set<Role> POSTS = EnumSet.of(
            Role.CLERK,
            Role.OFFICER,
            Role.APPROVER,
            Role.CHECKER,
            Role.MANAGER,
            Role.SUPERVISOR,
            Role.SYSTEM_ADMIN,
            Role.SECURITY_ADMIN,
            Role.AUDIT_ADMIN);

    private final Templates templates;
    private final Staffing staffing;
    private final Names names;
    private final Regions regions;
    private final Time time;

    StaffPages(Templates templates, Staffing staffing, Names names, Regions regions, Time time) {
        this.templates = templates;
        this.staffing = staffing;
        this.names = names;
        this.regions = regions;
        this.time = time;
    }

    @GetMapping
    Reply list(
            Page page,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Actor by,
            HttpServletRequest request) {
        return Reply.show(list(page, new Wanted(q, after), Filled.empty(regions), by, Notice.take(request)));
    }

    /** What the list is asked for, and after whom it goes on. */
    private record Wanted(String q, @Nullable String after) {}

    private JteModel list(Page page, Wanted wanted, Filled filled, Actor by, @Nullable Notice notice) {
        var q = wanted.q();
        var rows = staffing.find(by, q, wanted.after(), PAGE + 1);
        var shown = rows.stream().limit(PAGE).toList();
        var next = rows.size() > PAGE
                ? Address.of(
                        "/admin/staff", Map.of("q", q, "after", shown.getLast().id()))
                : null;
        return templates.adminStaff(
                page,
                q,
                shown.stream()
                        .map(account -> StaffView.of(account, names, time.today()))
                        .toList(),
                next,
                by.role() == Role.SYSTEM_ADMIN ? staffing.providers() : null,
                filled,
                notice);
    }

    @PostMapping
    @Door.Only(Role.SYSTEM_ADMIN)
    Reply add(Page page, Actor by, HttpServletRequest request) {
        var filled = FormPost.of(List.of(), request.getParameterMap(), regions).filled();
        var typed = new Typed(filled);
        var name = typed.required("name", "姓名", LINE);
        var provider = typed.required("provider", "统一身份认证", LINE);
        var login = typed.required("login", "登录名", LINE);
        if (typed.right()) {
            try {
                var id = staffing.add(by, name, provider, login);
                Notice.of("已添加{0}，岗位由安全管理员授予", name).keep(request);
                return Reply.seeOther("/admin/staff/" + id);
            } catch (Staffing.Refused e) {
                typed.wrong("login", String.valueOf(e.getMessage()));
            }
        }
        return Reply.again(list(page, new Wanted("", null), typed.again(), by, null));
    }

    @GetMapping("/{id}")
    Reply show(Page page, @PathVariable String id, Actor by, HttpServletRequest request) {
        var filled = new Filled(Map.of("from", List.of(time.today().toString())), Map.of(), regions);
        return Reply.show(show(page, account(id, by), filled, by, Notice.take(request)));
    }

    private JteModel show(Page page, StaffAccount account, Filled filled, Actor by, @Nullable Notice notice) {
        return templates.adminStaffMember(
                page, StaffView.of(account, names, time.today()), roleNames(), by.role(), filled, notice);
    }

    private static Map<String, String> roleNames() {
        var labels = new LinkedHashMap<String, String>();
        POSTS.forEach(role -> labels.put(role.name(), role.label()));
        return labels;
    }

    @PostMapping("/{id}/close")
    @Door.Only(Role.SYSTEM_ADMIN)
    Reply close(@PathVariable String id, Actor by, HttpServletRequest request) {
        var account = account(id, by);
        return told(id, request, () -> {
            staffing.close(by, id);
            return Notice.of("已停用{0}的账号", account.name());
        });
    }

    @PostMapping("/{id}/posts")
    @Door.Only(Role.SECURITY_ADMIN)
    Reply givePost(Page page, @PathVariable String id, Actor by, HttpServletRequest request) {
        var account = account(id, by);
        var filled = FormPost.of(List.of(), request.getParameterMap(), regions).filled();
        var typed = new Typed(filled);
        var office = typed.required("office", "机构代码", LINE);
        var role = POSTS.stream()
                .filter(r -> r.name().equals(filled.value("role")))
                .findFirst();
        if (role.isEmpty()) {
            typed.wrong("role", "请选择岗位");
        }
        var from = typed.date("from", "起始日期");
        var to = typed.optionalDate("to", "截止日期");
        if (from != null && to != null && to.isBefore(from)) {
            typed.wrong("to", "截止日期不能早于起始日期");
        }
        if (typed.right() && role.isPresent() && from != null) {
            try {
                staffing.givePost(by, id, new Post(role.get(), office), from, to);
                Notice.of(
                                "已授予{0}在{1}的岗位：{2}",
                                account.name(), names.office(office), role.get().label())
                        .keep(request);
                return Reply.seeOther("/admin/staff/" + id);
            } catch (Staffing.Refused e) {
                typed.wrong("office", String.valueOf(e.getMessage()));
            }
        }
        return Reply.again(show(page, account, typed.again(), by, null));
    }

    @PostMapping("/{id}/posts/end")
    @Door.Only(Role.SECURITY_ADMIN)
    Reply takePost(
            @PathVariable String id,
            @RequestParam String role,
            @RequestParam String office,
            Actor by,
            HttpServletRequest request) {
        var account = account(id, by);
        var held = account.posts().stream()
                .map(StaffAccount.Held::post)
                .filter(post -> post.role().name().equals(role) && post.office().equals(office))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return told(id, request, () -> {
            staffing.takePost(by, id, held);
            return Notice.of(
                    "已收回{0}在{1}的岗位：{2}",
                    account.name(), names.office(office), held.role().label());
        });
    }

    private static Reply told(String id, HttpServletRequest request, java.util.function.Supplier<Notice> act) {
        try {
            act.get().keep(request);
        } catch (Staffing.Refused e) {
            Notice.of("没有变动")
                    .withProblems(List.of(String.valueOf(e.getMessage())))
                    .keep(request);
        }
        return Reply.seeOther("/admin/staff/" + id);
    }

    private StaffAccount account(String id, Actor by) {
        return staffing.account(by, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
