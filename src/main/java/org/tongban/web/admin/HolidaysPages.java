package org.tongban.web.admin;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.calendar.HolidayYear;
import org.tongban.calendar.Time;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 节假日管理: enters a year by its notice, or corrects one; open limits that it touches are counted again at once (L-54). */
@Controller
@RequestMapping("/admin/holidays")
@Door.Only(Role.SYSTEM_ADMIN)
class HolidaysPages {
    private static final int FIRST_YEAR = 2020;
    private static final int YEARS_AHEAD = 2;

    private final Templates templates;
    private final HolidayCalendar calendar;
    private final Regions regions;
    private final Time time;

    HolidaysPages(Templates templates, HolidayCalendar calendar, Regions regions, Time time) {
        this.templates = templates;
        this.calendar = calendar;
        this.regions = regions;
        this.time = time;
    }

    @GetMapping
    Reply list(Page page, HttpServletRequest request) {
        var known = calendar.years().stream()
                .sorted(Comparator.comparingInt(HolidayYear::year).reversed())
                .toList();
        var next = known.stream().mapToInt(HolidayYear::year).max().orElse(FIRST_YEAR) + 1;
        return Reply.show(templates.adminHolidays(page, known, next, Notice.take(request)));
    }

    @GetMapping("/{year}")
    Reply show(Page page, @PathVariable int year) {
        requireYear(year);
        var filled = calendar.years().stream()
                .filter(known -> known.year() == year)
                .findFirst()
                .map(known -> new Filled(HolidayText.write(known), Map.of(), regions))
                .orElseGet(() -> Filled.empty(regions));
        return Reply.show(templates.adminHolidayYear(page, year, filled));
    }

    @PostMapping("/{year}")
    Reply enter(Page page, @PathVariable int year, Actor by, HttpServletRequest request) {
        requireYear(year);
        var filled = FormPost.of(List.of(), request.getParameterMap(), regions).filled();
        var typed = new Typed(filled);
        var read = HolidayText.read(year, typed);
        if (read.isEmpty()) {
            return Reply.again(templates.adminHolidayYear(page, year, typed.again()));
        }
        calendar.enter(read.get(), by.id(), time.now());
        Notice.of("{0} 年的安排已经生效，正在重算受影响的期限", year).keep(request);
        return Reply.seeOther("/admin/holidays");
    }

    private void requireYear(int year) {
        if (year < FIRST_YEAR || year > time.today().getYear() + YEARS_AHEAD) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
