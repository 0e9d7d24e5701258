package org.tongban.web.counter;

import gg.jte.generated.precompiled.Templates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.CustodyList;
import org.tongban.casework.WindowList;
import org.tongban.casework.Worklist;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 窗口工作台: what waits at a window, due first; its cases by how far they are; its paper originals. Keyset pages. */
@Controller
@RequestMapping("/counter")
@Door.Only(Role.CLERK)
class CounterDeskPages {
    private static final int PAGE = 50;
    private static final int GLANCE = 8;

    private final Templates templates;
    private final Worklist worklist;
    private final WindowList cases;
    private final CustodyList custody;
    private final CounterWords words;

    CounterDeskPages(
            Templates templates, Worklist worklist, WindowList cases, CustodyList custody, CounterWords words) {
        this.templates = templates;
        this.worklist = worklist;
        this.cases = cases;
        this.custody = custody;
        this.words = words;
    }

    /** At a glance: what to do, results to hand out, parcels to sign for, originals to give back; a statement each. */
    @GetMapping
    Reply desk(Page page, @RequestParam(defaultValue = "") String after, Actor by) {
        var office = office(by);
        var todo = worklist.page(office, Worklist.Filter.NONE, taskAfter(after), PAGE + 1);
        var results = cases.page(office, WindowList.Group.RESULTS, null, GLANCE + 1);
        var coming = custody.page(office, CustodyList.Group.COMING, null, GLANCE + 1);
        var here = custody.page(office, CustodyList.Group.HERE, null, GLANCE + 1);
        var next = todo.size() > PAGE ? next(todo.get(PAGE - 1).after()) : null;
        var desk = new CounterDesk(
                words.tasks(todo.stream().limit(PAGE).toList()),
                words.cases(results.stream().limit(GLANCE).toList()),
                words.originals(coming.stream().limit(GLANCE).toList()),
                words.originals(here.stream().limit(GLANCE).toList()),
                results.size() > GLANCE,
                coming.size() > GLANCE,
                here.size() > GLANCE);
        return Reply.show(templates.counterDesk(page, desk, next == null ? null : "/counter?after=" + next));
    }

    @GetMapping("/list/{group}")
    Reply list(Page page, @PathVariable String group, @RequestParam(defaultValue = "") String after, Actor by) {
        var wanted = Arrays.stream(WindowList.Group.values())
                .filter(one -> one.key().equals(group))
                .findFirst();
        if (wanted.isEmpty()) {
            return Reply.seeOther("/counter");
        }
        var rows = cases.page(office(by), wanted.get(), caseAfter(after), PAGE + 1);
        var shown = rows.stream().limit(PAGE).toList();
        var next = rows.size() > PAGE
                ? "/counter/list/" + group + "?after=" + next(shown.getLast().after())
                : null;
        return Reply.show(templates.counterList(page, wanted.get(), words.cases(shown), next));
    }

    @GetMapping("/originals")
    Reply originals(
            Page page,
            @RequestParam(defaultValue = "here") String group,
            @RequestParam(defaultValue = "") String after,
            Actor by,
            jakarta.servlet.http.HttpServletRequest request) {
        var wanted = Arrays.stream(CustodyList.Group.values())
                .filter(one -> one.key().equals(group))
                .findFirst()
                .orElse(CustodyList.Group.HERE);
        var rows = custody.page(office(by), wanted, originalAfter(after), PAGE + 1);
        var shown = rows.stream().limit(PAGE).toList();
        var next = rows.size() > PAGE
                ? "/counter/originals?group=" + wanted.key() + "&after="
                        + next(shown.getLast().after())
                : null;
        return Reply.show(templates.counterOriginals(page, wanted, words.originals(shown), next, Notice.take(request)));
    }

    /** By its number; spaces and hyphens do not matter. */
    @GetMapping("/find")
    Reply find(@RequestParam(defaultValue = "") String number) {
        return CaseNumber.parse(number)
                .map(found -> Reply.seeOther("/counter/cases/" + found))
                .orElseGet(() -> Reply.seeOther("/counter/attend?number="
                        + java.net.URLEncoder.encode(number.strip(), java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static String office(Actor by) {
        return Objects.requireNonNull(by.office());
    }

    private static String next(Worklist.After after) {
        return after.dueOn() + "_" + after.casefileId() + "_" + after.task();
    }

    private static String next(WindowList.After after) {
        return after.dueOn() + "_" + after.openedAt() + "_" + after.casefileId();
    }

    private static String next(CustodyList.After after) {
        return after.dueBackOn() + "_" + after.casefileId() + "_" + after.key();
    }

    private static Worklist.@Nullable After taskAfter(String text) {
        return parts(text)
                .map(p -> new Worklist.After(
                        LocalDate.parse(p.get(0)), Long.parseLong(p.get(1)), (int) Long.parseLong(p.get(2))))
                .orElse(null);
    }

    private static WindowList.@Nullable After caseAfter(String text) {
        return parts(text)
                .map(p -> new WindowList.After(
                        LocalDate.parse(p.get(0)), Instant.parse(p.get(1)), Long.parseLong(p.get(2))))
                .orElse(null);
    }

    private static CustodyList.@Nullable After originalAfter(String text) {
        return parts(text)
                .map(p -> new CustodyList.After(LocalDate.parse(p.get(0)), Long.parseLong(p.get(1)), p.get(2)))
                .orElse(null);
    }

    /** What is no place to go on from begins at the first page. */
    private static Optional<List<String>> parts(String text) {
        var parts = List.of(text.split("_", 3));
        try {
            LocalDate.parse(parts.getFirst());
            if (parts.size() != 3) {
                return Optional.empty();
            }
            boolean time = parts.get(1).contains("T");
            if (time) {
                Instant.parse(parts.get(1));
                Long.parseLong(parts.get(2));
            } else {
                Long.parseLong(parts.get(1));
            }
            return Optional.of(parts);
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
