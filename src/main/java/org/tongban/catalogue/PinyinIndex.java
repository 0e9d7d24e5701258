package org.tongban.catalogue;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Names and keywords of services in pinyin: written out, and by initials. */
final class PinyinIndex {

    private static final int EXACT = 0;
    private static final int BEGINNING = 1;
    private static final int WITHIN = 2;
    private static final int NONE = 3;
    private static final int FULL_LENGTH_MIN = 4;

    private record Entry(String id, String full, String initials, boolean name) {}

    private record Hit(String id, int rank) {}

    private final List<Entry> entries = new ArrayList<>();

    PinyinIndex(List<Item> items) {
        // Latin-ASCII takes the tone marks off.
        var transliterator = Transliterator.getInstance("Han-Latin; Latin-ASCII");
        for (var item : items) {
            entries.add(entry(item.id(), item.name(), true, transliterator));
            item.keywords().forEach(k -> entries.add(entry(item.id(), k, false, transliterator)));
        }
    }

    private static Entry entry(String id, String chinese, boolean name, Transliterator transliterator) {
        var syllables = Stream.of(transliterator
                        .transliterate(chinese)
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z0-9]+"))
                .filter(s -> !s.isEmpty())
                .toList();
        var initials = new StringBuilder();
        syllables.forEach(s -> initials.append(s.charAt(0)));
        return new Entry(id, String.join("", syllables), initials.toString(), name);
    }

    /** Ids, best first: whole before beginning before within, names before keywords. */
    List<String> find(String asked) {
        var words = asked.toLowerCase(Locale.ROOT).strip().split("[^a-z]+");
        var whole = found(String.join("", words));
        return whole.isEmpty() && words.length > 1 ? withAll(List.of(words)) : whole;
    }

    /** Several words need not stand side by side, nor all in the name. */
    private List<String> withAll(List<String> words) {
        var texts = new LinkedHashMap<String, String>();
        entries.forEach(e -> texts.merge(e.id(), e.full(), (one, other) -> one + " " + other));
        return texts.entrySet().stream()
                .filter(text -> words.stream().allMatch(text.getValue()::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> found(String letters) {
        return entries.stream()
                .map(e -> new Hit(e.id(), rank(e, letters)))
                .filter(h -> h.rank() < NONE * 2)
                .sorted(Comparator.comparingInt(Hit::rank))
                .map(Hit::id)
                .distinct()
                .toList();
    }

    private static int rank(Entry entry, String letters) {
        int byInitials = rank(entry.initials(), letters);
        int byFull = letters.length() < FULL_LENGTH_MIN ? NONE : rank(entry.full(), letters);
        return Math.min(byInitials, byFull) * 2 + (entry.name() ? 0 : 1);
    }

    private static int rank(String text, String letters) {
        if (text.equals(letters)) {
            return EXACT;
        }
        return text.startsWith(letters) ? BEGINNING : text.contains(letters) ? WITHIN : NONE;
    }
}
