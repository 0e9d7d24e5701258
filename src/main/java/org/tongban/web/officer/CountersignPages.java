package org.tongban.web.officer;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.casework.Task;
import org.tongban.casework.TaskMove;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 会签页: asks another office to look at the same thing; the decision waits for its answer. */
@Controller
@RequestMapping("/desk/cases/{number}/tasks/{task}/countersign")
@Door.Only({Role.OFFICER, Role.APPROVER, Role.CHECKER, Role.CLERK})
public class CountersignPages {
    private static final String QUESTION = "question";

    private final Templates templates;
    private final Casework casework;
    private final Casebook casebook;
    private final CaseHeads heads;
    private final OfficeChoice offices;
    private final Regions regions;

    CountersignPages(
            Templates templates,
            Casework casework,
            Casebook casebook,
            CaseHeads heads,
            OfficeChoice offices,
            Regions regions) {
        this.templates = templates;
        this.casework = casework;
        this.casebook = casebook;
        this.heads = heads;
        this.offices = offices;
        this.regions = regions;
    }

    /**
     * 会签的请求.
     *
     * @param offices found by the words typed, code → name
     */
    public record Asked(
            CaseHead head,
            Task task,
            Map<String, String> offices,
            Filled filled,
            @Nullable Refusal refusal) {
        public String action() {
            return head.path() + "/tasks/" + task.no() + "/countersign";
        }
    }

    @GetMapping
    Reply ask(Page page, @PathVariable String number, @PathVariable int task, Actor by) {
        var file = file(number, by);
        var asked = new Asked(heads.of(file), task(file, task), Map.of(), Filled.empty(regions), null);
        return Reply.show(templates.officerCountersign(page, asked));
    }

    @PostMapping
    Reply send(Page page, @PathVariable String number, @PathVariable int task, Actor by, HttpServletRequest request) {
        var parameters = MoveFields.parameters(request.getParameterMap());
        if (parameters.containsKey("show")) {
            return Reply.show(templates.officerCountersign(page, asked(number, task, parameters, by)));
        }
        offices.settle(parameters);
        var fields = new LinkedHashMap<String, Object>();
        for (var key : List.of(OfficeChoice.KEY, QUESTION)) {
            fields.put(
                    key,
                    String.join("", parameters.getOrDefault(key, List.of())).strip());
        }
        var missing = missing(fields);
        if (!missing.isEmpty()) {
            var asked = asked(number, task, parameters, by);
            return Reply.again(
                    templates.officerCountersign(page, told(asked, parameters, new Refusal.Fields(missing))));
        }
        try {
            casework.assign(CasePaths.id(number), task, TaskMove.COUNTERSIGN, fields, by);
            Notice.of("已经请求会签").keep(request);
            return Reply.seeOther(CasePaths.of(number));
        } catch (RefusedMove e) {
            var asked = asked(number, task, parameters, by);
            return Reply.again(templates.officerCountersign(page, told(asked, parameters, e.refusal())));
        }
    }

    /** Everything that is missing, at once. */
    private static List<Refusal.Fields.Problem> missing(Map<String, Object> fields) {
        var missing = new ArrayList<Refusal.Fields.Problem>();
        if ("".equals(fields.get(OfficeChoice.KEY))) {
            missing.add(new Refusal.Fields.Problem(OfficeChoice.KEY, "请选择会签的机构"));
        }
        if ("".equals(fields.get(QUESTION))) {
            missing.add(new Refusal.Fields.Problem(QUESTION, "请写明请对方会签什么"));
        }
        return missing;
    }

    private Asked told(Asked asked, Map<String, List<String>> parameters, Refusal refusal) {
        if (!(refusal instanceof Refusal.Fields fields)) {
            return new Asked(asked.head(), asked.task(), asked.offices(), asked.filled(), refusal);
        }
        var errors = new LinkedHashMap<String, String>();
        fields.problems()
                .forEach(problem -> errors.put(
                        problem.key(),
                        problem.key().equals(OfficeChoice.KEY) && !parameters.containsKey(OfficeChoice.KEY)
                                ? OfficeChoice.missing(parameters, asked.offices())
                                : problem.text()));
        return new Asked(asked.head(), asked.task(), asked.offices(), new Filled(parameters, errors, regions), null);
    }

    private Asked asked(String number, int task, Map<String, List<String>> parameters, Actor by) {
        var file = file(number, by);
        var filled = new Filled(parameters, Map.of(), regions);
        return new Asked(heads.of(file), task(file, task), offices.found(parameters), filled, null);
    }

    private Casefile file(String number, Actor by) {
        long id = CasePaths.id(number);
        return casework.find(id, by).filter(found -> casebook.whole(found, by)).orElseThrow(() -> new NoSuchCase(id));
    }

    private static Task task(Casefile file, int no) {
        return file.task(no).orElseThrow(() -> new NoSuchCase(file.casefileId()));
    }
}
