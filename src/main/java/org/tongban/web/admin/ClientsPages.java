package org.tongban.web.admin;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tongban.identity.Actor;
import org.tongban.identity.Client;
import org.tongban.identity.Clients;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.identity.Staffing;
import org.tongban.places.Offices;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Names;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 接口客户端管理: registers a system that may call the API, shows its secret once, and closes it. */
@Controller
@RequestMapping("/admin/clients")
@Door.Only(Role.SECURITY_ADMIN)
class ClientsPages {
    private static final int LINE = 100;
    private static final String SECRET = ClientsPages.class.getName() + ".secret";

    private final Templates templates;
    private final Clients clients;
    private final Offices offices;
    private final Names names;
    private final Regions regions;

    ClientsPages(Templates templates, Clients clients, Offices offices, Names names, Regions regions) {
        this.templates = templates;
        this.clients = clients;
        this.offices = offices;
        this.names = names;
        this.regions = regions;
    }

    @GetMapping
    Reply list(Page page, HttpServletRequest request) {
        var session = request.getSession();
        var secret = session.getAttribute(SECRET) instanceof ClientView.Secret made ? made : null;
        session.removeAttribute(SECRET);
        return Reply.show(list(page, Filled.empty(regions), secret, Notice.take(request)));
    }

    private JteModel list(Page page, Filled filled, ClientView.@Nullable Secret secret, @Nullable Notice notice) {
        var shown = clients.all().stream()
                .map(client -> new ClientView(client, client.office() == null ? "" : names.office(client.office())))
                .toList();
        return templates.adminClients(page, shown, filled, secret, notice);
    }

    @PostMapping
    Reply register(Page page, Actor by, HttpServletRequest request) {
        var filled = FormPost.of(List.of(), request.getParameterMap(), regions).filled();
        var typed = new Typed(filled);
        var client = read(filled, typed);
        if (client != null) {
            try {
                var secret = clients.register(by, client);
                request.getSession().setAttribute(SECRET, new ClientView.Secret(client.id(), secret));
                return Reply.seeOther("/admin/clients");
            } catch (Staffing.Refused e) {
                typed.wrong("id", String.valueOf(e.getMessage()));
            }
        }
        return Reply.again(list(page, typed.again(), null, null));
    }

    private @Nullable Client read(Filled filled, Typed typed) {
        var id = typed.required("id", "客户端编号", LINE);
        if (!id.isEmpty() && !id.matches("[a-z0-9][a-z0-9.-]*")) {
            typed.wrong("id", "客户端编号只用小写字母、数字、点和连字符");
        }
        var name = typed.required("name", "名称", LINE);
        var platform = filled.value("role").equals(Role.PLATFORM.name());
        if (!platform && !filled.value("role").equals(Role.OFFICE_SYSTEM.name())) {
            typed.wrong("role", "请选择类型");
        }
        var office = typed.optional("office", LINE);
        if (!platform && offices.byCode(office).isEmpty()) {
            typed.wrong("office", office.isEmpty() ? "请填写所代表机构的代码" : "没有这个机构：" + office);
        }
        var assurance = filled.value("assurance");
        if (platform && !assurance.matches("[2-5]")) {
            typed.wrong("assurance", "请选择平台核验身份的级别");
        }
        return typed.right()
                ? new Client(
                        id,
                        name,
                        platform ? Role.PLATFORM : Role.OFFICE_SYSTEM,
                        platform ? null : office,
                        platform ? Integer.parseInt(assurance) : Actor.IN_PERSON)
                : null;
    }

    @PostMapping("/{id}/close")
    Reply close(@PathVariable String id, Actor by, HttpServletRequest request) {
        try {
            clients.close(by, id);
            Notice.of("已停用客户端 {0}，一分钟内失效", id).keep(request);
        } catch (Staffing.Refused e) {
            Notice.of("没有变动")
                    .withProblems(List.of(String.valueOf(e.getMessage())))
                    .keep(request);
        }
        return Reply.seeOther("/admin/clients");
    }
}
