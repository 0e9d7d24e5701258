package org.tongban.catalogue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongban.calendar.LimitUnit;

/** What the services' files say, printed for people who do not read YAML. */
final class ItemsDocument {

    private static final int SHOWN_STEPS_MAX = 60;

    private ItemsDocument() {}

    static String items(List<Item> items, ItemExamples examples) {
        var text = new StringBuilder("""
                # 140 项服务一览

                由测试按 `src/main/resources/items/` 打印；改动事项文件后，核对差异再更新本页。

                | 编号 | 名称 | 类型 | 办理模式 | 业务属地的机构 | 法定时限 | 承诺时限 | 表单 | 材料（免提交） | 环节 | 条件（由人判断） | 分项 | 示例 |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                """);
        items.forEach(item -> text.append(line(item, examples.of(item.id()).size())));
        return text.toString();
    }

    private static String line(Item item, int examples) {
        var exempt = item.materials().stream().filter(m -> m.exemptBy() != null).count();
        var byPerson = item.eligibility().stream().filter(e -> e.rule() == null).count();
        var offices = item.offices().stream()
                .filter(o -> o.role().equals(PlaceRule.HANDLED_BY))
                .map(o -> o.kind() + (o.level() == null ? "" : "@" + ItemReader.word(o.level())))
                .distinct()
                .collect(Collectors.joining("、"));
        var cells = List.of(
                item.id(),
                item.name(),
                item.archetype().chinese() + " · " + item.type().chinese(),
                item.modes().stream().map(Mode::chinese).collect(Collectors.joining("、")),
                offices,
                limit(item.limits().statutory()),
                limit(item.limits().committed()) + "（" + item.limits().kind().chinese() + "）",
                String.valueOf(item.form().size()),
                item.materials().size() + "（" + exempt + "）",
                steps(item),
                item.eligibility().size() + "（" + byPerson + "）",
                item.legs().size() == 1 ? "" : String.valueOf(item.legs().size()),
                String.valueOf(examples));
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String steps(Item item) {
        var letters = item.steps().stream()
                .map(s -> s.kind() == StepKind.MOVE ? String.valueOf(s.move()) : ItemReader.word(s.kind()))
                .collect(Collectors.joining(" → "));
        return letters.length() > SHOWN_STEPS_MAX ? item.steps().size() + "：" + letters : letters;
    }

    private static String limit(List<Limit.Choice> choices) {
        return choices.isEmpty()
                ? "无"
                : choices.stream().map(ItemsDocument::choice).collect(Collectors.joining("；"));
    }

    private static String choice(Limit.Choice choice) {
        var words =
                switch (choice.limit()) {
                    case Limit.NotCounted _ -> "不计入";
                    case Limit.Counted counted ->
                        counted.days() == 0
                                ? "当场"
                                : counted.days()
                                        + (counted.unit() == LimitUnit.MONTH ? "" : "个")
                                        + counted.unit().chinese();
                };
        return choice.when() == null ? words : words + "（视情形）";
    }

    static String openPoints(List<Item> items) {
        var text = new StringBuilder("""
                # 未定事项

                由测试按事项文件打印。资料里没有的不编造，矛盾的不删改，都列在这里，等牵头单位确认。

                """);
        for (var kind : OpenPoint.Kind.values()) {
            section(
                    text,
                    (kind.policy() + " " + kind.chinese()).strip(),
                    items,
                    item -> OpenPoint.of(item).stream()
                            .filter(p -> p.kind() == kind)
                            .map(OpenPoint::text)
                            .toList());
        }
        return text.toString();
    }

    private static void section(
            StringBuilder text, String title, List<Item> items, Function<Item, List<String>> points) {
        var lines = new StringBuilder();
        int count = 0;
        for (var item : items) {
            var found = points.apply(item);
            count += found.size();
            if (found.size() == 1) {
                lines.append("- ")
                        .append(head(item))
                        .append("：")
                        .append(found.getFirst())
                        .append('\n');
            } else if (!found.isEmpty()) {
                lines.append("- ").append(head(item)).append('\n');
                found.forEach(point -> lines.append("  - ").append(point).append('\n'));
            }
        }
        text.append("## ")
                .append(title)
                .append("（")
                .append(count)
                .append("）\n\n")
                .append(lines)
                .append('\n');
    }

    private static String head(Item item) {
        return item.id() + " " + item.name();
    }
}
