package org.tongban.catalogue;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether what a service's examples tell can happen in it: whoever acts, and the step that they do, stand in its file. */
final class ExampleReview {
    private static final Set<String> AT_AN_OFFICE = Set.of(ExampleAct.CLERK, ExampleAct.OFFICER);
    private static final Set<String> STATES = Set.of("已收件", "待受理", "补正中", "办理中", "已决定", "办结");
    private static final Set<String> OUTCOMES = Set.of("准予", "部分准予", "不予", "不予受理", "撤回", "终止", "转报");

    private final Item item;
    private final Example example;

    private ExampleReview(Item item, Example example) {
        this.item = item;
        this.example = example;
    }

    /** @param item as its file has it, with nothing laid over it */
    static void review(Item item, List<Example> examples) {
        examples.forEach(example -> new ExampleReview(item, example).acts());
    }

    private void acts() {
        LocalDateTime before = example.today().atStartOfDay();
        for (int i = 0; i < example.acts().size(); i++) {
            var act = example.acts().get(i);
            require(act.deed().opens() == (i == 0), act, "第一步，也只有第一步，是提交申请或者窗口收件");
            require(!act.at().isBefore(before), act, "比前一步还早");
            before = act.at();
            if (act.deed() == Deed.STEP) {
                step(act);
            } else {
                require(known(act.who()), act, "事项和示例里没有“" + act.who() + "”");
            }
            require(
                    STATES.containsAll(optional(act.then().state())),
                    act,
                    "没有这种状态：" + act.then().state());
            require(
                    OUTCOMES.containsAll(optional(act.then().outcome())),
                    act,
                    "没有这种办结类型：" + act.then().outcome());
        }
    }

    private static Set<String> optional(@Nullable String word) {
        return word == null ? Set.of() : Set.of(word);
    }

    private void step(ExampleAct act) {
        var step = act.step(item);
        if (step == null) {
            throw refused(act, "没有这种动作，也没有（或者不止一个）环节以此开头：" + act.does());
        }
        var whose = whose(step);
        require(whose.contains(act.who()), act, "这个环节由" + String.join("、", whose) + "办理");
    }

    /** Who does a step: the parties, the applicant, a department by its name, or whoever works at the place's office. */
    private Set<String> whose(Step step) {
        if (!step.parties().isEmpty()) {
            return parties(step.parties());
        }
        if (step.actor().equals("applicant")) {
            return Set.of(ExampleAct.APPLICANT, ExampleAct.AGENT);
        }
        return item.place(step.actor()).isPresent() ? AT_AN_OFFICE : Set.of(step.actor());
    }

    private Set<String> parties(List<String> keys) {
        var whose = new HashSet<String>();
        if (keys.contains("applicant")) {
            whose.addAll(Set.of(ExampleAct.APPLICANT, ExampleAct.AGENT));
        }
        item.parties().stream().filter(rule -> keys.contains(rule.key())).forEach(rule -> whose.addAll(names(rule)));
        return whose;
    }

    /** As the example's filing names them. */
    private Set<String> names(PartyRule rule) {
        var answers = example.filing().answers();
        if (rule.rows() == null) {
            return answers.containsKey(rule.person())
                    ? Set.of(answers.get(rule.person()).toString())
                    : Set.of();
        }
        return answers.get(rule.rows()) instanceof List<?> rows
                ? rows.stream()
                        .map(row -> String.valueOf(((Map<?, ?>) row).get(rule.person())))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private boolean known(String who) {
        return switch (who) {
            case ExampleAct.APPLICANT, ExampleAct.CLERK, ExampleAct.OFFICER, ExampleAct.APPROVER, ExampleAct.CLOCK ->
                true;
            case ExampleAct.AGENT -> example.filing().agent() != null;
            default ->
                item.parties().stream().anyMatch(rule -> names(rule).contains(who))
                        || item.steps().stream().anyMatch(s -> s.actor().equals(who));
        };
    }

    private void require(boolean right, ExampleAct act, String reason) {
        if (!right) {
            throw refused(act, reason);
        }
    }

    private ItemFileRefused refused(ExampleAct act, String reason) {
        return new ItemFileRefused(item.id() + ".cases.yaml", act.line(), "示例“" + example.name() + "”：" + reason);
    }
}
