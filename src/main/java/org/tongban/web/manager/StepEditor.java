package org.tongban.web.manager;

import static org.tongban.web.Words.later;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.calendar.LimitUnit;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Limit;
import org.tongban.catalogue.Step;
import org.tongban.web.ItemFacts;

/** 环节: what is done, what comes out of it, and how long it may take. */
final class StepEditor implements Editor {
    private static final String ACTION = "action";
    private static final String OUTPUT = "output";
    private static final String DAYS = "days";
    private static final String UNIT = "unit";
    private static final String FROM = "from";

    @Override
    public String key() {
        return "step";
    }

    @Override
    public String title() {
        return later("改环节");
    }

    @Override
    public ItemFacts.Part section() {
        return ItemFacts.Part.COURSE;
    }

    @Override
    public boolean knows(Item item, String part) {
        return Editor.index(part, item.steps().size()) >= 0;
    }

    private static Step of(Item item, String part) {
        return item.steps().get(Editor.index(part, item.steps().size()));
    }

    /** Limits that depend on the answers are for who knows the service's file. */
    private static boolean simple(Step step) {
        return step.limit().isEmpty()
                || (step.limit().size() == 1 && step.limit().getFirst().when() == null);
    }

    @Override
    public List<Question> questions(Item item, String part) {
        var questions = new ArrayList<Question>();
        questions.add(Question.of(ACTION, later("做什么"), Question.Kind.LINES));
        questions.add(Question.of(OUTPUT, later("得出什么"), Question.Kind.LINE).optional());
        if (simple(of(item, part))) {
            questions.add(Question.of(DAYS, later("办结时限"), Question.Kind.NUMBER)
                    .hint(later("0 表示当场办结；不计时限的不填"))
                    .optional());
            questions.add(Question.of(UNIT, later("单位"), Question.Kind.ONE)
                    .options(Question.words(LimitUnit.values(), LimitUnit::chinese)));
            questions.add(Question.of(FROM, later("从什么时候起算"), Question.Kind.PICK)
                    .options(Question.words(Limit.Start.values(), Limit.Start::chinese)));
        }
        return questions;
    }

    @Override
    public Map<String, List<String>> values(Item item, String part) {
        var step = of(item, part);
        var values = new LinkedHashMap<String, List<String>>();
        values.put(ACTION, List.of(step.action()));
        values.put(OUTPUT, Editor.one(step.output()));
        boolean set = !step.limit().isEmpty() && step.limit().getFirst().limit() instanceof Limit.Counted;
        var counted = set
                ? (Limit.Counted) step.limit().getFirst().limit()
                : new Limit.Counted(0, LimitUnit.WORKING, Limit.Start.PREVIOUS);
        values.put(DAYS, set ? List.of(String.valueOf(counted.days())) : List.of());
        values.put(UNIT, List.of(counted.unit().name()));
        values.put(FROM, List.of(counted.from().name()));
        return values;
    }

    @Override
    public List<Change> changes(Item item, String part, Sheet sheet) {
        var step = of(item, part);
        int index = Editor.index(part, item.steps().size());
        var path = Editor.path("steps", step.action(), index);
        var changes = new Changes();
        changes.put(path + ".output", step.output(), sheet.optional(OUTPUT));
        if (simple(step)) {
            limit(step, path, sheet, changes);
        }
        // last: it is by what it says that the step is known
        changes.put(path + ".action", step.action(), sheet.required(ACTION, "做什么"));
        return changes.all();
    }

    private static void limit(Step step, String path, Sheet sheet, Changes changes) {
        var days = sheet.number(DAYS, "办结时限");
        var unit = sheet.one(UNIT, LimitUnit.class, "单位");
        var from = sheet.one(FROM, Limit.Start.class, "从什么时候起算");
        Limit after = days == null || unit == null || from == null
                ? new Limit.NotCounted()
                : new Limit.Counted(days, unit, from);
        Limit before = step.limit().isEmpty()
                ? new Limit.NotCounted()
                : step.limit().getFirst().limit();
        if (!before.equals(after)) {
            changes.put(path + ".limit", null, LimitsEditor.file(new Limit.Choice(null, after)));
            changes.put(path + ".limit_text", step.limitText(), LimitsEditor.words(after));
        }
    }
}
