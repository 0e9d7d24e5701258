package org.tongban.web.manager;

import static org.tongban.web.Words.later;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Item;
import org.tongban.web.ItemFacts;

/** 指南文字: what people read and search by, and the instruments; one thing a line. */
final class GuideEditor implements Editor {
    private static final String KEYWORDS = "keywords";
    private static final String REFUSALS = "refusals";
    private static final String BASIS = "basis";
    private static final String NOTES = "notes";

    @Override
    public String key() {
        return "guide";
    }

    @Override
    public String title() {
        return later("改指南文字");
    }

    @Override
    public String intro() {
        return later("事项名称、情形、牵头和配合单位由省的任务分工表规定，不在这里改。");
    }

    @Override
    public ItemFacts.Part section() {
        return ItemFacts.Part.GUIDE;
    }

    @Override
    public List<Question> questions(Item item, String part) {
        return List.of(
                Question.of(KEYWORDS, later("老百姓怎样说这件事"), Question.Kind.LINES)
                        .hint(later("一行一个，申请人可以按这些说法找到本事项"))
                        .optional(),
                Question.of(REFUSALS, later("哪些情况办不了"), Question.Kind.LINES)
                        .hint(later("一行一条"))
                        .optional(),
                Question.of(BASIS, later("办理依据"), Question.Kind.LINES).hint(later("一行一个文件，写明文号")),
                Question.of(NOTES, later("说明"), Question.Kind.LINES).optional());
    }

    @Override
    public Map<String, List<String>> values(Item item, String part) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put(KEYWORDS, List.of(String.join("\n", item.keywords())));
        values.put(REFUSALS, List.of(String.join("\n", item.refusals())));
        values.put(BASIS, List.of(String.join("\n", item.basis())));
        values.put(NOTES, Editor.one(item.notes()));
        return values;
    }

    @Override
    public List<Change> changes(Item item, String part, Sheet sheet) {
        sheet.required(BASIS, "办理依据");
        var changes = new Changes();
        changes.put(KEYWORDS, item.keywords(), sheet.lines(KEYWORDS));
        changes.put(REFUSALS, item.refusals(), sheet.lines(REFUSALS));
        changes.put(BASIS, item.basis(), sheet.lines(BASIS));
        changes.put(NOTES, item.notes(), sheet.optional(NOTES));
        return changes.all();
    }
}
