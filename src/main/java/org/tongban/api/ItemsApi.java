package org.tongban.api;

import java.util.List;
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
import org.tongban.catalogue.Search;
import org.tongban.identity.Door;

/** 事项接口: the services, each with its whole definition, and whether somebody can have one. */
@RestController
@RequestMapping("/api/v1/items")
@Door.Open
class ItemsApi {
    private static final int PAGE = 50;

    private final Catalogue catalogue;
    private final Search search;
    private final Filings filings;
    private final Time time;

    ItemsApi(Catalogue catalogue, Search search, Filings filings, Time time) {
        this.catalogue = catalogue;
        this.search = search;
        this.filings = filings;
        this.time = time;
    }

    /** 事项列表（接口）. */
    record ItemPage(List<Summary> items, @Nullable String cursor) {}

    /** 事项摘要（接口）. */
    record Summary(String id, String name, String scenario, String lead, String batch, List<String> modes) {}

    /**
     * The services that answer to the words, best first; without words all, in the order of the province's table.
     *
     * @param q words as people say them, or pinyin
     * @param lead the lead department's name or a part of it
     * @param cursor of the page before, with the other conditions unchanged
     */
    @GetMapping
    ItemPage list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String batch,
            @RequestParam(required = false) @Nullable String lead,
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String cursor) {
        var filter =
                new Search.Filter(null, null, batchNamed(batch), mode == null ? null : FilingMessage.modeNamed(mode));
        var found = (q == null || q.isBlank() ? search.browse(filter) : search.find(q, filter))
                .stream()
                        .filter(i -> lead == null || i.lead().contains(lead.strip()))
                        .toList();
        int from = cursor == null ? 0 : after(found, cursor);
        var page = found.subList(from, Math.min(from + PAGE, found.size()));
        var next = from + PAGE < found.size() ? page.getLast().id() : null;
        return new ItemPage(page.stream().map(ItemsApi::summary).toList(), next);
    }

    private static int after(List<Item> found, String cursor) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).id().equals(cursor)) {
                return i + 1;
            }
        }
        throw new BadRequest("cursor", "cursor 要用上一页给出的值，其他条件不变");
    }

    private @Nullable String batchNamed(@Nullable String batch) {
        var batches =
                catalogue.items().stream().map(Item::batch).distinct().sorted().toList();
        if (batch != null && !batches.contains(batch)) {
            throw new BadRequest("batch", "批次只能是 " + String.join("、", batches));
        }
        return batch;
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
        var today = time.today();
        var asked = filing.filing();
        return CheckMessage.of(catalogue.check(catalogue.holding(filings.item(id), asked, today), asked, today));
    }
}
