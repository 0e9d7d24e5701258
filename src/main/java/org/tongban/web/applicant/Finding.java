package org.tongban.web.applicant;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Item.LifeEvent;
import org.tongban.catalogue.Mode;
import org.tongban.catalogue.Search;

/**
 * 找事项: what a visitor looks for among the services, and what there is.
 *
 * @param found best first, or in the order of the catalogue where no words were given
 * @param all services there are
 */
public record Finding(Wanted wanted, List<Item> found, List<Item> all) {

    /**
     * 查找条件: words as people say them, and what else the service must be; empty or null: anything.
     *
     * @param lead department that leads or cooperates
     */
    public record Wanted(
            String words,
            @Nullable LifeEvent event,
            String lead,
            String batch,
            @Nullable Mode mode) {
        Search.Filter filter() {
            return new Search.Filter(event, lead.isEmpty() ? null : lead, batch.isEmpty() ? null : batch, mode);
        }

        public boolean nothing() {
            return words.isEmpty() && event == null && lead.isEmpty() && batch.isEmpty() && mode == null;
        }
    }

    /** 分类的一格: a way to narrow the list, and how many services there are behind it. */
    public record Shelf(String value, String label, long count) {
        public String path(String parameter) {
            return "/items?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    public List<Shelf> events() {
        return Arrays.stream(LifeEvent.values())
                .map(event -> new Shelf(
                        event.name(),
                        event.chinese(),
                        count(item -> item.lifeEvents().contains(event))))
                .filter(shelf -> shelf.count() > 0)
                .toList();
    }

    public List<Shelf> leads() {
        return all.stream()
                .map(Item::lead)
                .distinct()
                .map(lead -> new Shelf(
                        lead,
                        lead,
                        count(item ->
                                item.lead().equals(lead) || item.cooperating().contains(lead))))
                .toList();
    }

    public List<Shelf> batches() {
        return all.stream()
                .map(Item::batch)
                .distinct()
                .map(batch -> new Shelf(
                        batch,
                        GuideWords.batch(batch),
                        count(item -> item.batch().equals(batch))))
                .toList();
    }

    public List<Shelf> modes() {
        return Arrays.stream(Mode.values())
                .map(mode -> new Shelf(
                        mode.name(), mode.chinese(), count(item -> item.modes().contains(mode))))
                .toList();
    }

    private long count(Predicate<Item> test) {
        return all.stream().filter(test).count();
    }
}
