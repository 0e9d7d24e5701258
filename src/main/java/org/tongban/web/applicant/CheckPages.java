package org.tongban.web.applicant;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Precheck;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 能不能办: one question a page, then what the service's file says to the answers. For everybody, signed in or not. */
@Controller
@RequestMapping("/items/{id}/check")
@Door.Open
class CheckPages {
    private static final String ASKED = "asked";
    private static final String UNSURE = "unsure";

    private final Templates templates;
    private final Catalogue catalogue;
    private final Prechecks prechecks;
    private final OfficeCards offices;
    private final OpenDrafts drafts;
    private final Regions regions;

    CheckPages(
            Templates templates,
            Catalogue catalogue,
            Prechecks prechecks,
            OfficeCards offices,
            OpenDrafts drafts,
            Regions regions) {
        this.templates = templates;
        this.catalogue = catalogue;
        this.prechecks = prechecks;
        this.offices = offices;
        this.drafts = drafts;
        this.regions = regions;
    }

    @GetMapping
    Reply begin(Page page, @PathVariable String id, @Nullable Actor by) {
        return next(page, item(id), by, Map.of(), Set.of());
    }

    @PostMapping
    Reply answer(
            Page page,
            @PathVariable String id,
            @Nullable Actor by,
            @RequestParam(name = ASKED, defaultValue = "") String asked,
            HttpServletRequest request) {
        var item = item(id);
        var question =
                asked.equals(Prechecks.WHO) ? Prechecks.who(principals(item, by)) : prechecks.question(item, asked);
        var post = FormPost.of(question == null ? List.of() : List.of(question), request.getParameterMap(), regions);
        var said = new LinkedHashMap<>(post.parameters());
        var unsure = new LinkedHashSet<>(said.getOrDefault(UNSURE, List.of()));
        said.keySet().removeAll(List.of(ASKED, UNSURE, "_csrf"));
        if (question == null || unsure.contains(asked)) {
            return next(page, item, by, said, unsure);
        }
        if (post.showsAgain()) {
            return Reply.show(ask(page, item, question, post.filled(), unsure));
        }
        var error = asked.equals(Prechecks.WHO)
                ? said.containsKey(asked) ? null : "请选择为谁问；也可以选“我不清楚”"
                : prechecks.error(item, question, said);
        if (error != null) {
            var filled = post.filled().withErrors(List.of(new Precheck.FieldError(asked, error)));
            return Reply.again(ask(page, item, question, filled, unsure));
        }
        return next(page, item, by, said, unsure);
    }

    private Reply next(Page page, Item item, @Nullable Actor by, Map<String, List<String>> said, Set<String> unsure) {
        var principals = principals(item, by);
        var named = said.getOrDefault(Prechecks.WHO, List.of());
        var chosen = principals.stream()
                .filter(one -> principals.size() == 1 || named.contains(one.name()))
                .map(OpenDrafts.Principal::applicant)
                .findFirst()
                .orElse(null);
        var turn = prechecks.next(item, chosen, said, unsure);
        boolean asksWho = chosen == null && !principals.isEmpty() && !unsure.contains(Prechecks.WHO);
        var filled = new Filled(said, Map.of(), regions);
        if (asksWho && Prechecks.turnsOnApplicant(turn)) {
            return Reply.show(ask(page, item, Prechecks.who(principals), filled, unsure));
        }
        return switch (turn) {
            case Turn.Ask(var question) -> Reply.show(ask(page, item, question, filled, unsure));
            case Turn.Told told ->
                Reply.show(templates.applicantChecked(
                        page, item, told, said, offices.of(told.check().competentOffice())));
        };
    }

    /** Those whom the visitor may apply for in this service; none for visitors who are not signed in. */
    private List<OpenDrafts.Principal> principals(Item item, @Nullable Actor by) {
        return by == null || by.role() != Role.APPLICANT ? List.of() : drafts.principals(item, by);
    }

    private JteModel ask(Page page, Item item, Field question, Filled filled, Set<String> unsure) {
        var kept = new LinkedHashMap<>(filled.parameters());
        kept.keySet().removeIf(name -> Stage.belongs(name, question.key()) || name.equals(ASKED));
        kept.put(UNSURE, List.copyOf(unsure));
        return templates.applicantCheck(page, item, question, filled, kept);
    }

    private Item item(String id) {
        return catalogue.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
