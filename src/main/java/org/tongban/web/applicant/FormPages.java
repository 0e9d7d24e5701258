package org.tongban.web.applicant;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.Time;
import org.tongban.casework.Drafts;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Answers;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.PlaceRule;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 填报页: one question or a few that belong together a page; every answer is kept at once, also one that cannot be taken yet. */
@Controller
@RequestMapping("/my/drafts/{id}")
@Door.Only(Role.APPLICANT)
class FormPages {
    /** Stands beside each question on a page that follows from its answers. */
    private static final String FOLLOWING = "with";

    private final Templates templates;
    private final OpenDrafts drafts;
    private final Drafts store;
    private final Regions regions;
    private final Time time;

    FormPages(Templates templates, OpenDrafts drafts, Drafts store, Regions regions, Time time) {
        this.templates = templates;
        this.drafts = drafts;
        this.store = store;
        this.regions = regions;
        this.time = time;
    }

    /** Goes on where it was left. */
    @GetMapping
    Reply goOn(@PathVariable UUID id, Actor by) {
        var draft = drafts.find(id, by);
        return Reply.seeOther(draft.path(draft.after(new Stage.Who())));
    }

    @PostMapping("/delete")
    Reply delete(@PathVariable UUID id, Actor by) {
        store.delete(id, by.id());
        return Reply.seeOther("/my/cases");
    }

    @GetMapping("/{key}")
    Reply show(Page page, @PathVariable UUID id, @PathVariable String key, Actor by) {
        var draft = drafts.find(id, by);
        var stage = stage(draft, key);
        return Reply.show(shown(page, draft, stage, FormView.of(draft, stage, time.today()), filled(draft, stage)));
    }

    @PostMapping("/{key}")
    Reply answer(Page page, @PathVariable UUID id, @PathVariable String key, Actor by, HttpServletRequest request) {
        var draft = drafts.find(id, by);
        var stage = stage(draft, key);
        var post = FormPost.of(form(draft, stage), request.getParameterMap(), regions);
        var view = FormView.of(draft, stage, time.today());
        if (post.showsAgain()) {
            return Reply.show(shown(page, draft, stage, view.shownAgain(), post.filled()));
        }
        var seen = first(post, "seen");
        if (!seen.isEmpty() && !seen.equals(view.mark())) {
            return changed(page, draft, stage, post);
        }
        try {
            return first(post, "autosave").isEmpty()
                    ? take(page, draft, stage, post)
                    : keep(page, draft, stage, inputs(draft, stage, post));
        } catch (RefusedMove e) {
            return changed(page, drafts.find(id, by), stage, post);
        }
    }

    /** Somebody saved this page since it was shown: what was typed stays, and what the other saved stands beside it. */
    private Reply changed(Page page, OpenDraft draft, Stage stage, FormPost post) {
        var shown = new ArrayList<String>();
        filled(draft, stage).parameters().forEach((name, values) -> shown.addAll(values));
        var view = FormView.of(draft, stage, time.today()).changedElsewhere(shown);
        return new Reply.Tell(HttpStatus.CONFLICT.value(), shown(page, draft, stage, view, post.filled()));
    }

    private Reply keep(Page page, OpenDraft draft, Stage stage, Map<String, List<String>> inputs) {
        draft.sheet().keep(stage, inputs);
        var saved = drafts.save(draft);
        return Reply.show(shown(page, saved, stage, FormView.of(saved, stage, time.today()), filled(saved, stage)));
    }

