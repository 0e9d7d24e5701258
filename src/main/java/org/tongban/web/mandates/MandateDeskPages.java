package org.tongban.web.mandates;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Catalogue;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Mandates;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;
import org.tongban.identity.Vault;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 登记授权: at a window, for those who do not sign in: a guardian, a relative with a paper, a body's own people (policies N-22, M-25). */
@Controller
@RequestMapping("/counter/mandates")
@Door.Only(Role.CLERK)
class MandateDeskPages {
    private final Templates templates;
    private final Mandates mandates;
    private final Catalogue catalogue;
    private final Vault vault;
    private final ReadLog log;
    private final Regions regions;
    private final Time time;

    MandateDeskPages(
            Templates templates,
            Mandates mandates,
            Catalogue catalogue,
            Vault vault,
            ReadLog log,
            Regions regions,
            Time time) {
        this.templates = templates;
        this.mandates = mandates;
        this.catalogue = catalogue;
        this.vault = vault;
        this.log = log;
        this.regions = regions;
        this.time = time;
    }

    @GetMapping
    Reply show(Page page, HttpServletRequest request) {
        var today = time.today();
        var filled = new Filled(
                Map.of(
                        "from-year", List.of(String.valueOf(today.getYear())),
                        "from-month", List.of(String.valueOf(today.getMonthValue())),
                        "from-day", List.of(String.valueOf(today.getDayOfMonth()))),
                Map.of(),
                regions);
        return shown(page, filled, List.of(), Notice.take(request));
    }

    private Reply.Show shown(Page page, Filled filled, List<MandatePages.Line> known, @Nullable Notice notice) {
        return new Reply.Show(
                templates.mandatesDesk(page, MandatePages.offered(null, catalogue), filled, known, notice));
    }

    @PostMapping
    Reply register(Page page, HttpServletRequest request, Actor by) {
        var post = FormPost.of(List.of(), request.getParameterMap(), regions);
        var form = new MandateForm(post.parameters(), time.today());
        var mandate = form.mandate(form.principal(), form.person("agent", "代办人"), form.proof(), vault);
        if (mandate == null || post.showsAgain()) {
            var filled = post.filled().withErrors(form.errors());
            return Reply.again(
                    templates.mandatesDesk(page, MandatePages.offered(null, catalogue), filled, List.of(), null));
        }
        mandates.give(mandate, by);
        Notice.of("已登记，代办人从起始日起可以在网上和窗口代办。").keep(request);
        return Reply.seeOther("/counter/mandates");
    }

    /** What is registered for somebody who stands here, so that it can be ended. */
    @PostMapping("/find")
    Reply find(Page page, HttpServletRequest request, Actor by) {
        var post = FormPost.of(List.of(), request.getParameterMap(), regions);
        var form = new MandateForm(post.parameters(), time.today());
        var person = form.person("of", "到场人");
        if (person == null) {
            var filled = post.filled().withErrors(form.errors());
            return Reply.again(
                    templates.mandatesDesk(page, MandatePages.offered(null, catalogue), filled, List.of(), null));
        }
        var subject = vault.subject(person);
        log.record(by, ReadLog.What.PERSON, subject, "到窗口查询登记的授权");
        var lines = MandatePages.lines(mandates.concerning(subject), subject, time.today(), catalogue);
        return shown(page, post.filled(), lines, lines.isEmpty() ? Notice.of("这个人没有登记过授权。") : null);
    }

    @PostMapping("/revoke")
    Reply revoke(@RequestParam(defaultValue = "") String id, HttpServletRequest request, Actor by) {
        Notice.of(mandates.revoke(id, by) ? "已撤销，从现在起不能再代办。" : "这份授权早已撤销。").keep(request);
        return Reply.seeOther("/counter/mandates");
    }

    /** Where signing in again leads after a lost session. */
    @GetMapping({"/find", "/revoke"})
    Reply back() {
        return Reply.seeOther("/counter/mandates");
    }
}
