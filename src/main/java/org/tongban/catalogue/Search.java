package org.tongban.catalogue;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 查找事项: by words as people say them, by pinyin or its initials, or by browsing. */
@Component
public class Search {

    private static final Pattern PINYIN = Pattern.compile("[a-zA-Z ']{2,60}");

    private final Catalogue catalogue;
    private volatile Index index;

    Search(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.index = Index.of(catalogue.items());
    }

    /** The words of the services as they were at one time. */
    private record Index(List<String> versions, WordIndex words, PinyinIndex pinyin) {
        static Index of(List<Item> items) {
            return new Index(versions(items), new WordIndex(items), new PinyinIndex(items));
        }

        static List<String> versions(List<Item> items) {
            return items.stream().map(Item::version).toList();
        }
    }

    /** Follows what lead departments publish and what takes effect today. */
    private Index index() {
        var items = catalogue.items();
        var known = index;
        if (known.versions().equals(Index.versions(items))) {
            return known;
        }
        var renewed = Index.of(items);
        index = renewed;
        return renewed;
    }

    /**
     * 筛选: what to browse by; null: all.
     *
     * @param department leads or cooperates
     */
    public record Filter(
            Item.@Nullable LifeEvent lifeEvent,
            @Nullable String department,
            @Nullable String batch,
            @Nullable Mode mode) {

        public static final Filter ALL = new Filter(null, null, null, null);

        boolean admits(Item item) {
            return (lifeEvent == null || item.lifeEvents().contains(lifeEvent))
                    && (department == null
                            || item.lead().equals(department)
                            || item.cooperating().contains(department))
                    && (batch == null || item.batch().equals(batch))
                    && (mode == null || item.modes().contains(mode));
        }
    }

    /** The services that answer to the words, best first; none for blank words. */
    public List<Item> find(String asked) {
        return find(asked, Filter.ALL);
    }

    /** The services that answer to the words within a filter, best first; blank words: all within it. */
    public List<Item> find(String asked, Filter filter) {
        if (asked.isBlank()) {
            return filter.equals(Filter.ALL) ? List.of() : browse(filter);
        }
        var known = index();
        var ids = PINYIN.matcher(asked.strip()).matches() ? known.pinyin().find(asked) : List.<String>of();
        var found = ids.isEmpty() ? known.words().find(asked) : ids;
        return found.stream().map(catalogue::item).filter(filter::admits).toList();
    }

    /** In the order of the province's table. */
    public List<Item> browse(Filter filter) {
        return catalogue.items().stream().filter(filter::admits).toList();
    }
}
