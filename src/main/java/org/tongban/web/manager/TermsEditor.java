package org.tongban.web.manager;

import static org.tongban.web.Words.later;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Item;
import org.tongban.web.ItemFacts;

/** 施行日期、地区和依据: of a proposal whose changes stay as they are. */
final class TermsEditor implements Editor {
    static final String KEY = "terms";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return later("改施行日期、地区和依据");
    }

    @Override
    public ItemFacts.Part section() {
        return ItemFacts.Part.GUIDE;
    }

    @Override
    public List<Question> questions(Item item, String part) {
        return List.of();
    }

    @Override
    public Map<String, List<String>> values(Item item, String part) {
        return new LinkedHashMap<>();
    }

    @Override
    public List<Change> changes(Item item, String part, Sheet sheet) {
        return List.of();
    }
}
