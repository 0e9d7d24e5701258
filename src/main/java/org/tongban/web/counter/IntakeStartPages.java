package org.tongban.web.counter;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.catalogue.Search;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 开始收件: finds the service in people's words, and registers who came and how they were identified (policies M-22, M-25). */
@Controller
@RequestMapping("/counter")
@Door.Only(Role.CLERK)
class IntakeStartPages {
    private static final int LONGEST_QUERY = 80;
    private static final int MOST_FOUND = 12;

    private final Templates templates;
    private final Search search;
    private final Catalogue catalogue;
    private final Intakes intakes;
    private final KnownCases known;
    private final Regions regions;
    private final Time time;

    IntakeStartPages(
            Templates templates,
            Search search,
            Catalogue catalogue,
            Intakes intakes,
            KnownCases known,
            Regions regions,
            Time time) {
        this.templates = templates;
        this.search = search;
        this.catalogue = catalogue;
        this.intakes = intakes;
        this.known = known;
        this.regions = regions;
        this.time = time;
    }

    @GetMapping("/start")
    Reply find(Page page, @RequestParam(defaultValue = "") String q, Actor by) {
        var typed = q.strip();
        var words = typed.substring(0, Math.min(LONGEST_QUERY, typed.length()));
        var found = search.find(words).stream().limit(MOST_FOUND).toList();
        return Reply.show(templates.counterStart(
                page, words, found, intakes.unfinished(by), intakes.ofColleagues(by), time.today()));
    }

    @GetMapping("/start/{itemId}")
    Reply who(Page page, @PathVariable String itemId) {
        return Reply.show(templates.counterWho(page, item(itemId), "/counter/start", Filled.empty(regions)));
    }

    @PostMapping("/start/{itemId}")
    Reply came(Page page, @PathVariable String itemId, Actor by, HttpServletRequest request) {
        var item = item(itemId);
        var post = FormPost.of(Present.COMPOSED, request.getParameterMap(), regions);
        var present = Present.of(post.parameters());
        if (post.showsAgain()) {
            return Reply.show(templates.counterWho(page, item, "/counter/start", post.filled()));
        }
        var errors = errors(item, present);
        if (!errors.isEmpty()) {
            var filled = post.filled().withErrors(errors);
            return Reply.again(templates.counterWho(page, item, "/counter/start", filled));
        }
        var open = intakes.begin(item, present, by);
        return Reply.seeOther(open.path(known.of(open, by).isEmpty() ? "form" : "known"));
    }

    @GetMapping("/drafts/{id}")
    Reply goOn(@PathVariable UUID id, Actor by) {
        return Reply.seeOther(intakes.find(id, by).path("form"));
    }

    @PostMapping("/drafts/{id}/delete")
    Reply delete(@PathVariable UUID id, Actor by) {
        intakes.delete(id, by);
        return Reply.seeOther("/counter/start");
    }

    /** A colleague of the same window is away: what they began is gone on with. */
    @PostMapping("/drafts/{id}/take-over")
    Reply takeOver(@PathVariable UUID id, Actor by) {
        return Reply.seeOther(intakes.takeOver(id, by).path("form"));
    }

    @GetMapping({"/drafts/{id}/delete", "/drafts/{id}/online", "/drafts/{id}/take-over"})
    Reply back(@PathVariable UUID id) {
        return Reply.seeOther("/counter/drafts/" + id);
    }

    @GetMapping("/drafts/{id}/who")
    Reply whoAgain(Page page, @PathVariable UUID id, Actor by) {
        var open = intakes.find(id, by);
        var filled = new Filled(open.intake().who(), Map.of(), regions);
        return Reply.show(templates.counterWho(page, open.item(), open.path("form"), filled));
    }

    @PostMapping("/drafts/{id}/who")
    Reply cameAfterAll(Page page, @PathVariable UUID id, Actor by, HttpServletRequest request) {
        var open = intakes.find(id, by);
        var post = FormPost.of(Present.COMPOSED, request.getParameterMap(), regions);
        var present = Present.of(post.parameters());
        if (post.showsAgain()) {
            return Reply.show(templates.counterWho(page, open.item(), open.path("form"), post.filled()));
        }
        var errors = errors(open.item(), present);
        if (!errors.isEmpty()) {
            var filled = post.filled().withErrors(errors);
            return Reply.again(templates.counterWho(page, open.item(), open.path("form"), filled));
        }
        open.intake().came(String.valueOf(by.office()), present.typed());
        intakes.save(open);
        return Reply.seeOther(open.path("form"));
    }

    /** What this person has already: drafts and cases begun online or at another window (policy M-23). */
    @GetMapping("/drafts/{id}/known")
    Reply known(Page page, @PathVariable UUID id, Actor by) {
        var open = intakes.find(id, by);
        return Reply.show(templates.counterKnown(page, open, known.of(open, by), time.today()));
    }

    /** Takes over what the person filled in online, files included: nothing is entered twice. */
    @PostMapping("/drafts/{id}/online")
    Reply online(@PathVariable UUID id, @RequestParam(defaultValue = "") String draft, Actor by) {
        var open = intakes.find(id, by);
        known.takeOver(open, draft, by);
        return Reply.seeOther(open.path("form"));
    }

    private static List<FieldError> errors(Item item, Present present) {
        return Stream.concat(present.errors().stream(), present.against(item).stream())
                .toList();
    }

    private Item item(String id) {
        return catalogue.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** As a form sends it. */
    static Map<String, List<String>> parameters(HttpServletRequest request) {
        var parameters = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
        return parameters;
    }

    static String first(Map<String, List<String>> parameters, String name) {
        @Nullable List<String> values = parameters.get(name);
        return values == null || values.isEmpty() ? "" : values.getFirst().strip();
    }
}
