package org.tongban.web.officer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongban.places.Office;
import org.tongban.web.OfficeWords;

/** 选机构: an office is found by words and then chosen; nobody has to know its code. */
@Component
class OfficeChoice {
    static final String KEY = "office";

    /** Where the words are typed. */
    static final String WORDS = "office-words";

    private static final int MOST = 12;

    private final OfficeWords words;

    OfficeChoice(OfficeWords words) {
        this.words = words;
    }

    /** Those that the words typed may mean, code → name. */
    Map<String, String> found(Map<String, List<String>> parameters) {
        var found = new LinkedHashMap<String, String>();
        var typed = first(parameters, WORDS);
        var chosen = first(parameters, KEY);
        if (!chosen.isEmpty()) {
            words.find(chosen, 1).forEach(office -> found.put(office.code(), office.name()));
        }
        for (Office office : words.find(typed, MOST)) {
            found.put(office.code(), office.name());
        }
        return found;
    }

    /** What was typed names one office only: then it is chosen. */
    void settle(Map<String, List<String>> parameters) {
        if (first(parameters, KEY).isEmpty()) {
            var found = words.find(first(parameters, WORDS), 2);
            if (found.size() == 1) {
                parameters.put(KEY, List.of(found.getFirst().code()));
            }
        }
    }

    /** Why no office is chosen. */
    static String missing(Map<String, List<String>> parameters, Map<String, String> found) {
        return first(parameters, WORDS).isEmpty()
                ? "请写机构的地名和名称，再从找到的机构里选一个"
                : found.isEmpty() ? "没有找到这个机构，请换一个写法" : "请从找到的机构里选一个";
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).getFirst().strip();
    }
}
