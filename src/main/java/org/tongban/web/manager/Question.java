package org.tongban.web.manager;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * 改动表单的一问. Its words are Chinese and are said in the page's language.
 *
 * @param about what it is about, in the service's own words; empty: nothing
 * @param options value → word; said in the page's language if {@code spoken}, else they are the service's own
 */
public record Question(
        String name,
        String label,
        String about,
        @Nullable String hint,
        Kind kind,
        Map<String, String> options,
        boolean spoken,
        boolean required) {

    /** 问法. */
    public enum Kind {
        LINE,
        LINES,
        NUMBER,
        RULE,
        ONE,
        PICK,
        SEVERAL
    }

    static Question of(String name, String label, Kind kind) {
        return new Question(name, label, "", null, kind, Map.of(), true, true);
    }

    Question hint(String text) {
        return new Question(name, label, about, text, kind, options, spoken, required);
    }

    Question about(String text) {
        return new Question(name, label, text, hint, kind, options, spoken, required);
    }

    Question optional() {
        return new Question(name, label, about, hint, kind, options, spoken, false);
    }

    Question options(Map<String, String> from) {
        return new Question(name, label, about, hint, kind, from, spoken, required);
    }

    /** Values that are the service's own words. */
    Question texts(List<String> values) {
        var own = new LinkedHashMap<String, String>();
        for (int i = 0; i < values.size(); i++) {
            own.put(String.valueOf(i), values.get(i));
        }
        return new Question(name, label, about, hint, kind, own, false, required);
    }

    /** Words of an enum by the names of its constants. */
    static <E extends Enum<E>> Map<String, String> words(E[] constants, Function<E, String> word) {
        var options = new LinkedHashMap<String, String>();
        for (var constant : constants) {
            options.put(constant.name(), word.apply(constant));
        }
        return options;
    }

    static Map<String, String> yesNo(String yes, String no) {
        var options = new LinkedHashMap<String, String>();
        options.put("true", yes);
        options.put("false", no);
        return options;
    }
}
