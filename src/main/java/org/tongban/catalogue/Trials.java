package org.tongban.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.places.Offices;
import org.tongban.places.Regions;

/** 试算: what a version that nobody is served under says to a filing. No case is opened and nothing is kept. */
@Component
public class Trials {
    private final Regions regions;
    private final OfficeFinder offices;
    private final ItemExamples examples;

    Trials(Regions regions, Offices offices, ItemExamples examples) {
        this.regions = regions;
        this.offices = offices::find;
        this.examples = examples;
    }

    /** 示例前后: what is said to an example of the service before and after a change. */
    public record Outcome(Example example, Precheck before, Precheck after) {
        public boolean changed() {
            return !before.equals(after);
        }
    }

    /** Every example of the service, held against both. */
    public List<Outcome> outcomes(Item before, Item after) {
        var now = new Rules(before, regions);
        var then = new Rules(after, regions);
        return examples.of(after.id()).stream()
                .map(e -> new Outcome(
                        e, check(before, now, e.filing(), e.today()), check(after, then, e.filing(), e.today())))
                .toList();
    }

    public Precheck check(Item item, Filing filing, LocalDate day) {
        return check(item, new Rules(item, regions), filing, day);
    }

    public Asked asked(Item item, Filing filing, LocalDate day) {
        return new FilingCheck(item, new Rules(item, regions), regions, offices, filing, day).asked();
    }

    private Precheck check(Item item, Rules rules, Filing filing, LocalDate day) {
        return new FilingCheck(item, rules, regions, offices, filing, day).precheck();
    }

    /**
     * 规则检查.
     *
     * @param problem why it cannot stand, in words; null: it can
     * @param asks what the rule looks at: labels of the form's questions, and names of what is known without asking
     * @param verdicts what it comes to in each example
     */
    public record RuleTrial(@Nullable String problem, List<String> asks, List<ExampleVerdict> verdicts) {}

    /** 规则在示例中的结果: {@code met} is null where it is not known or does not apply. */
    public record ExampleVerdict(String example, @Nullable Boolean met) {}

    /** A condition as it is being written, against the form of the service. */
    public RuleTrial rule(Item item, String rule) {
        var rules = new Rules(item, regions);
        try {
            var compiled = rules.compile(new Expression("", rule, Expression.Wanted.TRUTH, null));
            var verdicts = new ArrayList<ExampleVerdict>();
            for (var example : examples.of(item.id())) {
                var check = new FilingCheck(item, rules, regions, offices, example.filing(), example.today());
                var verdict = check.situation().judge(rule);
                verdicts.add(new ExampleVerdict(
                        example.name(), verdict.isTrue() ? Boolean.TRUE : verdict.isFalse() ? Boolean.FALSE : null));
            }
            return new RuleTrial(null, labels(item, compiled.references()), List.copyOf(verdicts));
        } catch (IllegalArgumentException e) {
            return new RuleTrial(RuleWords.of(String.valueOf(e.getMessage())), List.of(), List.of());
        }
    }

    private static List<String> labels(Item item, Set<String> names) {
        return new TreeSet<>(names)
                .stream()
                        .map(name -> item.field(name).map(Field::label).orElseGet(() -> known(name)))
                        .toList();
    }

    /** What is known of the applicant and of the places without asking. */
    private static String known(String name) {
        return switch (name) {
            case "applicant.name" -> "申请人的姓名或名称";
            case "applicant.birthDate" -> "申请人的出生日期";
            case "applicant.sex" -> "申请人的性别";
            case "applicant.region" -> "申请人的所在地";
            case "applicant.phone" -> "申请人的电话";
            case "applicant.form" -> "申请单位的类型";
            case "applicant.uscc" -> "申请单位的统一社会信用代码";
            case "applicant.agentName" -> "经办人的姓名";
            case "applicant.documentNumber",
                    "applicant.idNumber",
                    "applicant.identityNumber",
                    "applicant.identityType" -> "申请人的证件";
            case "places." + PlaceRule.APPLY_AT -> "申请地";
            case "places." + PlaceRule.HANDLED_BY -> "办理地";
            default -> name;
        };
    }
}