    private Reply take(Page page, OpenDraft draft, Stage stage, FormPost post) {
        return switch (stage) {
            case Stage.Who _ -> who(page, draft, stage, post);
            case Stage.Way _ -> way(page, draft, stage, post);
            case Stage.Place place -> place(page, draft, place, post);
            case Stage.Questions questions -> questions(page, draft, questions, post);
            case Stage.Papers _, Stage.Review _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private Reply who(Page page, OpenDraft draft, Stage stage, FormPost post) {
        var chosen = first(post, "who");
        var principal = drafts.principals(draft.item(), draft.by()).stream()
                .filter(one -> one.value().equals(chosen))
                .findFirst();
        if (principal.isEmpty()) {
            return wrong(page, draft, stage, post, List.of(new FieldError("who", "请选择为谁申请")));
        }
        draft.sheet().actFor(principal.get().subject());
        drafts.save(draft);
        return next(drafts.find(draft.id(), draft.by()), stage);
    }

    private Reply way(Page page, OpenDraft draft, Stage stage, FormPost post) {
        var chosen = first(post, "way");
        var mode = draft.item().modes().stream()
                .filter(one -> one.name().equals(chosen))
                .findFirst();
        if (mode.isEmpty()) {
            return wrong(page, draft, stage, post, List.of(new FieldError("way", "请选择怎样办理")));
        }
        draft.sheet().choose(mode.get());
        return next(drafts.save(draft), stage);
    }

    private Reply place(Page page, OpenDraft draft, Stage.Place stage, FormPost post) {
        var region = first(post, Stage.Place.INPUT);
        if (region.isEmpty() ? stage.required() : regions.find(region).isEmpty()) {
            return wrong(page, draft, stage, post, List.of(new FieldError(Stage.Place.INPUT, "请选择地点")));
        }
        draft.sheet().place(stage, region);
        return next(drafts.save(draft), stage);
    }

    /** What cannot be taken is kept as it was typed and shown with all that is wrong. */
    private Reply questions(Page page, OpenDraft draft, Stage.Questions stage, FormPost post) {
        var inputs = inputs(draft, stage, post);
        var read = Answers.ofForm(draft.item(), inputs);
        var fields = together(draft, stage, read.json(), post);
        var own = new LinkedHashMap<>(read.json());
        own.keySet().retainAll(fields.stream().map(Field::key).toList());
        draft.sheet().answer(fields, own);
        Stage.questions(draft.item().form()).stream()
                .filter(one -> one.equals(stage) || fields.containsAll(one.fields()))
                .forEach(draft.sheet()::pass);
        var errors = new ArrayList<>(of(fields, read.errors()));
        if (errors.isEmpty()) {
            errors.addAll(of(fields, drafts.check(drafts.reread(draft)).fieldErrors()));
        }
        if (!errors.isEmpty()) {
            draft.sheet().keep(stage, inputs);
            return wrong(page, drafts.save(draft), stage, post, errors);
        }
        return next(drafts.save(draft), stage);
    }

    /** The questions of the page, and those of the ones that follow from its answers that stood on it too. */
    private List<Field> together(OpenDraft draft, Stage.Questions stage, Map<String, Object> now, FormPost post) {
        var together = new ArrayList<>(fields(draft, stage));
        var there = post.parameters().getOrDefault(FOLLOWING, List.of());
        drafts.following(draft, stage, now).shown().stream()
                .filter(field -> there.contains(field.key()))
                .forEach(together::add);
        return together;
    }

    private static List<FieldError> of(List<Field> fields, List<FieldError> errors) {
        return errors.stream()
                .filter(error -> fields.stream().anyMatch(field -> Stage.belongs(error.key(), field.key())))
                .toList();
    }

    private Reply wrong(Page page, OpenDraft draft, Stage stage, FormPost post, List<FieldError> errors) {
        var view = FormView.of(draft, stage, time.today()).shownAgain();
        return Reply.again(shown(page, draft, stage, view, post.filled().withErrors(errors)));
    }

    /** A rule that refuses is told as soon as it is known, not after ten more questions. */
    private Reply next(OpenDraft draft, Stage stage) {
        boolean refused = Boolean.FALSE.equals(drafts.check(draft).eligible());
        return Reply.seeOther(
                refused ? "/my/drafts/" + draft.id() + "/refused?at=" + stage.key() : draft.path(draft.after(stage)));
    }

    private JteModel shown(Page page, OpenDraft draft, Stage stage, FormView view, Filled filled) {
        return switch (stage) {
            case Stage.Who _ -> templates.applicantWho(page, view, drafts.principals(draft.item(), draft.by()), filled);
            case Stage.Way _ -> templates.applicantWay(page, view, filled);
            case Stage.Place _, Stage.Questions _ ->
                templates.applicantQuestion(page, view, asking(draft, stage, filled), filled);
            case Stage.Papers _, Stage.Review _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private Asking asking(OpenDraft draft, Stage stage, Filled filled) {
        var now = Answers.ofForm(draft.item(), filled.parameters()).json();
        var following = drafts.following(draft, stage, now);
        return Asking.of(draft, fields(draft, stage), following);
    }

    private Filled filled(OpenDraft draft, Stage stage) {
        var typed = draft.sheet().typed(stage);
        if (typed != null) {
            return new Filled(typed, Map.of(), regions);
        }
        return switch (stage) {
            case Stage.Who _ ->
                chosen(
                        "who",
                        draft.sheet().principal() == null
                                ? "self"
                                : draft.sheet().principal());
            case Stage.Way _ ->
                chosen(
                        "way",
                        draft.sheet().mode() == null ? "" : draft.sheet().mode().name());
            case Stage.Place place -> chosen(Stage.Place.INPUT, place(draft, place));
            case Stage.Questions _ ->
                Filled.of(draft.item().form(), draft.sheet().answers(), regions);
            case Stage.Papers _, Stage.Review _ -> Filled.empty(regions);
        };
    }

    /** Where the applicant lives or is registered is proposed as the place of applying. */
    private static String place(OpenDraft draft, Stage.Place stage) {
        var role = stage.rule().role();
        var chosen = draft.sheet().places().getOrDefault(role, "");
        var home = draft.acting().applicant().region();
        boolean proposes = chosen.isEmpty() && role.equals(PlaceRule.APPLY_AT) && home != null;
        return proposes ? String.valueOf(home) : chosen;
    }

    private Filled chosen(String name, String value) {
        return new Filled(Map.of(name, List.of(value)), Map.of(), regions);
    }

    private static List<Field> fields(OpenDraft draft, Stage stage) {
        return switch (stage) {
            case Stage.Place place -> List.of(place.field());
            case Stage.Questions questions ->
                questions.fields().stream()
                        .filter(draft.asked().fields()::contains)
                        .toList();
            case Stage.Who _, Stage.Way _, Stage.Papers _, Stage.Review _ -> List.of();
        };
    }

    /** Whatever may stand on the page. */
    private static List<Field> form(OpenDraft draft, Stage stage) {
        return stage instanceof Stage.Questions ? draft.item().form() : fields(draft, stage);
    }

    /** The inputs that belong to the page, without the form's own. */
    private static Map<String, List<String>> inputs(OpenDraft draft, Stage stage, FormPost post) {
        var inputs = new LinkedHashMap<String, List<String>>();
        post.parameters().forEach((name, values) -> {
            if (form(draft, stage).stream().anyMatch(field -> Stage.belongs(name, field.key()))) {
                inputs.put(name, values);
            }
        });
        return inputs;
    }

    /** A page whose condition does not hold any more sends on to one that does. */
    private static Stage stage(OpenDraft draft, String key) {
        return Stage.of(draft.item()).stream()
                .filter(stage -> stage.key().equals(key))
                .filter(stage -> !(stage instanceof Stage.Questions)
                        || !fields(draft, stage).isEmpty())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String first(FormPost post, String name) {
        var values = post.parameters().getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }
}
