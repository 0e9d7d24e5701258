package org.tongban.web.manager;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
import org.tongban.catalogue.Answers;
import org.tongban.catalogue.Example;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.ItemExamples;
import org.tongban.catalogue.Mode;
import org.tongban.catalogue.Outlooks;
import org.tongban.catalogue.Proposals;
import org.tongban.catalogue.Trials;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 试算页: the form as it would be, with an example's answers or the manager's own, and what both versions say to them. Opens no case. */
@Controller
@RequestMapping("/manager/proposals/{id}/trial")
@Door.Only(Role.MANAGER)
class TrialPages {
    static final String PLACE = "place-";
    static final String MODE = "trial-mode";
    static final String MATERIALS = "trial-materials";

    private final Templates templates;
    private final Proposals proposals;
    private final Outlooks outlooks;
    private final Trials trials;
    private final ItemExamples examples;
    private final Regions regions;

    TrialPages(
            Templates templates,
            Proposals proposals,
            Outlooks outlooks,
            Trials trials,
            ItemExamples examples,
            Regions regions) {
        this.templates = templates;
        this.proposals = proposals;
        this.outlooks = outlooks;
        this.trials = trials;
        this.examples = examples;
        this.regions = regions;
    }

    /** 试的是哪一份、用哪个示例. */
    private record Trial(UUID id, Outlooks.Outlook outlook, List<Example> all, int index) {
        Item after() {
            return outlook.after();
        }

        Example example() {
            return all.get(index);
        }
    }

    @GetMapping
    Reply show(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "0") int example, Actor by) {
        var trial = trial(id, example, by);
        var filing = trial.example().filing();
        var typed = new LinkedHashMap<>(
                Filled.of(form(trial.after()), filing.answers(), regions).parameters());
        filing.places().forEach((role, code) -> typed.put(PLACE + role, List.of(code)));
        var mode = filing.mode();
        typed.put(MODE, List.of(mode == null ? "" : mode.name()));
        typed.put(MATERIALS, List.copyOf(filing.materials()));
        return Reply.show(templates.managerTrial(page, view(trial, filing, new Filled(typed, Map.of(), regions))));
    }

    @PostMapping
    Reply tryOut(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int example,
            Actor by,
            HttpServletRequest request) {
        var trial = trial(id, example, by);
        var post = FormPost.of(form(trial.after()), request.getParameterMap(), regions);
        var filing = filing(trial, post.parameters());
        return Reply.show(templates.managerTrial(page, view(trial, filing, post.filled())));
    }

    private TrialView view(Trial trial, Filing filing, Filled filled) {
        var day = trial.example().today();
        var before = trials.check(trial.outlook().before(), filing, day);
        var after = trials.check(trial.after(), filing, day);
        var asked = trials.asked(trial.after(), filing, day);
        return new TrialView(
                trial.id(),
                trial.after(),
                trial.all().stream().map(Example::name).toList(),
                trial.index(),
                day,
                filing.applicant().name(),
                asked,
                places(trial.after()),
                filled.withErrors(after.fieldErrors()),
                Said.of(before, after));
    }

    private static Filing filing(Trial trial, Map<String, List<String>> typed) {
        var base = trial.example().filing();
        var places = new LinkedHashMap<String, String>();
        for (var place : trial.after().places()) {
            var code = first(typed.get(PLACE + place.role()));
            if (!code.isEmpty()) {
                places.put(place.role(), code);
            }
        }
        return new Filing(
                base.applicant(),
                base.agent(),
                base.relation(),
                places,
                mode(first(typed.get(MODE))),
                Answers.ofForm(trial.after(), typed).json(),
                new LinkedHashSet<>(typed.getOrDefault(MATERIALS, List.of())),
                base.unavailable());
    }

    private static @Nullable Mode mode(String name) {
        for (var mode : Mode.values()) {
            if (mode.name().equals(name)) {
                return mode;
            }
        }
        return null;
    }

    private static String first(@Nullable List<String> values) {
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }

    /** The service's questions and the places that only the applicant can say. */
    private static List<Field> form(Item item) {
        var form = new ArrayList<>(item.form());
        form.addAll(places(item));
        return form;
    }

    private static List<Field> places(Item item) {
        return item.places().stream()
                .filter(place -> place.region() == null)
                .<Field>map(place -> new Field.RegionCode(new Field.About(
                        PLACE + place.role(), place.text(), false, null, null, null, Field.Purpose.EXAMINE)))
                .toList();
    }

    private Trial trial(UUID id, int example, Actor by) {
        var proposal = proposals.find(id, by).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var all = examples.of(proposal.item());
        if (example < 0 || example >= all.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new Trial(id, outlooks.of(proposal), all, example);
    }
}
