package org.tongban.web.counter;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tongban.calendar.Time;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 填表: the service's whole form on one page, dense, for a clerk who types what the person before them says; it saves itself. */
@Controller
@RequestMapping("/counter/drafts/{id}/form")
@Door.Only(Role.CLERK)
class IntakeFormPages {
    private final Templates templates;
    private final Intakes intakes;
    private final Verdicts verdicts;
    private final Regions regions;
    private final Time time;

    IntakeFormPages(Templates templates, Intakes intakes, Verdicts verdicts, Regions regions, Time time) {
        this.templates = templates;
        this.intakes = intakes;
        this.verdicts = verdicts;
        this.regions = regions;
        this.time = time;
    }

    @GetMapping
    Reply show(Page page, @PathVariable UUID id, Actor by) {
        var open = intakes.find(id, by);
        return Reply.show(shown(page, open, filled(open), false));
    }

    @PostMapping
    Reply type(Page page, @PathVariable UUID id, Actor by, HttpServletRequest request) {
        var open = intakes.find(id, by);
        int seen = open.version();
        var post = FormPost.of(OpenIntake.questions(open.item()), request.getParameterMap(), regions);
        open.intake().type(OpenIntake.own(open.item(), post.parameters()));
        var now = intakes.reread(open);
        var sent = IntakeStartPages.first(post.parameters(), "seen");
        if (post.showsAgain()) {
            return Reply.show(shown(page, now, filled(now), true));
        }
        if (!sent.isEmpty() && !sent.equals(Integer.toString(seen))) {
            return changed(page, now);
        }
        try {
            var saved = intakes.save(open);
            return IntakeStartPages.first(post.parameters(), "autosave").isEmpty()
                    ? goOn(page, saved)
                    : Reply.show(shown(page, saved, filled(saved), false));
        } catch (RefusedMove e) {
            return changed(page, now);
        }
    }

    private Reply changed(Page page, OpenIntake now) {
        var told =
                filled(now).withErrors(List.of(new FieldError("seen", "这份收件稿刚才在别的页面上存过。下面是您这里填的，核对后再按一次“保存”，就以这里为准")));
        return new Reply.Tell(HttpStatus.CONFLICT.value(), shown(page, now, told, true));
    }

    /** All that is wrong at once; what is typed is saved all the same. */
    private Reply goOn(Page page, OpenIntake saved) {
        var errors = errors(saved);
        return errors.isEmpty()
                ? Reply.seeOther(saved.path("materials"))
                : Reply.again(shown(page, saved, filled(saved).withErrors(errors), true));
    }

    List<FieldError> errors(OpenIntake open) {
        var asked = open.asked().fields().stream().map(Field::key).toList();
        var errors = new ArrayList<FieldError>();
        open.read().errors().stream()
                .filter(error -> asked.stream().anyMatch(key -> OpenIntake.belongs(error.key(), key)))
                .forEach(errors::add);
        for (var error : intakes.check(open).fieldErrors()) {
            if (errors.stream().noneMatch(known -> known.key().equals(error.key()))) {
                errors.add(new FieldError(input(error.key()), error.text()));
            }
        }
        return errors;
    }

    /** The name of the input that an error of the precheck is about. */
    private static String input(String key) {
        if (key.startsWith("places.")) {
            return OpenIntake.PLACE + key.substring("places.".length());
        }
        return key.equals("mode") ? OpenIntake.MODE : key;
    }

    private Filled filled(OpenIntake open) {
        return new Filled(open.intake().typed(), Map.of(), regions);
    }

    private JteModel shown(Page page, OpenIntake open, Filled filled, boolean again) {
        return templates.counterForm(page, open, verdicts.of(open), filled, again, time.today());
    }
}
