package org.tongban.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.places.Regions;

/** Holds one service against its own form, the kinds of office and its examples, and collects all that is wrong. */
final class ItemProof {

    private final Item item;
    private final Map<String, Integer> lines;
    private final Regions regions;
    private final OfficeFinder offices;
    private final Rules rules;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Set<Boolean>> seen = new LinkedHashMap<>();

    ItemProof(ItemReader.Read read, Regions regions, OfficeFinder offices) {
        this.item = read.item();
        this.lines = read.lines();
        this.regions = regions;
        this.offices = offices;
        this.rules = new Rules(item, regions);
    }

    /** Every expression compiled; an office for each kind. */
    List<String> faultsOfFile(Set<String> kinds) {
        faults.clear();
        for (var expression : Expression.of(item)) {
            try {
                rules.compile(expression);
            } catch (IllegalArgumentException e) {
                fault("第 " + ItemReview.lineOf(lines, expression.path()) + " 行 " + expression.path() + "："
                        + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
            }
        }
        item.offices().stream()
                .filter(o -> !kinds.contains(o.kind()))
                .forEach(o -> fault("offices：没有这种机构 " + o.kind()));
        item.checks().stream().filter(c -> !kinds.contains(c.kind())).forEach(c -> fault("checks：没有这种机构 " + c.kind()));
        return List.copyOf(faults);
    }

    private void fault(String text) {
        faults.add(text);
    }

    /** Every example checked, and what its conditions came to counted. */
    List<String> faultsOfExamples(List<Example> examples) {
        faults.clear();
        seen.clear();
        if (examples.isEmpty()) {
            fault("没有示例");
        }
        examples.forEach(this::run);
        return List.copyOf(faults);
    }

    private void run(Example example) {
        var check = new FilingCheck(item, rules, regions, offices, example.filing(), example.today());
        var precheck = check.precheck();
        var expected = example.expected();
        compare(example, "eligible", expected.eligible(), precheck.eligible(), "尚需：" + precheck.unknown());
        var refusals = precheck.refusals().stream().map(Precheck.Refused::text).collect(Collectors.toSet());
        compare(example, "refusals", Set.copyOf(expected.refusals()), refusals, "");
        var missing =
                precheck.missingMaterials().stream().map(Precheck.Missing::key).collect(Collectors.toSet());
        compare(example, "missing", Set.copyOf(expected.missing()), missing, "");
        var competent = precheck.competentOffice();
        compare(
                example,
                "office",
                expected.office(),
                competent == null ? null : competent.code(),
                "地点：" + precheck.places());
        // What is left empty may be the very point of an example that is refused or not yet known.
        boolean whole = Boolean.TRUE.equals(expected.eligible());
        precheck.fieldErrors().stream()
                .filter(e -> whole || !e.text().startsWith("请"))
                .forEach(e -> fault("示例“" + example.name() + "” " + e.key() + "：" + e.text()));
        example.filing().materials().stream()
                .filter(key -> item.material(key)
                        .filter(m -> !check.situation().judge(m.when()).isTrue())
                        .isPresent())
                .forEach(key -> fault("示例“" + example.name() + "” 交了不适用的材料 " + key));
        example.filing().answers().keySet().stream()
                .flatMap(key -> item.field(key).stream())
                .filter(f -> !check.situation().applies(f).isTrue())
                .forEach(f -> fault("示例“" + example.name() + "” 填了不适用的字段 " + f.key()));
        note(check.situation());
    }

    private void compare(
            Example example, String what, @Nullable Object expected, @Nullable Object actual, String remark) {
        if (!Objects.equals(expected, actual)) {
            fault("示例“" + example.name() + "” " + what + "：应为 " + expected + "，实为 " + actual
                    + (remark.isEmpty() ? "" : "（" + remark + "）"));
        }
    }

    private void note(Situation situation) {
        item.form().forEach(f -> note("字段 " + f.key(), f.when(), situation.applies(f)));
        item.materials().forEach(m -> note("材料 " + m.key(), m.when(), situation.judge(m.when())));
        for (int i = 0; i < item.steps().size(); i++) {
            var when = item.steps().get(i).when();
            note("环节 " + i, when, situation.judge(when));
        }
    }

    private void note(String what, @Nullable String when, Verdict verdict) {
        if (when != null && !hasNoOtherAnswer(when)) {
            seen.computeIfAbsent(what, _ -> new HashSet<>()).add(verdict.isTrue());
        }
    }

    /** A condition on a choice of one option can only be true. */
    private boolean hasNoOtherAnswer(String when) {
        var references = rules.compile(new Expression("", when, Expression.Wanted.TRUTH, null))
                .references();
        return references.stream()
                .allMatch(key -> item.field(key)
                        .filter(f -> f instanceof Field.Select select
                                && select.options().size() == 1)
                        .isPresent());
    }

    /** Conditions that no example, or every example, made true. */
    List<String> unvisited() {
        var unvisited = new ArrayList<String>();
        seen.forEach((what, truths) -> {
            if (truths.size() < 2) {
                unvisited.add(what + " 的 when " + (truths.contains(true) ? "在所有示例里都为真" : "在任何示例里都不为真"));
            }
        });
        return unvisited;
    }
}
