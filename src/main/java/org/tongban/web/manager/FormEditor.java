package org.tongban.web.manager;

import static org.tongban.web.Words.later;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.web.ItemFacts;

/** 表单问题: how a question is worded, whether it must be answered, and what one may choose. */
final class FormEditor implements Editor {
    private static final String LABEL = "label";
    private static final String HINT = "hint";
    private static final String REQUIRED = "required";
    private static final String WHEN = "when";
    private static final String OPTIONS = "options";
    private static final String TYPE = "type";
    private static final String PURPOSE = "purpose";

    /** Of a new question; others are for who knows the service's file. */
    private enum NewType {
        TEXT(later("一行文字")),
        TEXTAREA(later("多行文字")),
        INTEGER(later("整数")),
        MONEY(later("金额")),
        DATE(later("日期")),
        BOOL(later("是或否")),
        SELECT(later("从几个中选一个")),
        MULTISELECT(later("可以选几个")),
        REGION(later("地区")),
        PHONE(later("电话"));

        private final String chinese;

        NewType(String chinese) {
            this.chinese = chinese;
        }
    }

    @Override
    public String key() {
        return "question";
    }

    @Override
    public String title() {
        return later("改表单问题");
    }

    @Override
    public String intro() {
        return later("问什么都要有用处（D-01）。已经提交的答案不变；正在填写的草稿按新的问题继续填。");
    }

    @Override
    public ItemFacts.Part section() {
        return ItemFacts.Part.QUESTIONS;
    }

    @Override
    public boolean knows(Item item, String part) {
        return part.equals(NEW) || item.field(part).isPresent();
    }

    private static @Nullable List<String> optionsOf(Item item, String part) {
        return switch (item.field(part).orElse(null)) {
            case Field.Select select -> select.options();
            case Field.Multiselect several -> several.options();
            case null, default -> null;
        };
    }

    @Override
    public List<Question> questions(Item item, String part) {
        boolean isNew = part.equals(NEW);
        var questions = new ArrayList<Question>();
        questions.add(Question.of(LABEL, later("问题"), Question.Kind.LINE));
        questions.add(Question.of(HINT, later("提示"), Question.Kind.LINE).optional());
        if (isNew) {
            questions.add(Question.of(TYPE, later("怎样回答"), Question.Kind.PICK)
                    .options(Question.words(NewType.values(), type -> type.chinese)));
            questions.add(Question.of(PURPOSE, later("用于什么"), Question.Kind.ONE)
                    .options(Question.words(Field.Purpose.values(), Field.Purpose::chinese)));
        }
        questions.add(Question.of(REQUIRED, later("要不要答"), Question.Kind.ONE)
                .options(Question.yesNo(later("必填"), later("选填"))));
        if (isNew || optionsOf(item, part) != null) {
            questions.add(Question.of(OPTIONS, later("可选的答案"), Question.Kind.LINES)
                    .hint(later("一行一个；规则里用到的，改名后规则也要改"))
                    .optional());
        }
        questions.add(Question.of(WHEN, later("只在什么情况下问（规则）"), Question.Kind.RULE)
                .hint(later("总是问的不填"))
                .optional());
        return questions;
    }

    @Override
    public Map<String, List<String>> values(Item item, String part) {
        var values = new LinkedHashMap<String, List<String>>();
        item.field(part).map(Field::about).ifPresent(about -> {
            values.put(LABEL, List.of(about.label()));
            values.put(HINT, Editor.one(about.hint()));
            values.put(REQUIRED, List.of(String.valueOf(about.required())));
            values.put(WHEN, Editor.one(about.when()));
        });
        var options = optionsOf(item, part);
        values.put(OPTIONS, options == null ? List.of() : List.of(String.join("\n", options)));
        return values;
    }

    @Override
    public List<Change> changes(Item item, String part, Sheet sheet) {
        var label = sheet.required(LABEL, "问题");
        if (sheet.text(REQUIRED).isEmpty()) {
            sheet.error(REQUIRED, "请选择：要不要答");
        }
        var field = item.field(part).orElse(null);
        if (field == null) {
            return List.of(added(item, label, sheet));
        }
        var about = field.about();
        var changes = new Changes();
        var path = "form[" + part + "].";
        changes.put(path + LABEL, about.label(), label);
        changes.put(path + HINT, about.hint(), sheet.optional(HINT));
        changes.put(path + REQUIRED, about.required(), sheet.yes(REQUIRED));
        changes.put(path + WHEN, about.when(), sheet.optional(WHEN));
        var options = optionsOf(item, part);
        if (options != null) {
            changes.put(path + OPTIONS, options, sheet.lines(OPTIONS));
        }
        return changes.all();
    }

    private static Change added(Item item, String label, Sheet sheet) {
        var type = sheet.one(TYPE, NewType.class, "怎样回答");
        var purpose = sheet.one(PURPOSE, Field.Purpose.class, "用于什么");
        var key = IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> "added" + n)
                .filter(k -> item.field(k).isEmpty())
                .findFirst()
                .orElseThrow();
        var file = new LinkedHashMap<String, Object>();
        file.put("key", key);
        file.put(LABEL, label);
        file.put(TYPE, word(type));
        file.put(REQUIRED, sheet.yes(REQUIRED));
        file.put(PURPOSE, word(purpose));
        file.put(HINT, sheet.optional(HINT));
        file.put(WHEN, sheet.optional(WHEN));
        if (type == NewType.SELECT || type == NewType.MULTISELECT) {
            file.put(OPTIONS, sheet.lines(OPTIONS));
        }
        return Change.of("form[+" + key + "]", file);
    }

    private static String word(@Nullable Enum<?> constant) {
        return constant == null ? "" : constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable Change removal(Item item, String part) {
        return item.field(part).isEmpty() ? null : Change.removal("form[" + part + "]");
    }
}
