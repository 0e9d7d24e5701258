package org.tongban.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Material;
import org.tongban.catalogue.Mode;
import org.tongban.catalogue.Step;

/** 事项要点: what a service's file says, in words and in Chinese, in the order of a guide: for reading, and for holding two versions side by side. */
public final class ItemFacts {
    private static final String SEPARATOR = "；";

    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Item item;

    private ItemFacts(Item item) {
        this.item = item;
    }

    /** 要点的部分. */
    public enum Part {
        WAYS("办理模式"),
        LIMITS("时限和收费"),
        CONDITIONS("条件"),
        SITE("到现场"),
        MATERIALS("材料"),
        QUESTIONS("表单"),
        COURSE("环节和机构"),
        RESULTS("结果"),
        GUIDE("指南文字"),
        OPEN("待确认");

        private final String chinese;

        Part(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /**
     * 一条要点.
     *
     * @param key the same in two versions for the same thing
     * @param part by which it can be named in an address: key or index of a part of a list
     */
    public record Fact(Part section, String key, String part, String name, String text) {}

    /** 一处差异: null where there is nothing on that side. */
    public record Difference(
            Part section,
            String name,
            @Nullable String before,
            @Nullable String after) {}

    public static List<Fact> of(Item item) {
        var facts = new ItemFacts(item);
        facts.head();
        facts.conditions();
        facts.materials();
        facts.questions();
        facts.course();
        facts.results();
        facts.guide();
        return List.copyOf(facts.facts.values());
    }

    public static List<Fact> of(Item item, Part section) {
        return of(item).stream().filter(fact -> fact.section() == section).toList();
    }

    /** What is different, in the order of a guide. */
    public static List<Difference> between(Item before, Item after) {
        var left = of(before);
        var right = of(after);
        var old = byKey(left, right);
        var now = byKey(right, left);
        var keys = new LinkedHashSet<>(old.keySet());
        keys.addAll(now.keySet());
        var differences = new ArrayList<Difference>();
        for (var key : keys) {
            var was = old.get(key);
            var is = now.get(key);
            var one = Objects.requireNonNull(is == null ? was : is);
            var said = was == null ? null : was.text();
            var says = is == null ? null : is.text();
            if (!Objects.equals(said, says)) {
                differences.add(new Difference(one.section(), one.name(), said, says));
            }
        }
        differences.sort(Comparator.comparing(Difference::section));
        return List.copyOf(differences);
    }

    /** Numbered parts of a list answer to each other by their numbers, or, where some were added or taken away, by what they say first. */
    private static Map<String, Fact> byKey(List<Fact> facts, List<Fact> others) {
        return facts.stream()
                .collect(Collectors.toMap(
                        fact -> numbered(fact) && count(facts, fact) != count(others, fact)
                                ? fact.section()
                                        + fact.text().lines().findFirst().orElse("")
                                : fact.key(),
                        fact -> fact,
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    private static boolean numbered(Fact fact) {
        return fact.section() == Part.CONDITIONS
                || (fact.section() == Part.COURSE && !fact.part().isEmpty());
    }

    private static long count(List<Fact> facts, Fact like) {
        return facts.stream()
                .filter(fact -> numbered(fact) && fact.section() == like.section())
                .count();
    }

    private void add(Part section, String key, String name, @Nullable String text) {
        add(section, key, "", name, text);
    }

    private void add(Part section, String key, String part, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            var whole = section.name() + " " + key;
            facts.put(whole, new Fact(section, whole, part, name, text));
        }
    }

    private void head() {
        add(Part.WAYS, "modes", "办理模式", joined("、", item.modes().stream().map(Mode::chinese)));
        var limits = item.limits();
        add(Part.LIMITS, "committed", "承诺时限", LimitWords.whole(limits.committed()));
        add(Part.LIMITS, "committedText", "承诺时限的对外说法", limits.committedText());
        add(Part.LIMITS, "kind", "办件类型", limits.kind().chinese());
        add(Part.LIMITS, "statutory", "法定时限", LimitWords.whole(limits.statutory()));
        add(Part.LIMITS, "statutoryText", "法定时限的说法", limits.statutoryText());
        add(Part.LIMITS, "basis", "时限依据", limits.basis());
        add(Part.LIMITS, "fee", "收费", item.fee());
        var site = item.onSite();
        add(Part.SITE, "site", "要不要到现场", site == null ? "无须到场" : site.attends().chinese() + "：" + site.text());
        add(Part.SITE, "instrument", "到现场的法律依据", site == null ? null : site.instrument());
    }

    private void conditions() {
        for (int i = 0; i < item.eligibility().size(); i++) {
            var condition = item.eligibility().get(i);
            var rule = condition.rule() == null ? "由工作人员判断" : "规则：" + condition.rule();
            add(
                    Part.CONDITIONS,
                    String.valueOf(i),
                    String.valueOf(i),
                    "第 " + (i + 1) + " 条",
                    condition.text() + "\n" + rule);
        }
    }

    private void materials() {
        item.materials().forEach(m -> add(Part.MATERIALS, m.key(), m.key(), m.name(), m.name() + "\n" + material(m)));
    }

    private static String material(Material m) {
        var said = new ArrayList<String>();
        said.add(m.required() ? "必须交" : "可以不交");
        said.add(m.medium().chinese());
        put(said, "出具单位：", m.issuer());
        put(said, "由此免交：", m.exemptBy());
        put(said, "仍要交的原因：", m.because());
        put(said, "只在这时要：", m.when());
        return String.join(SEPARATOR, said);
    }

    private void questions() {
        item.form().forEach(f -> add(Part.QUESTIONS, f.key(), f.key(), f.label(), f.label() + "\n" + question(f)));
    }

    private static String question(Field field) {
        var about = field.about();
        var said = new ArrayList<String>();
        said.add(about.required() ? "必填" : "选填");
        said.add("用于" + about.purpose().chinese());
        put(said, "单位：", about.unit());
        put(said, "提示：", about.hint());
        put(said, "只在这时问：", about.when());
        switch (field) {
            case Field.Select select -> said.add("可选：" + String.join("、", select.options()));
            case Field.Multiselect several -> said.add("可多选：" + String.join("、", several.options()));
            case Field.Rows rows ->
                said.add("每行：" + joined("、", rows.fields().stream().map(Field::label)));
            case Field.Text _,
                    Field.Textarea _,
                    Field.Whole _,
                    Field.Decimal _,
                    Field.Money _,
                    Field.Date _,
                    Field.Month _,
                    Field.Year _,
                    Field.YesNo _,
                    Field.RegionCode _,
                    Field.IdCard _,
                    Field.Identity _,
                    Field.CreditCode _,
                    Field.Phone _,
                    Field.Email _,
                    Field.BankCard _ -> {}
        }
        return String.join(SEPARATOR, said);
    }

    private void course() {
        for (int i = 0; i < item.steps().size(); i++) {
            var step = item.steps().get(i);
            add(Part.COURSE, "step" + i, String.valueOf(i), "第 " + (i + 1) + " 环节", step(step));
        }
        item.checks()
                .forEach(c -> add(
                        Part.COURSE,
                        "check" + c.by() + c.asks(),
                        "协查：" + c.by(),
                        c.asks() + "\n可答复：" + String.join("、", c.answers()) + (c.binding() ? "；决定须有答复" : "；供参考")));
        item.offices()
                .forEach(o -> add(Part.COURSE, "office" + o.role() + o.when(), "机构：" + place(o.role()), o.text()));
        item.places().forEach(p -> add(Part.COURSE, "place" + p.role(), "地点：" + place(p.role()), p.text()));
        add(Part.COURSE, "approver", "准予是否要审批", item.decision().approver() ? "要另一人审批" : "不用审批");
    }

    private String step(Step step) {
        var said = new ArrayList<String>();
        said.add(step.phase().chinese() + " · " + step.kind().chinese());
        said.add("由" + place(step.actor()));
        put(said, "时限：", step.limit().isEmpty() ? null : LimitWords.whole(step.limit()));
        put(said, "得出：", step.output());
        put(said, "只在这时办：", step.when());
        return step.action() + "\n" + String.join(SEPARATOR, said);
    }

    private static String place(String role) {
        return switch (role) {
            case "apply_at" -> "申请地";
            case "handled_by" -> "办理地";
            case "from" -> "转出地";
            case "to" -> "转入地";
            case "applicant" -> "申请人";
            default -> role;
        };
    }

    private void results() {
        item.results()
                .forEach(r -> add(
                        Part.RESULTS,
                        r.name(),
                        r.name(),
                        r.name(),
                        r.kind().chinese() + (r.valid() == null ? "" : "；有效期：" + r.valid())));
    }

    private void guide() {
        add(Part.GUIDE, "type", "事项类型", item.type().chinese());
        add(
                Part.GUIDE,
                "applicants",
                "谁可以办",
                joined("、", item.applicants().stream().map(Item.ApplicantKind::chinese)));
        add(Part.GUIDE, "keywords", "老百姓的说法", String.join("、", item.keywords()));
        add(Part.GUIDE, "events", "生活场景", joined("、", item.lifeEvents().stream().map(Item.LifeEvent::chinese)));
        add(Part.GUIDE, "refusals", "哪些情况办不了", String.join("\n", item.refusals()));
        add(Part.GUIDE, "basis", "办理依据", String.join("\n", item.basis()));
        add(Part.GUIDE, "notes", "说明", item.notes());
        add(Part.GUIDE, "remedies", "不同意怎么办", item.remedies().chinese());
        add(
                Part.OPEN,
                "draft",
                "依据一般知识写成、待确认的部分",
                joined("、", item.draft().stream().map(ItemFacts::section)));
        add(Part.OPEN, "open", "矛盾或者缺少的内容", String.join("\n", item.open()));
    }

    /** What a key of the file is called, as 材料 for {@code materials}. */
    public static String section(String key) {
        return switch (key) {
            case "type" -> "事项类型";
            case "applicants" -> "谁可以办";
            case "modes" -> "办理模式";
            case "places" -> "地点";
            case "offices" -> "办事机构";
            case "eligibility" -> "条件";
            case "form" -> "表单";
            case "materials" -> "材料";
            case "steps" -> "环节";
            case "checks" -> "协查";
            case "on_site" -> "到现场";
            case "limits", "limits.statutory", "limits.committed" -> "时限";
            case "fee" -> "收费";
            case "results" -> "办理结果";
            case "refusals" -> "办不了的情况";
            case "basis" -> "办理依据";
            default -> key;
        };
    }

    private static void put(List<String> said, String name, @Nullable String text) {
        if (text != null) {
            said.add(name + text);
        }
    }

    private static String joined(String with, Stream<String> texts) {
        return texts.collect(Collectors.joining(with));
    }
}
