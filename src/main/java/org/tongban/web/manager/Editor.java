package org.tongban.web.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Item;
import org.tongban.web.ItemFacts;

/** 改动表单: how one kind of change is entered, in words, without knowing how a service's file is written. */
interface Editor {
    /** Stands for a part that does not exist yet. */
    String NEW = "new";

    /** Of its address. */
    String key();

    String title();

    /** What should be known before one fills it in; empty: nothing. */
    default String intro() {
        return "";
    }

    ItemFacts.Part section();

    /** Whether there is such a part to edit; an editor of the whole knows only the empty one. */
    default boolean knows(Item item, String part) {
        return part.isEmpty();
    }

    List<Question> questions(Item item, String part);

    /** What the questions hold before anything is entered, by their names. */
    Map<String, List<String>> values(Item item, String part);

    /** What was changed; errors go into the sheet. */
    List<Change> changes(Item item, String part, Sheet sheet);

    /** Whether what it edits can be taken away. */
    default @Nullable Change removal(Item item, String part) {
        return null;
    }

    /** Collects changes of values that are not as they were. */
    final class Changes {
        private final List<Change> all = new ArrayList<>();

        void put(String path, @Nullable Object before, @Nullable Object after) {
            if (!Objects.equals(before, after)) {
                all.add(Change.of(path, after));
            }
        }

        List<Change> all() {
            return List.copyOf(all);
        }
    }

    /** Of a part of a list that is known by what it says; by its index where that would not be read again. */
    static String path(String list, String name, int index) {
        boolean readable = !name.contains("]") && !name.contains("[") && !name.startsWith("+") && !name.isBlank();
        return list + "[" + (readable ? name : String.valueOf(index)) + "]";
    }

    static Map<String, List<String>> value(String name, @Nullable String text) {
        return Map.of(name, text == null ? List.of() : List.of(text));
    }

    static List<String> one(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }

    static int index(String part, int size) {
        try {
            int index = Integer.parseInt(part);
            return index < 0 || index >= size ? -1 : index;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
