package org.tongban.web.manager;

import static org.tongban.web.Words.later;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Item;
import org.tongban.web.ItemFacts;

/** 待牵头单位确认: what a service's file leaves open is confirmed or settled by the department, with the document it rests on. */
final class ConfirmEditor implements Editor {
    private static final String DRAFT = "draft";
    private static final String OPEN = "open";

    @Override
    public String key() {
        return "confirm";
    }

    @Override
    public String title() {
        return later("确认待定的内容");
    }

    @Override
    public String intro() {
        return later("勾选的表示已经核对无误、或者已经解决，并以下面的依据文件为准；内容本身不对的，先改内容，再来确认。");
    }

    @Override
    public ItemFacts.Part section() {
        return ItemFacts.Part.OPEN;
    }

    @Override
    public List<Question> questions(Item item, String part) {
        var questions = new ArrayList<Question>();
        if (!item.draft().isEmpty()) {
            questions.add(Question.of(DRAFT, later("哪些部分已经核对无误"), Question.Kind.SEVERAL)
                    .texts(item.draft().stream().map(ItemFacts::section).toList())
                    .optional());
        }
        if (!item.open().isEmpty()) {
            questions.add(Question.of(OPEN, later("哪些问题已经解决"), Question.Kind.SEVERAL)
                    .texts(item.open())
                    .optional());
        }
        return questions;
    }

    @Override
    public boolean knows(Item item, String part) {
        return part.isEmpty() && !(item.draft().isEmpty() && item.open().isEmpty());
    }

    @Override
    public Map<String, List<String>> values(Item item, String part) {
        return new LinkedHashMap<>();
    }

    @Override
    public List<Change> changes(Item item, String part, Sheet sheet) {
        var changes = new Changes();
        changes.put(DRAFT, item.draft(), left(item.draft(), sheet.chosen(DRAFT)));
        changes.put(OPEN, item.open(), left(item.open(), sheet.chosen(OPEN)));
        if (changes.all().isEmpty()) {
            sheet.error(item.draft().isEmpty() ? OPEN : DRAFT, "请至少勾选一项");
        }
        return changes.all();
    }

    private static List<String> left(List<String> all, List<String> ticked) {
        var left = new ArrayList<String>();
        for (int i = 0; i < all.size(); i++) {
            if (!ticked.contains(String.valueOf(i))) {
                left.add(all.get(i));
            }
        }
        return left;
    }
}
