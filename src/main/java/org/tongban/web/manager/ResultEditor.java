package org.tongban.web.manager;

import static org.tongban.web.Words.later;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Result;
import org.tongban.web.ItemFacts;

/** 办理结果: what comes out, and how long it holds. */
final class ResultEditor implements Editor {
    private static final String NAME = "name";
    private static final String KIND = "kind";
    private static final String VALID = "valid";

    @Override
    public String key() {
        return "result";
    }

    @Override
    public String title() {
        return later("改办理结果");
    }

    @Override
    public ItemFacts.Part section() {
        return ItemFacts.Part.RESULTS;
    }

    @Override
    public boolean knows(Item item, String part) {
        return part.equals(NEW) || index(item, part) >= 0;
    }

    private static int index(Item item, String part) {
        return item.results().stream().map(Result::name).toList().indexOf(part);
    }

    @Override
    public List<Question> questions(Item item, String part) {
        return List.of(
                Question.of(NAME, later("结果名称"), Question.Kind.LINE),
                Question.of(KIND, later("结果类型"), Question.Kind.PICK)
                        .options(Question.words(Result.Kind.values(), Result.Kind::chinese)),
                Question.of(VALID, later("有效期"), Question.Kind.LINE).optional());
    }

    @Override
    public Map<String, List<String>> values(Item item, String part) {
        int index = index(item, part);
        var values = new LinkedHashMap<String, List<String>>();
        if (index >= 0) {
            var result = item.results().get(index);
            values.put(NAME, List.of(result.name()));
            values.put(KIND, List.of(result.kind().name()));
            values.put(VALID, Editor.one(result.valid()));
        }
        return values;
    }

    @Override
    public List<Change> changes(Item item, String part, Sheet sheet) {
        var name = sheet.required(NAME, "结果名称");
        var kind = sheet.one(KIND, Result.Kind.class, "结果类型");
        int index = index(item, part);
        if (index < 0) {
            var file = new LinkedHashMap<String, Object>();
            file.put(NAME, name);
            file.put(KIND, kind == null ? "" : kind.chinese());
            file.put(VALID, sheet.optional(VALID));
            return List.of(Change.of(name.contains("]") ? "results[+]" : "results[+" + name + "]", file));
        }
        var before = item.results().get(index);
        var path = Editor.path("results", before.name(), index);
        var changes = new Changes();
        changes.put(path + ".valid", before.valid(), sheet.optional(VALID));
        changes.put(path + ".kind", before.kind().chinese(), kind == null ? "" : kind.chinese());
        changes.put(path + ".name", before.name(), name);
        return changes.all();
    }

    @Override
    public @Nullable Change removal(Item item, String part) {
        int index = index(item, part);
        return index < 0 ? null : Change.removal(Editor.path("results", part, index));
    }
}
