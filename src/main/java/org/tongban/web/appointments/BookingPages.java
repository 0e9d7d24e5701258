package org.tongban.web.appointments;

import gg.jte.generated.precompiled.Templates;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.appointments.Appointments;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.Casework;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.casework.TaskKind;
import org.tongban.catalogue.Catalogue;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Offices;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 预约页: an applicant, agent or other party books, moves or gives up the time for a step of their case. */
@Controller
@RequestMapping("/my/cases/{number}/appointment/{task}")
@Door.Only(Role.APPLICANT)
class BookingPages {
    private final Templates templates;
    private final Appointments appointments;
    private final Casework casework;
    private final Catalogue catalogue;
    private final Offices offices;
    private final Time time;

    BookingPages(
            Templates templates,
            Appointments appointments,
            Casework casework,
            Catalogue catalogue,
            Offices offices,
            Time time) {
        this.templates = templates;
        this.appointments = appointments;
        this.casework = casework;
        this.catalogue = catalogue;
        this.offices = offices;
        this.time = time;
    }

    @GetMapping
    Reply show(
            Page page,
            @PathVariable String number,
            @PathVariable int task,
            @RequestParam(required = false) @Nullable LocalDate from,
            Actor by) {
        return Reply.show(templates.appointmentsBooking(page, view(number, task, from, by), null));
    }

    /** Where signing in again leads after a lost session. */
    @GetMapping({"/book", "/move", "/cancel"})
    Reply back(@PathVariable String number, @PathVariable int task) {
        return Reply.seeOther("/my/cases/" + number + "/appointment/" + task);
    }

    @PostMapping("/book")
    Reply book(
            Page page,
            @PathVariable String number,
            @PathVariable int task,
            @RequestParam(required = false) @Nullable UUID slot,
            Actor by) {
        return make(page, number, task, by, () -> appointments.book(id(number), task, chosen(slot), by));
    }

    @PostMapping("/move")
    Reply move(
            Page page,
            @PathVariable String number,
            @PathVariable int task,
            @RequestParam(required = false) @Nullable UUID slot,
            Actor by) {
        return make(page, number, task, by, () -> appointments.move(id(number), task, chosen(slot), by));
    }

    @PostMapping("/cancel")
    Reply cancel(Page page, @PathVariable String number, @PathVariable int task, Actor by) {
        return make(page, number, task, by, () -> appointments.cancel(id(number), task, by));
    }

    private Reply make(Page page, String number, int task, Actor by, Runnable act) {
        try {
            act.run();
            return Reply.seeOther("/my/cases/" + number + "/appointment/" + task);
        } catch (RefusedMove e) {
            return Reply.again(templates.appointmentsBooking(page, view(number, task, null, by), e.refusal()));
        }
    }

    private static UUID chosen(@Nullable UUID slot) {
        if (slot == null) {
            throw new RefusedMove(new Refusal.Rule("no-slot", "还没有选时间。", "请先选一个时段。"));
        }
        return slot;
    }

    private BookingView view(String number, int task, @Nullable LocalDate from, Actor by) {
        var file = casework.find(id(number), by).orElseThrow(() -> new NoSuchCase(id(number)));
        var step = file.task(task)
                .filter(t -> t.kind() == TaskKind.APPOINTMENT)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var start = from == null || from.isBefore(time.today()) ? time.today() : from;
        var all = appointments.of(file).stream().filter(b -> b.task() == task).toList();
        return new BookingView(
                file,
                catalogue.version(file.itemId(), file.itemVersion()),
                step,
                offices.byCode(step.office()).orElseThrow(),
                all.stream().filter(b -> b.state().open()).findFirst().orElse(null),
                all.stream().filter(b -> !b.state().open()).toList(),
                step.state().open() ? appointments.free(file, task, start, BookingView.DAYS) : List.of(),
                start);
    }

    private static long id(String number) {
        return CaseNumber.parse(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
    }
}
