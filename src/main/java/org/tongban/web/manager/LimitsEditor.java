package org.tongban.web.manager;

import static org.tongban.web.Words.later;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.LimitUnit;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.ItemLimits;
import org.tongban.catalogue.Limit;
import org.tongban.web.ItemFacts;

/** 时限: what is promised, or what law sets; for services whose limit depends on the answers, one row each. */
final class LimitsEditor implements Editor {
    private static final String DAYS = "days";
    private static final String UNIT = "unit";
    private static final String FROM = "from";
    private static final String TEXT = "text";
    private static final String BASIS = "basis";
    private static final String KIND = "kind";

    private final boolean statutory;

    LimitsEditor(boolean statutory) {
        this.statutory = statutory;
    }

    @Override
    public String key() {
        return statutory ? "statutory" : "committed";
    }

    @Override
    public String title() {
        return statutory ? later("改法定时限和依据") : later("改承诺时限");
    }

    @Override
    public String intro() {
        return statutory ? later("法定时限以法律、法规、规章写明的为准，请连同依据一起改。") : later("承诺时限不能长于法定时限。已经受理的办件仍按受理时的时限办（L-57）。");
    }

    @Override
    public ItemFacts.Part section() {
        return ItemFacts.Part.LIMITS;
    }

    private List<Limit.Choice> choices(Item item) {
        var choices = statutory ? item.limits().statutory() : item.limits().committed();
        return choices.isEmpty() ? List.of(new Limit.Choice(null, new Limit.NotCounted())) : choices;
    }

    @Override
    public List<Question> questions(Item item, String part) {
        var questions = new ArrayList<Question>();
        var choices = choices(item);
        for (int i = 0; i < choices.size(); i++) {
            var when = choices.get(i).when();
            var about = choices.size() == 1 ? "" : when == null ? "其他情况" : "当 " + when;
            questions.add(Question.of(DAYS + i, later("办结时限"), Question.Kind.NUMBER)
                    .about(about)
                    .hint(statutory ? later("0 表示当场；法律没有规定的不填") : later("0 表示当场办结；不计时限的不填"))
                    .optional());
            questions.add(Question.of(UNIT + i, later("单位"), Question.Kind.ONE)
                    .about(about)
                    .options(Question.words(LimitUnit.values(), LimitUnit::chinese)));
            questions.add(Question.of(FROM + i, later("从什么时候起算"), Question.Kind.PICK)
                    .about(about)
                    .options(Question.words(Limit.Start.values(), Limit.Start::chinese)));
        }
        questions.add(Question.of(TEXT, later("对外怎样说"), Question.Kind.LINE)
                .hint(later("不填的，按上面的数字写成“10个工作日”这样的说法"))
                .optional());
        if (statutory) {
            questions.add(Question.of(BASIS, later("时限的依据"), Question.Kind.LINE));
        } else {
            questions.add(Question.of(KIND, later("办件类型"), Question.Kind.ONE)
                    .options(Question.words(ItemLimits.Kind.values(), ItemLimits.Kind::chinese)));
        }
        return questions;
    }

    @Override
    public Map<String, List<String>> values(Item item, String part) {
        var values = new LinkedHashMap<String, List<String>>();
        var choices = choices(item);
        for (int i = 0; i < choices.size(); i++) {
            var counted = choices.get(i).limit() instanceof Limit.Counted c
                    ? c
                    : new Limit.Counted(0, LimitUnit.WORKING, Limit.Start.ACCEPTED);
            boolean set = choices.get(i).limit() instanceof Limit.Counted;
            values.put(DAYS + i, set ? List.of(String.valueOf(counted.days())) : List.of());
            values.put(UNIT + i, List.of(counted.unit().name()));
            values.put(FROM + i, List.of(counted.from().name()));
        }
        // what was said follows the numbers, unless it says more than they do
        var said = choices.size() == 1 ? null : text(item);
        values.put(TEXT, Editor.one(said));
        values.put(BASIS, List.of(item.limits().basis()));
        values.put(KIND, List.of(item.limits().kind().name()));
        return values;
    }

    private @Nullable String text(Item item) {
        return statutory ? item.limits().statutoryText() : item.limits().committedText();
    }

    @Override
    public List<Change> changes(Item item, String part, Sheet sheet) {
        var before = choices(item);
        var after = new ArrayList<Limit.Choice>();
        for (int i = 0; i < before.size(); i++) {
            after.add(new Limit.Choice(before.get(i).when(), limit(i, sheet)));
        }
        var changes = new Changes();
        var name = statutory ? "limits.statutory" : "limits.committed";
        boolean touched = !before.equals(after);
        boolean wasNone = statutory && item.limits().statutory().isEmpty();
        boolean none = statutory
                && (touched || wasNone)
                && after.size() == 1
                && after.getFirst().limit() instanceof Limit.NotCounted;
        changes.put(name, file(before, wasNone), file(after, none));
        var said = sheet.optional(TEXT);
        var was = text(item);
        if (said != null) {
            changes.put(name + "_text", was, said);
        } else if (touched) {
            changes.put(name + "_text", was, none ? null : words(after));
        }
        if (statutory) {
            changes.put("limits.basis", item.limits().basis(), sheet.required(BASIS, "时限的依据"));
        } else {
            var kind = sheet.one(KIND, ItemLimits.Kind.class, "办件类型");
            changes.put("limits.kind", item.limits().kind().chinese(), kind == null ? "" : kind.chinese());
        }
        return changes.all();
    }

    private static Limit limit(int row, Sheet sheet) {
        var days = sheet.number(DAYS + row, "办结时限");
        if (days == null) {
            return new Limit.NotCounted();
        }
        var unit = sheet.one(UNIT + row, LimitUnit.class, "单位");
        var from = sheet.one(FROM + row, Limit.Start.class, "从什么时候起算");
        return unit == null || from == null ? new Limit.NotCounted() : new Limit.Counted(days, unit, from);
    }

    private static String words(List<Limit.Choice> choices) {
        return String.join("或者", choices.stream().map(c -> words(c.limit())).toList());
    }

    static String words(Limit limit) {
        return switch (limit) {
            case Limit.NotCounted _ -> "不计时";
            case Limit.Counted counted -> counted.days() == 0 ? "当场" : counted.days() + unit(counted.unit());
        };
    }

    private static String unit(LimitUnit unit) {
        return switch (unit) {
            case WORKING, NATURAL -> "个" + unit.chinese();
            case MONTH, HOUR -> unit.chinese();
        };
    }

    private static @Nullable Object file(List<Limit.Choice> choices, boolean none) {
        if (none) {
            return null;
        }
        var all = choices.stream().map(LimitsEditor::file).toList();
        return all.size() == 1 && choices.getFirst().when() == null ? all.getFirst() : all;
    }

    static Map<String, Object> file(Limit.Choice choice) {
        var file = new LinkedHashMap<String, Object>();
        if (choice.when() != null) {
            file.put("when", choice.when());
        }
        switch (choice.limit()) {
            case Limit.NotCounted _ -> file.put("counted", false);
            case Limit.Counted counted -> {
                file.put("days", counted.days());
                file.put("unit", counted.unit().name().toLowerCase(Locale.ROOT));
                file.put("from", counted.from().name().toLowerCase(Locale.ROOT));
            }
        }
        return file;
    }
}
