package org.tongban.web.officer;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.Casework;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.RefusedMove;
import org.tongban.casework.TaskMove;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.People;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 待办分派: claims, hands over and gives back tasks, one or several at once; each says for itself whether it could be done. */
@Controller
@RequestMapping("/desk/tasks")
@Door.Only({Role.OFFICER, Role.APPROVER, Role.CHECKER, Role.CLERK})
public class TaskPages {
    private static final int PICKS_MAX = 60;
    private static final int REASON_MAX = 1000;
    private static final List<Role> DESK = List.of(Role.OFFICER, Role.APPROVER, Role.CHECKER, Role.CLERK);

    private final Templates templates;
    private final Casework casework;
    private final People people;
    private final Regions regions;

    TaskPages(Templates templates, Casework casework, People people, Regions regions) {
        this.templates = templates;
        this.casework = casework;
        this.people = people;
        this.regions = regions;
    }

    /**
     * 选中的待办.
     *
     * @param pick case number and task, as {@code 320…7.3}
     * @param one the one whose own button was pressed
     * @param move name of what is to be done
     * @param to account of the colleague
     * @param from number of the case whose page it came from; empty: the desk
     */
    record Picked(
            @Nullable List<String> pick,
            @Nullable String one,
            @Nullable String move,
            @Nullable String to,
            @Nullable String reason,
            @Nullable String from) {
        List<String> picks() {
            return one != null
                    ? List.of(one)
                    : Objects.requireNonNullElse(pick, List.<String>of()).stream()
                            .distinct()
                            .limit(PICKS_MAX)
                            .toList();
        }

        TaskMove chosen() {
            return Optional.ofNullable(move).flatMap(TaskMove::named).orElse(TaskMove.CLAIM);
        }

        String back() {
            return from == null || CaseNumber.parse(from).isEmpty() ? "/desk" : CasePaths.of(from);
        }

        String query() {
            var picked = picks().stream().map(one -> "pick=" + one).collect(Collectors.joining("&"));
            return from == null ? picked : picked + "&from=" + from;
        }
    }

    /** 移交的待办, as the page lists it. */
    public record HandedOn(String pick, String number, String title) {}

    /** Where signing in again leads after a lost session. */
    @GetMapping
    Reply back() {
        return Reply.seeOther("/desk");
    }

    @PostMapping
    Reply assign(Page page, Picked picked, Actor by, HttpServletRequest request) {
        if (picked.picks().isEmpty()) {
            Notice.of("请先选中要办的待办").withProblems(List.of("没有选中任何一项")).keep(request);
            return Reply.seeOther(picked.back());
        }
        var move = picked.chosen();
        if (move == TaskMove.HAND_TO) {
            return Reply.seeOther("/desk/tasks/hand-over?" + picked.query());
        }
        make(picked, move, Map.of(), by).keep(request);
        return Reply.seeOther(picked.back());
    }

    @GetMapping("/hand-over")
    Reply askHandOver(Page page, Picked picked, Actor by) {
        return picked.picks().isEmpty()
                ? Reply.seeOther(picked.back())
                : Reply.show(templates.officerHandOver(
                        page, handedOn(picked, by), colleagues(by), picked.back(), Filled.empty(regions)));
    }

    @PostMapping("/hand-over")
    Reply handOver(
            Page page, Picked picked, @RequestParam @Nullable String show, Actor by, HttpServletRequest request) {
        var errors = new LinkedHashMap<String, String>();
        var to = Objects.requireNonNullElse(picked.to(), "");
        var reason = Objects.requireNonNullElse(picked.reason(), "").strip();
        if (!colleagues(by).containsKey(to)) {
            errors.put("to", "请选择移交给谁");
        }
        if (reason.isEmpty() || reason.length() > REASON_MAX) {
            errors.put("reason", "请写明移交的原因，不超过 " + REASON_MAX + " 个字");
        }
        if (show != null || !errors.isEmpty()) {
            var typed = Map.of("to", List.of(to), "reason", List.of(reason));
            var filled = new Filled(typed, show == null ? errors : Map.of(), regions);
            var shown = templates.officerHandOver(page, handedOn(picked, by), colleagues(by), picked.back(), filled);
            return show == null ? Reply.again(shown) : Reply.show(shown);
        }
        make(picked, TaskMove.HAND_TO, Map.of("to", to, "reason", reason), by).keep(request);
        return Reply.seeOther(picked.back());
    }

    /** Does it for each by itself; what could not be done is told with its reason and stops none of the others. */
    private Notice make(Picked picked, TaskMove move, Map<String, Object> fields, Actor by) {
        int done = 0;
        var problems = new ArrayList<String>();
        for (var pick : picked.picks()) {
            var number = pick.replaceFirst("\\..*", "");
            try {
                casework.assign(CasePaths.id(number), task(pick), move, fields, by);
                done++;
            } catch (RefusedMove e) {
                problems.add(number + "：" + e.refusal().text() + e.refusal().next());
            } catch (NoSuchCase e) {
                problems.add(number + "：查无此件，或者与本机构无关。");
            }
        }
        var text =
                switch (move) {
                    case CLAIM -> "已经认领 {0} 项待办";
                    case GIVE_BACK -> "已经退回 {0} 项待办，本机构的同事都可以认领";
                    case HAND_TO -> "已经移交 {0} 项待办";
                    case COUNTERSIGN -> "已经请求会签 {0} 项";
                };
        return Notice.of(text, done).withProblems(problems);
    }

    private static int task(String pick) {
        var no = pick.replaceFirst("^[^.]*\\.?", "");
        return no.matches("\\d{1,6}") ? Integer.parseInt(no) : -1;
    }

    private List<HandedOn> handedOn(Picked picked, Actor by) {
        var handed = new ArrayList<HandedOn>();
        for (var pick : picked.picks()) {
            var number = pick.replaceFirst("\\..*", "");
            casework.find(CasePaths.id(number), by)
                    .flatMap(file -> file.task(task(pick)))
                    .ifPresent(task -> handed.add(new HandedOn(pick, number, task.title())));
        }
        return handed;
    }

    /** Who else works at a desk of this office, account → name and post. */
    private Map<String, String> colleagues(Actor by) {
        var colleagues = new LinkedHashMap<String, String>();
        people.colleagues(Objects.requireNonNull(by.office())).stream()
                .filter(member -> DESK.contains(member.role()) && !member.id().equals(by.id()))
                .forEach(member -> colleagues.merge(
                        member.id(), member.name() + "（" + member.role().label() + "）", (before, more) -> before));
        return colleagues;
    }
}
