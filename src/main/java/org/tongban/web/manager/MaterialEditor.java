package org.tongban.web.manager;

import static org.tongban.web.Words.later;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Material;
import org.tongban.web.ItemFacts;

/** 材料: what is handed in, what spares it, and why it is still asked (policy N-14). */
final class MaterialEditor implements Editor {
    private static final String NAME = "name";
    private static final String REQUIRED = "required";
    private static final String MEDIUM = "medium";
    private static final String ISSUER = "issuer";
    private static final String EXEMPT_BY = "exempt_by";
    private static final String BECAUSE = "because";
    private static final String WHEN = "when";

    @Override
    public String key() {
        return "material";
    }

    @Override
    public String title() {
        return later("改材料");
    }

    @Override
    public String intro() {
        return later("能由数据共享或者电子证照代替的，请写明由什么免交；必须交的，要写明为什么仍要交（N-14）。");
    }

    @Override
    public ItemFacts.Part section() {
        return ItemFacts.Part.MATERIALS;
    }

    @Override
    public boolean knows(Item item, String part) {
        return part.equals(NEW) || item.material(part).isPresent();
    }

    @Override
    public List<Question> questions(Item item, String part) {
        return List.of(
                Question.of(NAME, later("材料名称"), Question.Kind.LINE),
                Question.of(REQUIRED, later("要不要交"), Question.Kind.ONE)
                        .options(Question.yesNo(later("必须交"), later("可以不交"))),
                Question.of(MEDIUM, later("交什么样的"), Question.Kind.ONE)
                        .options(Question.words(Material.Medium.values(), Material.Medium::chinese)),
                Question.of(ISSUER, later("出具单位"), Question.Kind.LINE).optional(),
                Question.of(EXEMPT_BY, later("由什么免交"), Question.Kind.LINE)
                        .hint(later("电子证照或者共享数据的名称，例如“公安户籍共享数据”；没有的不填"))
                        .optional(),
                Question.of(BECAUSE, later("为什么仍要交"), Question.Kind.LINE).optional(),
                Question.of(WHEN, later("只在什么情况下要（规则）"), Question.Kind.RULE)
                        .hint(later("总是要的不填"))
                        .optional());
    }

    @Override
    public Map<String, List<String>> values(Item item, String part) {
        var values = new LinkedHashMap<String, List<String>>();
        var material = item.material(part).orElse(null);
        if (material != null) {
            values.put(NAME, List.of(material.name()));
            values.put(REQUIRED, List.of(String.valueOf(material.required())));
            values.put(MEDIUM, List.of(material.medium().name()));
            values.put(ISSUER, Editor.one(material.issuer()));
            values.put(EXEMPT_BY, Editor.one(material.exemptBy()));
            values.put(BECAUSE, Editor.one(material.because()));
            values.put(WHEN, Editor.one(material.when()));
        }
        return values;
    }

    @Override
    public List<Change> changes(Item item, String part, Sheet sheet) {
        var file = new LinkedHashMap<String, Object>();
        file.put(NAME, sheet.required(NAME, "材料名称"));
        if (sheet.text(REQUIRED).isEmpty()) {
            sheet.error(REQUIRED, "请选择：要不要交");
        }
        file.put(REQUIRED, sheet.yes(REQUIRED));
        var medium = sheet.one(MEDIUM, Material.Medium.class, "交什么样的");
        file.put(MEDIUM, medium == null ? "" : medium.chinese());
        for (var name : List.of(ISSUER, EXEMPT_BY, BECAUSE, WHEN)) {
            file.put(name, sheet.optional(name));
        }
        var before = item.material(part).orElse(null);
        if (before == null) {
            var key = freeKey(item);
            file.put("key", key);
            return List.of(Change.of("materials[+" + key + "]", file));
        }
        var changes = new Changes();
        var old = file(before);
        file.forEach((name, value) -> changes.put("materials[" + part + "]." + name, old.get(name), value));
        return changes.all();
    }

    private static Map<String, @Nullable Object> file(Material material) {
        var file = new LinkedHashMap<String, @Nullable Object>();
        file.put(NAME, material.name());
        file.put(REQUIRED, material.required());
        file.put(MEDIUM, material.medium().chinese());
        file.put(ISSUER, material.issuer());
        file.put(EXEMPT_BY, material.exemptBy());
        file.put(BECAUSE, material.because());
        file.put(WHEN, material.when());
        return file;
    }

    private static String freeKey(Item item) {
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> "added" + n)
                .filter(key -> item.material(key).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public @Nullable Change removal(Item item, String part) {
        return item.material(part).isEmpty() ? null : Change.removal("materials[" + part + "]");
    }
}
