package org.tongban.web.appointments;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.appointments.Appointments;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.casework.MoveForm;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.RefusedMove;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 到场登记: who has booked came and drew a number, was served, or stayed away. */
@Controller
@RequestMapping("/appointments/{number}/{task}")
@Door.Only({Role.CLERK, Role.OFFICER})
class ArrivalPages {
    private static final String DESK = "/appointments";

    private final Templates templates;
    private final Appointments appointments;
    private final Casework casework;
    private final Regions regions;

    ArrivalPages(Templates templates, Appointments appointments, Casework casework, Regions regions) {
        this.templates = templates;
        this.appointments = appointments;
        this.casework = casework;
        this.regions = regions;
    }

    @PostMapping("/arrive")
    Reply arrive(@PathVariable String number, @PathVariable int task, HttpServletRequest request, Actor by) {
        return told(
                request,
                () -> Notice.of(
                        "取号：{0}", appointments.arrive(id(number), task, by).printed()));
    }

    @PostMapping("/missed")
    Reply missed(@PathVariable String number, @PathVariable int task, HttpServletRequest request, Actor by) {
        return told(request, () -> {
            appointments.missed(id(number), task, by);
            return Notice.of("已登记未到，当事人可以再约");
        });
    }

    /** Where signing in again leads after a lost session. */
    @GetMapping({"/arrive", "/missed"})
    Reply back() {
        return Reply.seeOther(DESK);
    }

    @GetMapping("/keep")
    Reply ask(Page page, @PathVariable String number, @PathVariable int task, Actor by) {
        return Reply.show(
                templates.appointmentsKeep(page, form(number, task, by), number, Filled.empty(regions), null));
    }

    /** 办理情况: what was done while the person was there. */
    record Done(@Nullable String result, @Nullable String text) {
        Map<String, Object> fields() {
            return Map.of(
                    "result",
                    Objects.toString(result, ""),
                    "text",
                    Objects.toString(text, "").strip());
        }

        Map<String, List<String>> typed() {
            return Map.of("result", List.of(Objects.toString(result, "")), "text", List.of(Objects.toString(text, "")));
        }
    }

    @PostMapping("/keep")
    Reply keep(Page page, @PathVariable String number, @PathVariable int task, Done done, Actor by) {
        try {
            appointments.keep(id(number), task, done.fields(), by);
            return Reply.seeOther(DESK + "?done");
        } catch (RefusedMove e) {
            var typed = new Filled(done.typed(), Map.of(), regions);
            return Reply.again(templates.appointmentsKeep(page, form(number, task, by), number, typed, e.refusal()));
        }
    }

    private MoveForm form(String number, int task, Actor by) {
        var file = casework.find(id(number), by).orElseThrow(() -> new NoSuchCase(id(number)));
        return casework.possible(file, by).stream()
                .filter(form -> form.move() == Move.FINISH_STEP && Objects.equals(form.task(), task))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** 一次登记. */
    private interface Work {
        Notice run();
    }

    private static Reply told(HttpServletRequest request, Work work) {
        try {
            work.run().keep(request);
        } catch (RefusedMove e) {
            var why = e.refusal();
            Notice.of("没有办成").withProblems(List.of(why.text() + why.next())).keep(request);
        }
        return Reply.seeOther(DESK);
    }

    private static long id(String number) {
        return CaseNumber.parse(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
    }
}
