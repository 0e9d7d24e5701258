package org.tongban.web.admin;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tongban.calendar.MovableTime;
import org.tongban.casework.Sweep;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 演示时钟: lets days pass in the demonstration, and does at once what falls due by it. */
@Controller
@Profile("demo")
@RequestMapping("/admin/clock")
@Door.Only(Role.SYSTEM_ADMIN)
class ClockPages {
    private static final int MOST_DAYS = 400;

    private final Templates templates;
    private final MovableTime time;
    private final Sweep sweep;
    private final Regions regions;

    ClockPages(Templates templates, MovableTime time, Sweep sweep, Regions regions) {
        this.templates = templates;
        this.time = time;
        this.sweep = sweep;
        this.regions = regions;
    }

    @GetMapping
    Reply show(Page page, HttpServletRequest request) {
        return Reply.show(templates.adminClock(page, time.now(), Filled.empty(regions), Notice.take(request)));
    }

    @PostMapping
    Reply advance(Page page, HttpServletRequest request) {
        var filled = FormPost.of(List.of(), request.getParameterMap(), regions).filled();
        var typed = new Typed(filled);
        var days = typed.required("days", "天数", 3);
        if (!days.isEmpty()
                && (!days.matches("\\d{1,3}") || Integer.parseInt(days) < 1 || Integer.parseInt(days) > MOST_DAYS)) {
            typed.wrong("days", "天数应在 1 到 " + MOST_DAYS + " 之间；时间只能向前");
        }
        if (!typed.right()) {
            return Reply.again(templates.adminClock(page, time.now(), typed.again(), null));
        }
        time.advance(Duration.ofDays(Integer.parseInt(days)));
        Notice.of("向前拨了 {0} 天，到期办理了 {1} 项", days, sweep.run()).keep(request);
        return Reply.seeOther("/admin/clock");
    }
}
