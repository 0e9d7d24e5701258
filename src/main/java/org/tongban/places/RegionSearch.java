package org.tongban.places;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds regions for a picker by Chinese words or by the beginning of their pinyin. */
final class RegionSearch {

    private final List<Entry> entries;

    /** A region with the text it is found by. */
    private record Entry(Region region, String fullName, List<Region> withAncestors) {}

    private record Found(Region region, int rank) {}

    RegionSearch(Regions regions, Collection<Region> all) {
        entries = all.stream()
                .filter(region -> !region.isAbolished() && region.level() != Level.NATION)
                .map(region -> {
                    List<Region> chain = new ArrayList<>(regions.ancestors(region.code()));
                    chain.addFirst(region);
                    return new Entry(region, regions.fullName(region.code()), List.copyOf(chain));
                })
                .toList();
    }

    List<Region> find(String words, int limit) {
        String query = words.strip().toLowerCase(Locale.ROOT);
        if (query.isEmpty()) {
            return List.of();
        }
        return entries.stream()
                .map(entry -> found(entry, query))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(Found::rank)
                        .thenComparing(found -> found.region().level())
                        .thenComparing(found -> found.region().code()))
                .limit(limit)
                .map(Found::region)
                .toList();
    }

    private static @Nullable Found found(Entry entry, String query) {
        boolean latin = query.chars().allMatch(c -> c < 128);
        int rank = latin ? byPinyin(entry, query.split("\\s+")) : byWords(entry, query.replaceAll("\\s+", ""));
        return rank < 0 ? null : new Found(entry.region(), rank);
    }

    /** Every word begins some name from the region upwards, and the last one the region's own. */
    private static int byPinyin(Entry entry, String[] words) {
        for (String word : words) {
            if (entry.withAncestors().stream().noneMatch(region -> begins(region, word))) {
                return -1;
            }
        }
        String last = words[words.length - 1];
        if (!begins(entry.region(), last)) {
            return -1;
        }
        return entry.region().pinyin().startsWith(last) ? 0 : 1;
    }

    private static boolean begins(Region region, String word) {
        return region.pinyin().startsWith(word)
                || region.initials().startsWith(word)
                || region.code().startsWith(word);
    }

    private static int byWords(Entry entry, String query) {
        Region region = entry.region();
        if (region.name().startsWith(query)) {
            return 0;
        }
        if (region.name().contains(query) || region.former().stream().anyMatch(name -> name.startsWith(query))) {
            return 1;
        }
        boolean endsInName = region.name().indexOf(query.charAt(query.length() - 1)) >= 0;
        return endsInName && holdsInOrder(entry.fullName(), query) ? 2 : -1;
    }

    /** Whether the letters of the query stand in the text in this order: 南京玄武 in 江苏省南京市玄武区. */
    private static boolean holdsInOrder(String text, String query) {
        int at = -1;
        for (char letter : query.toCharArray()) {
            at = text.indexOf(letter, at + 1);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }
}
