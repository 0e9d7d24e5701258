package org.tongban.web.applicant;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseSearch;
import org.tongban.casework.Drafts;
import org.tongban.catalogue.Answers;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 开始申请: says before anything is asked who uses it for what (policy D-02), for whom one applies, and what is already under way. */
@Controller
@RequestMapping("/items/{itemId}/apply")
@Door.Only(Role.APPLICANT)
public class StartPages {
    /** Ticked by who wants filled in beforehand what is known already. */
    private static final String PREFILL = "prefill";

    private final Templates templates;
    private final Catalogue catalogue;
    private final OpenDrafts drafts;
    private final Prefills known;
    private final Drafts store;
    private final CaseSearch cases;
    private final Regions regions;
    private final Time time;

    StartPages(
            Templates templates,
            Catalogue catalogue,
            OpenDrafts drafts,
            Prefills known,
            Drafts store,
            CaseSearch cases,
            Regions regions,
            Time time) {
        this.templates = templates;
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.known = known;
        this.store = store;
        this.cases = cases;
        this.regions = regions;
        this.time = time;
    }

    /**
     * 开始页的内容.
     *
     * @param principals whom this person may apply for; empty: nobody, the service is for others
     * @param barred whom they were to act for and cannot here
     * @param unfinished drafts of this person for the service
     * @param running open cases of this person for the service
     * @param known answers given in the precheck, by the names of their inputs
     * @param purposes what the answers are needed for → the questions
     */
    public record Start(
            Item item,
            List<OpenDrafts.Principal> principals,
            List<OpenDrafts.Barred> barred,
            List<Drafts.Draft> unfinished,
            List<CaseSearch.Row> running,
            Map<String, List<String>> known,
            Map<Field.Purpose, List<String>> purposes) {}

    @GetMapping
    Reply show(Page page, @PathVariable String itemId, Actor by) {
        return Reply.show(page(page, start(item(itemId), Map.of(), by), Filled.empty(regions)));
    }

    /** Comes from the precheck with its answers, and from the start page with its choice. */
    @PostMapping
    Reply begin(Page page, @PathVariable String itemId, Actor by, HttpServletRequest request) {
        var item = item(itemId);
        var known = known(request);
        var begun = start(item, known, by);
        var who = Objects.requireNonNullElse(request.getParameter("who"), "");
        var agreed = Objects.requireNonNullElse(request.getParameter("agreed"), "");
        var prefill = Objects.requireNonNullElse(request.getParameter(PREFILL), "");
        var filled = new Filled(
                Map.of("who", List.of(who), "agreed", List.of(agreed), PREFILL, List.of(prefill)), Map.of(), regions);
        if (request.getParameter("start") == null || request.getParameter("show") != null) {
            return Reply.show(page(page, begun, filled));
        }
        var principal = begun.principals().stream()
                .filter(one -> begun.principals().size() == 1 || one.value().equals(who))
                .findFirst();
        if (agreed.isEmpty() || principal.isEmpty()) {
            return Reply.again(page(page, begun, filled.withErrors(errors(agreed, principal.isEmpty()))));
        }
        return open(item, begun, principal.get(), request.getParameter(PREFILL) != null, by);
    }

    private static List<FieldError> errors(String agreed, boolean nobody) {
        var errors = new ArrayList<FieldError>();
        if (nobody) {
            errors.add(new FieldError("who", "请选择为谁申请"));
        }
        if (agreed.isEmpty()) {
            errors.add(new FieldError("agreed", "请先阅读并同意怎样使用您的信息；不同意的，可以到窗口了解"));
        }
        return errors;
    }

    private Reply open(Item item, Start begun, OpenDrafts.Principal principal, boolean prefills, Actor by) {
        var draft = drafts.begin(item, !begun.unfinished().isEmpty(), by);
        var sheet = draft.sheet();
        sheet.actFor(principal.subject());
        sheet.consent(time.now().toString());
        sheet.prefill(Answers.ofForm(item, begun.known()).json(), Prechecks.places(item, begun.known()));
        var saved = drafts.save(draft);
        if (prefills) {
            var acting = drafts.find(saved.id(), by);
            acting.sheet().suggest(known.known(acting));
            drafts.save(acting);
        }
        return Reply.seeOther("/my/drafts/" + saved.id());
    }

    private Start start(Item item, Map<String, List<String>> known, Actor by) {
        var unfinished = store.of(by.id()).stream()
                .filter(draft -> draft.itemId().equals(item.id()))
                .toList();
        var running = cases.duplicates(String.valueOf(by.subject()), item.id());
        return new Start(
                item, drafts.principals(item, by), drafts.barred(item, by), unfinished, running, known, purposes(item));
    }

    private static Map<Field.Purpose, List<String>> purposes(Item item) {
        var purposes = new LinkedHashMap<Field.Purpose, List<String>>();
        for (var purpose : Field.Purpose.values()) {
            var labels = item.form().stream()
                    .filter(field -> field.about().purpose() == purpose)
                    .map(Field::label)
                    .toList();
            if (!labels.isEmpty()) {
                purposes.put(purpose, labels);
            }
        }
        return purposes;
    }

    private static Map<String, List<String>> known(HttpServletRequest request) {
        var known = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> known.put(name, Arrays.asList(values)));
        known.keySet()
                .removeAll(
                        List.of("_csrf", "agreed", "who", "start", "show", "asked", "unsure", PREFILL, Prechecks.WHO));
        return known;
    }

    private JteModel page(Page page, Start start, Filled filled) {
        return templates.applicantStart(page, start, filled);
    }

    private Item item(String id) {
        return catalogue.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
