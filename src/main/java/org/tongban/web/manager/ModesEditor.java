package org.tongban.web.manager;

import static org.tongban.web.Words.later;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Mode;
import org.tongban.web.ItemFacts;

/** 办理模式: which of the three apply, the usual one first (policy M-01, M-02). */
final class ModesEditor implements Editor {
    private static final String MODES = "modes";
    private static final String USUAL = "usual";

    @Override
    public String key() {
        return "modes";
    }

    @Override
    public String title() {
        return later("改办理模式");
    }

    @Override
    public String intro() {
        return later("发布后，申请页面随即按新的模式显示；正在办的办件仍按原来的模式办完。");
    }

    @Override
    public ItemFacts.Part section() {
        return ItemFacts.Part.WAYS;
    }

    @Override
    public List<Question> questions(Item item, String part) {
        var modes = Question.words(Mode.values(), Mode::chinese);
        return List.of(
                Question.of(MODES, later("可以怎样办"), Question.Kind.SEVERAL).options(modes),
                Question.of(USUAL, later("通常怎样办"), Question.Kind.ONE)
                        .hint(later("申请人没有选的，按这一种办；在指南里排在最前"))
                        .options(modes));
    }

    @Override
    public Map<String, List<String>> values(Item item, String part) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put(MODES, item.modes().stream().map(Mode::name).toList());
        values.put(USUAL, List.of(item.modes().getFirst().name()));
        return values;
    }

    @Override
    public List<Change> changes(Item item, String part, Sheet sheet) {
        var usual = sheet.one(USUAL, Mode.class, "通常怎样办");
        // those there are in their order, then what is new
        var chosen = Stream.concat(item.modes().stream(), Stream.of(Mode.values()))
                .distinct()
                .filter(mode -> sheet.chosen(MODES).contains(mode.name()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (chosen.isEmpty()) {
            sheet.error(MODES, "请至少选一种办理模式");
        } else if (usual != null && !chosen.remove(usual)) {
            sheet.error(USUAL, "通常的一种要在上面选中");
        } else if (usual != null) {
            chosen.addFirst(usual);
        }
        var changes = new Changes();
        changes.put("modes", words(item.modes()), words(chosen));
        return changes.all();
    }

    private static List<String> words(List<Mode> modes) {
        return modes.stream().map(Mode::chinese).toList();
    }
}
