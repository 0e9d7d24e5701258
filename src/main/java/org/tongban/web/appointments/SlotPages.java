package org.tongban.web.appointments;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.appointments.Booking;
import org.tongban.appointments.Queue;
import org.tongban.appointments.Release;
import org.tongban.appointments.SlotBook;
import org.tongban.calendar.Time;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 预约台: an office opens and closes times, and calls who came. */
@Controller
@RequestMapping("/appointments")
@Door.Only({Role.CLERK, Role.OFFICER})
class SlotPages {
    private final Templates templates;
    private final SlotBook slots;
    private final Queue queue;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Time time;

    SlotPages(Templates templates, SlotBook slots, Queue queue, Catalogue catalogue, Regions regions, Time time) {
        this.templates = templates;
        this.slots = slots;
        this.queue = queue;
        this.catalogue = catalogue;
        this.regions = regions;
        this.time = time;
    }

    /** @param done tells that somebody who came was served */
    @GetMapping
    Reply show(
            Page page,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request,
            Actor by) {
        var notice = done == null ? Notice.take(request) : Notice.of("已登记到场办理");
        return Reply.show(templates.appointmentsDesk(page, desk(day, by), Filled.empty(regions), null, notice));
    }

    /** Where signing in again leads after a lost session. */
    @GetMapping({"/release", "/queue", "/call", "/slots/{slot}"})
    Reply back() {
        return Reply.seeOther("/appointments");
    }

    @PostMapping("/release")
    Reply release(Page page, @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, Actor by) {
        return make(page, typed, request, by, () -> {
            int opened = slots.release(release(typed), by);
            return Notice.of("放出了 {0} 个时段", opened);
        });
    }

    @PostMapping("/slots/{slot}")
    Reply close(
            Page page,
            @PathVariable UUID slot,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            Actor by) {
        boolean closed = "yes".equals(typed.getFirst("closed"));
        return make(page, typed, request, by, () -> {
            slots.close(slot, closed, by);
            return Notice.of(closed ? "这个时段不再接受预约，已经约好的照常" : "这个时段恢复预约");
        });
    }

    @PostMapping("/queue")
    Reply draw(Page page, @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, Actor by) {
        return make(page, typed, request, by, () -> {
            var ticket = queue.draw(text(typed, "about"), by);
            return Notice.of("取号：{0}", ticket.printed());
        });
    }

    @PostMapping("/call")
    Reply call(Page page, @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, Actor by) {
        return make(
                page,
                typed,
                request,
                by,
                () -> queue.call(text(typed, "window"), by)
                        .map(t -> Notice.of("请 {0} 号到 {1}", t.printed(), String.valueOf(t.window())))
                        .orElse(Notice.of("现在没有人等候")));
    }

    /** 一次操作. */
    private interface Work {
        Notice run();
    }

    private Reply make(
            Page page, MultiValueMap<String, String> typed, HttpServletRequest request, Actor by, Work work) {
        try {
            work.run().keep(request);
            var day = text(typed, "day");
            return Reply.seeOther(day.isEmpty() ? "/appointments" : "/appointments?day=" + day);
        } catch (RefusedMove e) {
            var filled = new Filled(typed, Map.of(), regions);
            return Reply.again(templates.appointmentsDesk(page, desk(null, by), filled, e.refusal(), null));
        }
    }

    private static Release release(MultiValueMap<String, String> typed) {
        try {
            var item = text(typed, "item");
            return new Release(
                    date(typed, "from"),
                    date(typed, "to"),
                    LocalTime.parse(text(typed, "opens")),
                    LocalTime.parse(text(typed, "closes")),
                    Integer.parseInt(text(typed, "minutes")),
                    Integer.parseInt(text(typed, "capacity")),
                    item.isEmpty() ? null : item);
        } catch (DateTimeException | NumberFormatException e) {
            throw new RefusedMove(
                    new Refusal.Rule("wrong-release", "日期、时间、分钟数或者人数没有写对。", "日期写年月日，时间写成 09:00 这样，分钟数和人数写数字。"));
        }
    }

    private static LocalDate date(MultiValueMap<String, String> typed, String name) {
        return LocalDate.of(
                Integer.parseInt(text(typed, name + "-year")),
                Integer.parseInt(text(typed, name + "-month")),
                Integer.parseInt(text(typed, name + "-day")));
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        var value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private SlotDesk desk(@Nullable LocalDate wanted, Actor by) {
        var day = wanted == null ? time.today() : wanted;
        var expected = slots.expected(day, by);
        var items = expected.stream()
                .map(Booking::item)
                .distinct()
                .collect(Collectors.toMap(
                        id -> id, id -> catalogue.find(id).map(Item::name).orElse(id)));
        return new SlotDesk(
                day,
                day.equals(time.today()),
                expected,
                items,
                slots.opened(day, by),
                queue.waiting(by),
                queue.called(by));
    }
}
