package org.tongban.web.applicant;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Page;
import org.tongban.web.Reply;
import org.tongban.web.ShownAnswers;

/** 这不对: says that what was filled in beforehand is wrong, and has whoever keeps the record look at it (policy D-12). */
@Controller
@RequestMapping("/my/drafts/{id}/wrong/{key}")
@Door.Only(Role.APPLICANT)
class WrongPages {
    private static final String WHY = "why";
    private static final int LONGEST = 500;

    private final Templates templates;
    private final OpenDrafts drafts;
    private final Tickets tickets;
    private final Regions regions;
    private final Time time;

    WrongPages(Templates templates, OpenDrafts drafts, Tickets tickets, Regions regions, Time time) {
        this.templates = templates;
        this.drafts = drafts;
        this.tickets = tickets;
        this.regions = regions;
        this.time = time;
    }

    @GetMapping
    Reply ask(Page page, @PathVariable UUID id, @PathVariable String key, Actor by) {
        var draft = drafts.find(id, by);
        var field = field(draft, key);
        return draft.sheet().correction(key) == null
                ? Reply.show(
                        templates.applicantWrong(page, view(draft, field), known(draft, field), Filled.empty(regions)))
                : Reply.seeOther(draft.path(stage(draft, field)));
    }

    @PostMapping
    Reply tell(
            Page page,
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String why,
            Actor by) {
        var draft = drafts.find(id, by);
        var field = field(draft, key);
        var words = why.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            var filled = new Filled(Map.of(WHY, List.of(why)), Map.of(), regions)
                    .withErrors(List.of(new FieldError(WHY, "请写明哪里不对，最多 " + LONGEST + " 个字")));
            return Reply.again(templates.applicantWrong(page, view(draft, field), known(draft, field), filled));
        }
        if (draft.sheet().correction(key) == null) {
            var origin = Objects.requireNonNull(draft.sheet().origin(key));
            draft.sheet()
                    .correct(
                            key,
                            tickets.correction(draft, field, origin, words).id().toString());
            drafts.save(draft);
        }
        return Reply.seeOther(draft.path(stage(draft, field)));
    }

    private FormView view(OpenDraft draft, Field field) {
        return FormView.of(draft, stage(draft, field), time.today());
    }

    private WrongValue known(OpenDraft draft, Field field) {
        var origin = Objects.requireNonNull(draft.sheet().origin(field.key()));
        var shown = new ShownAnswers(regions, null)
                .lines(List.of(field), Map.of(field.key(), origin.value()))
                .getFirst()
                .shown()
                .whole();
        return new WrongValue(field.label(), shown, origin.words(), origin.organ(), draft.path(stage(draft, field)));
    }

    private static Stage stage(OpenDraft draft, Field field) {
        return Stage.of(draft.item(), field.key()).orElseGet(Stage.Review::new);
    }

    private static Field field(OpenDraft draft, String key) {
        return draft.item()
                .field(key)
                .filter(_ -> draft.sheet().origin(key) != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
