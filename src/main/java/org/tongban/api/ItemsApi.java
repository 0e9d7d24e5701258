package org.tongban.api;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Mode;
import org.tongban.identity.Door;

/** 事项接口: the services, each with its whole definition, and whether somebody can have one. */
@RestController
@RequestMapping("/api/v1/items")
@Door.Open
class ItemsApi {
    private static final int PAGE = 50;

    private final Catalogue catalogue;
    private final Filings filings;
    private final Time time;

    ItemsApi(Catalogue catalogue, Filings filings, Time time) {
        this.catalogue = catalogue;
        this.filings = filings;
        this.time = time;
    }

    /** 事项列表（接口）. */
    record ItemPage(List<Summary> items, @Nullable String cursor) {}

    /** 事项摘要（接口）. */
    record Summary(String id, String name, String scenario, String lead, String batch, List<String> modes) {}

    @GetMapping
    ItemPage list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String batch,
            @RequestParam(required = false) @Nullable String lead,
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String cursor) {
        Stream<Item> found = q == null || q.isBlank()
                ? catalogue.items().stream()
                : catalogue.items().stream().filter(i -> mentions(i, q));
        var after = found.filter(i -> batch == null || i.batch().equals(batch))
                .filter(i -> lead == null || i.lead().equals(lead))
                .filter(i -> mode == null || i.modes().stream().anyMatch(m -> named(m, mode)))
                .dropWhile(i -> cursor != null && !i.id().equals(cursor))
                .skip(cursor == null ? 0 : 1)
                .limit(PAGE + 1L)
                .toList();
        var page = after.stream().limit(PAGE).map(ItemsApi::summary).toList();
        return new ItemPage(page, after.size() > PAGE ? page.getLast().id() : null);
    }

    private static boolean mentions(Item item, String words) {
        return item.name().contains(words)
                || item.scenario().contains(words)
                || item.keywords().stream().anyMatch(words::contains);
    }

    private static boolean named(Mode mode, String name) {
        return mode.chinese().equals(name) || mode.name().equals(name);
    }

    private static Summary summary(Item item) {
        var modes = item.modes().stream().map(Mode::chinese).toList();
        return new Summary(item.id(), item.name(), item.scenario(), item.lead(), item.batch(), modes);
    }

    @GetMapping("/{id}")
    Item show(@PathVariable String id) {
        return filings.item(id);
    }

    /** Says whether the service can be had, and opens nothing (L-10). */
    @PostMapping("/{id}/check")
    CheckMessage check(@PathVariable String id, @RequestBody FilingMessage filing) {
        return CheckMessage.of(catalogue.check(filings.item(id), filing.filing(), time.today()));
    }
}
