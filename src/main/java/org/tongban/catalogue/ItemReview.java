package org.tongban.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether what a service's file refers to exists in it. Nothing is guessed: the first fault stops the start-up. */
final class ItemReview {

    private static final String APPLICANT = "applicant";
    private static final Set<String> TAKEN = Set.of(APPLICANT, "places", "today", "true", "false", "null", "in");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Set<Integer> ASSURANCES = Set.of(3, 4);

    private final String file;
    private final Item item;
    private final Map<String, Integer> lines;

    private ItemReview(String file, Item item, Map<String, Integer> lines) {
        this.file = file;
        this.item = item;
        this.lines = lines;
    }

    static void review(String file, Item item, Map<String, Integer> lines) {
        var review = new ItemReview(file, item, lines);
        review.heads();
        review.keys();
        review.places();
        review.onBehalf();
        review.parts();
        review.steps();
        review.checks();
        review.charges();
    }

    private void charges() {
        boolean pays = item.steps().stream().anyMatch(step -> step.kind() == StepKind.PAY);
        var charges = item.charges();
        require(pays == (charges != null), "charges", pays ? "有缴费环节，但没有写收费项目" : "没有缴费环节，却写了收费项目");
        require(charges == null || (!charges.lines().isEmpty() && charges.days() > 0), "charges", "没有收费标准或者缴费期限");
    }

    /** Whether the kinds of office that the file names exist. */
    static void kinds(String file, ItemReader.Read read, Predicate<String> known) {
        var review = new ItemReview(file, read.item(), read.lines());
        for (int i = 0; i < read.item().offices().size(); i++) {
            var kind = read.item().offices().get(i).kind();
            review.require(known.test(kind), "offices[" + i + "].kind", "没有“" + kind + "”这种机构");
        }
        for (int i = 0; i < read.item().checks().size(); i++) {
            var kind = read.item().checks().get(i).kind();
            review.require(known.test(kind), "checks[" + i + "].kind", "没有“" + kind + "”这种机构");
        }
    }

    /** Whether every expression of the file compiles against its own form. */
    static void rules(String file, ItemReader.Read read, Rules rules) {
        for (var expression : Expression.of(read.item())) {
            try {
                rules.compile(expression);
            } catch (IllegalArgumentException e) {
                throw new ItemFileRefused(
                        file, lineOf(read.lines(), expression.path()), expression.path() + " " + e.getMessage());
            }
        }
    }

    private void require(boolean right, String path, String reason) {
        if (!right) {
            throw new ItemFileRefused(file, lineOf(path), path + " " + reason);
        }
    }

    private int lineOf(String path) {
        return lineOf(lines, path);
    }

