package org.tongban.web.manager;

import static org.tongban.web.Words.later;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Eligibility;
import org.tongban.catalogue.Item;
import org.tongban.web.ItemFacts;

/** 条件: what must be so, in words, and as a rule where the form can tell. */
final class ConditionEditor implements Editor {
    static final String RULE = "rule";
    private static final String TEXT = "text";
    private static final String LIST = "eligibility";

    @Override
    public String key() {
        return "condition";
    }

    @Override
    public String title() {
        return later("改条件");
    }

    @Override
    public String intro() {
        return later("条件不符合时，申请人会看到这里的文字。能由表单判断的，可以写成规则；不写规则的，由工作人员判断。");
    }

    @Override
    public ItemFacts.Part section() {
        return ItemFacts.Part.CONDITIONS;
    }

    @Override
    public boolean knows(Item item, String part) {
        return part.equals(NEW) || index(item, part) >= 0;
    }

    private static int index(Item item, String part) {
        return Editor.index(part, item.eligibility().size());
    }

    private static Eligibility of(Item item, String part) {
        int index = index(item, part);
        return index < 0 ? new Eligibility("", null) : item.eligibility().get(index);
    }

    @Override
    public List<Question> questions(Item item, String part) {
        return List.of(
                Question.of(TEXT, later("条件"), Question.Kind.LINES),
                Question.of(RULE, later("规则（符合条件时为“是”）"), Question.Kind.RULE)
                        .hint(later("不熟悉规则写法的，留着不动或者清空即可；写好后可以先“检查规则”"))
                        .optional());
    }

    @Override
    public Map<String, List<String>> values(Item item, String part) {
        var condition = of(item, part);
        var values = new LinkedHashMap<String, List<String>>();
        values.put(TEXT, List.of(condition.text()));
        values.put(RULE, Editor.one(condition.rule()));
        return values;
    }

    @Override
    public List<Change> changes(Item item, String part, Sheet sheet) {
        var text = sheet.required(TEXT, "条件");
        var rule = sheet.optional(RULE);
        int index = index(item, part);
        if (index < 0) {
            var file = new LinkedHashMap<String, Object>();
            file.put("text", text);
            file.put("rule", rule);
            return List.of(Change.of(added(text), file));
        }
        var before = item.eligibility().get(index);
        var changes = new Changes();
        var path = Editor.path(LIST, before.text(), index);
        changes.put(path + ".rule", before.rule(), rule);
        changes.put(path + ".text", before.text(), text);
        return changes.all();
    }

    private static String added(String text) {
        return text.contains("]") ? LIST + "[+]" : LIST + "[+" + text + "]";
    }

    @Override
    public @Nullable Change removal(Item item, String part) {
        int index = index(item, part);
        return index < 0
                ? null
                : Change.removal(Editor.path(LIST, item.eligibility().get(index).text(), index));
    }
}
