package org.tongban.web.applicant;

import gg.jte.generated.precompiled.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.ItemExamples;
import org.tongban.catalogue.Mode;
import org.tongban.catalogue.Search;
import org.tongban.identity.Door;
import org.tongban.places.Regions;
import org.tongban.web.Page;
import org.tongban.web.PlaceDifferences;
import org.tongban.web.Reply;

/** 事项查找和办事指南: for everybody, signed in or not. */
@Controller
@RequestMapping("/items")
@Door.Open
class ItemPages {
    private static final int LONGEST_QUERY = 100;

    private final Templates templates;
    private final Catalogue catalogue;
    private final Search search;
    private final PlaceDifferences places;
    private final Time time;
    private final ItemExamples examples;
    private final Regions regions;
    private final OfficeCards offices;

    ItemPages(
            Templates templates,
            Catalogue catalogue,
            Search search,
            PlaceDifferences places,
            Time time,
            ItemExamples examples,
            Regions regions,
            OfficeCards offices) {
        this.templates = templates;
        this.catalogue = catalogue;
        this.search = search;
        this.places = places;
        this.time = time;
        this.examples = examples;
        this.regions = regions;
        this.offices = offices;
    }

    /** 查找条件, as the address has it; event and mode by the names of their values. */
    record Query(
            @Nullable String q,
            @Nullable String event,
            @Nullable String lead,
            @Nullable String batch,
            @Nullable String mode) {}

    @GetMapping
    Reply list(Page page, Query query) {
        var typed = text(query.q());
        var words = typed.substring(0, Math.min(LONGEST_QUERY, typed.length()));
        var wanted = new Finding.Wanted(
                words,
                named(Item.LifeEvent.class, text(query.event())),
                text(query.lead()),
                text(query.batch()),
                named(Mode.class, text(query.mode())));
        var finding = new Finding(wanted, search.find(words, wanted.filter()), catalogue.items());
        return Reply.show(templates.applicantItems(page, finding));
    }

    @GetMapping("/{id}")
    Reply guide(Page page, @PathVariable String id) {
        var item = catalogue.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Reply.show(templates.applicantGuide(page, item, places.of(item, time.today())));
    }

    /** 办理示例, from the same file that runs as a test. */
    @GetMapping("/{id}/examples")
    Reply examples(Page page, @PathVariable String id) {
        var item = catalogue.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var shown = examples.of(id).stream()
                .map(example -> ShownExample.of(item, example, regions, offices))
                .toList();
        return Reply.show(templates.applicantExamples(page, item, shown));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, String name) {
        for (var value : type.getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }
}