    /** The line of the path, or of what it lies in. */
    static int lineOf(Map<String, Integer> lines, String path) {
        for (var at = path; !at.isEmpty(); at = parent(at)) {
            var line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return 1;
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }

    private void heads() {
        require(!item.applicants().isEmpty(), "applicants", "没有写谁可以申请");
        require(!item.modes().isEmpty(), "modes", "没有写办理模式（M-01）");
        require(!item.lifeEvents().isEmpty(), "life_events", "没有写生活场景");
        require(ASSURANCES.contains(item.assurance()), "assurance", "应当是 3 或 4（N-21）");
        require(!item.steps().isEmpty(), "steps", "没有环节");
        require(!item.results().isEmpty(), "results", "没有写办理结果");
        require(!item.limits().committed().isEmpty(), "limits.committed", "没有写承诺时限");
    }

    private void keys() {
        distinct("form", item.form(), Field::key);
        distinct("materials", item.materials(), Material::key);
        distinct("parties", item.parties(), PartyRule::key);
        distinct("legs", item.legs(), LegDefinition::key);
        distinct("eligibility", item.eligibility(), Eligibility::text);
        for (int i = 0; i < item.form().size(); i++) {
            var field = item.form().get(i);
            var path = "form[" + i + "]";
            fieldKey(path, field);
            if (field instanceof Field.Rows rows) {
                columns(path, rows);
            }
        }
    }

    private void columns(String path, Field.Rows rows) {
        require(!rows.fields().isEmpty(), path, "列表没有列");
        distinct(path + ".fields", rows.fields(), Field::key);
        for (int i = 0; i < rows.fields().size(); i++) {
            var column = rows.fields().get(i);
            fieldKey(path + ".fields[" + i + "]", column);
            require(!(column instanceof Field.Rows), path + ".fields[" + i + "]", "列表里不能再有列表");
        }
    }

    private void fieldKey(String path, Field field) {
        require(KEY.matcher(field.key()).matches(), path + ".key", "应当是小写字母开头的英文名");
        require(!TAKEN.contains(field.key()), path + ".key", "与规则里已有的名字相同");
    }

    private <T> void distinct(String list, List<T> parts, Function<T, String> key) {
        var seen = new HashSet<String>();
        for (int i = 0; i < parts.size(); i++) {
            var own = key.apply(parts.get(i));
            require(seen.add(own), list + "[" + i + "]", "“" + own + "”写了两次");
        }
    }

    private void places() {
        require(item.place(PlaceRule.APPLY_AT).isPresent(), "places", "没有申请地 apply_at");
        require(item.place(PlaceRule.HANDLED_BY).isPresent(), "places", "没有业务属地 handled_by");
        require(hasOffice(PlaceRule.HANDLED_BY), "offices", "业务属地 handled_by 没有办事机构");
        for (int i = 0; i < item.legs().size(); i++) {
            var role = item.legs().get(i).role();
            require(role == null || hasOffice(role), "legs[" + i + "].role", "“" + role + "”没有办事机构");
        }
    }

    /** Proofs are materials, and what follows from who acts is asked by the form. */
    private void onBehalf() {
        var rule = item.onBehalf();
        if (rule == null) {
            return;
        }
        require(OnBehalf.anybody(item) == (rule.because() == null), "on_behalf", "没有人可以代办的，写明 because；有人可以代办的，不写");
        var who = OnBehalf.of(item);
        for (int i = 0; i < who.size(); i++) {
            for (var key : who.get(i).proof()) {
                require(item.material(key).isPresent(), "on_behalf.who[" + i + "].proof", "没有“" + key + "”这种材料");
            }
        }
        if (rule.subject() != null) {
            answered("on_behalf.subject.person", null, rule.subject().person());
            answered("on_behalf.subject.number", null, rule.subject().number());
            answered("on_behalf.subject.relation", null, rule.subject().relation());
        }
        var told = rule.told();
        if (told != null) {
            answered("on_behalf.told.acts", null, told.acts());
            answered("on_behalf.told.commissioned", null, told.commissioned());
            for (var named : new OnBehalf.@Nullable Named[] {told.agent(), told.handler()}) {
                answered("on_behalf.told", null, named == null ? null : named.name());
                answered("on_behalf.told", null, named == null ? null : named.number());
            }
            translated("on_behalf.told.relation", told.relation());
            translated("on_behalf.told.kind", told.kind());
        }
    }

    private void translated(String path, OnBehalf.@Nullable Words words) {
        if (words == null) {
            return;
        }
        var options = item.field(words.field())
                .map(f -> f instanceof Field.Select select ? select.options() : List.<String>of())
                .orElse(List.of());
        words.options()
                .forEach((_, option) ->
                        require(options.contains(option), path, "“" + words.field() + "”没有“" + option + "”这个选项"));
    }

    /** Parties and legs name answers that the form asks for, and each other. */
    private void parts() {
        for (int i = 0; i < item.parties().size(); i++) {
            var party = item.parties().get(i);
            var path = "parties[" + i + "]";
            answered(path + ".person", party.rows(), party.person());
            answered(path + ".number", party.rows(), party.number());
            for (var key : party.sees()) {
                require(item.field(key).isPresent(), path + ".sees", "form 里没有“" + key + "”");
            }
        }
        for (int i = 0; i < item.legs().size(); i++) {
            var leg = item.legs().get(i);
            var path = "legs[" + i + "]";
            require((leg.rows() == null) == (leg.label() == null), path, "rows 和 label 要一起写");
            answered(path + ".label", leg.rows(), leg.label());
            for (var after : leg.after()) {
                require(
                        !after.equals(leg.key()) && item.leg(after).isPresent(),
                        path + ".after",
                        "没有“" + after + "”这个分项");
            }
        }
    }

    private void answered(String path, @Nullable String rows, @Nullable String key) {
        if (key == null) {
            return;
        }
        var fields = rows == null
                ? item.form()
                : item.field(rows)
                        .map(f -> f instanceof Field.Rows list ? list.fields() : List.<Field>of())
                        .orElse(List.of());
        require(fields.stream().anyMatch(f -> f.key().equals(key)), path, "form 里没有“" + key + "”");
    }

    private boolean hasOffice(String role) {
        return item.offices().stream().anyMatch(o -> o.role().equals(role));
    }

    private void steps() {
        for (int i = 0; i < item.steps().size(); i++) {
            var step = item.steps().get(i);
            var path = "steps[" + i + "]";
            require(
                    step.actor().equals(APPLICANT) || hasOffice(step.actor()),
                    path + ".actor",
                    "“" + step.actor() + "”没有办事机构");
            var check = step.check();
            require(
                    check == null || (check >= 0 && check < item.checks().size()),
                    path + ".check",
                    "checks 里没有第 " + check + " 项（从 0 数起）");
            for (var party : step.parties()) {
                require(
                        party.equals(APPLICANT) || item.party(party).isPresent(),
                        path + ".parties",
                        "没有“" + party + "”这个当事人");
            }
            require(
                    step.silence() == null || !step.limit().isEmpty() || step.kind() == StepKind.PAY,
                    path + ".silence",
                    "没有时限，就没有逾期");
            waits(path, step);
            var leg = step.leg();
            require(
                    leg == null || item.legs().stream().anyMatch(l -> l.key().equals(leg)),
                    path + ".leg",
                    "没有“" + leg + "”这个分项");
        }
        var grants = item.steps().stream()
                .filter(s -> "grant".equals(s.move()) && s.when() == null)
                .count();
        require(grants <= item.legs().size(), "steps", "作出决定（grant）的环节多于分项");
    }

    /** Only a period that runs can be ended early or stand outside the limit, and only by what the service's own instrument says. */
    private void waits(String path, Step step) {
        boolean waits = step.kind() == StepKind.WAIT;
        require(waits || !step.endsEarly(), path + ".ends_early", "只有等待（wait）可以提前结束");
        require(!waits || step.limit().stream().anyMatch(l -> l.limit() instanceof Limit.Counted), path, "等待没有写多久");
        var uncounted = step.uncounted();
        boolean lasts = step.kind() != StepKind.MOVE && step.kind() != StepKind.PAUSE;
        require(
                uncounted == null || lasts && item.limits().notCounted().contains(uncounted),
                path + ".uncounted",
                "limits.not_counted 里没有“" + uncounted + "”，或者这种环节不会停表");
    }

    private void checks() {
        for (int i = 0; i < item.checks().size(); i++) {
            var check = item.checks().get(i);
            require(!check.answers().isEmpty(), "checks[" + i + "].answers", "没有可选的答复");
        }
    }
}
