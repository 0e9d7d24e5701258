package org.tongban.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongban.places.Level;
import org.tongban.places.Office;
import org.tongban.places.Regions;

/** One filing held against its service. */
final class FilingCheck {
    private static final Pattern DATED = Pattern.compile("\\b(today|age)\\b");
    private static final int LOOK_AHEAD_DAYS = 400;

    private final Item item;
    private final Filing filing;
    private final OfficeFinder offices;
    private final FormErrors errors;
    private final Situation situation;
    private final LocalDate today;
    private final Function<LocalDate, Situation> onDay;

    FilingCheck(Item item, Rules rules, Regions regions, OfficeFinder offices, Filing asked, LocalDate today) {
        this.item = item;
        this.filing = OnBehalf.told(item, asked);
        this.offices = offices;
        var answers = Answers.ofJson(item, filing.answers());
        this.today = today;
        onDay = day -> new Situation(item, rules, regions, filing, answers, day);
        situation = onDay.apply(today);
        errors = new FormErrors(item, filing, answers, situation, regions);
    }

    Situation situation() {
        return situation;
    }

    Precheck precheck() {
        var refusals = new ArrayList<Precheck.Refused>();
        var open = new HashSet<String>();
        boolean undecided = false;
        for (var condition : item.eligibility()) {
            var verdict = situation.judge(condition.rule());
            if (verdict.isFalse()) {
                refusals.add(new Precheck.Refused(condition.text(), firstDay(condition.rule())));
            } else if (verdict instanceof Verdict.Unknown(var of, boolean inapplicable) && !inapplicable) {
                undecided = true;
                open.addAll(of);
            }
        }
        var places = situation.places();
        var found = offices(places);
        var competent = found.get(PlaceRule.HANDLED_BY);
        return new Precheck(
                refusals.isEmpty() ? undecided ? null : Boolean.TRUE : Boolean.FALSE,
                List.copyOf(refusals),
                errors.all(),
                missing(),
                exempt(),
                situation.stillNeeded(open),
                places,
                competent == null
                        ? null
                        : new Precheck.Competent(competent.code(), competent.name(), competent.region()),
                filing.mode() == null ? item.modes().getFirst() : filing.mode(),
                chosen(item.limits().committed()),
                chosen(item.limits().statutory()),
                plan(found));
    }

    /** A refusal over a date says from when one may apply. */
    private @Nullable LocalDate firstDay(@Nullable String rule) {
        return rule == null || !DATED.matcher(rule).find()
                ? null
                : today.plusDays(1)
                        .datesUntil(today.plusDays(LOOK_AHEAD_DAYS))
                        .filter(day -> onDay.apply(day).judge(rule).isTrue())
                        .findFirst()
                        .orElse(null);
    }

    Asked asked() {
        var told = OnBehalf.following(item, filing).keySet();
        var form = item.form().stream().filter(f -> !told.contains(f.key())).toList();
        return new Asked(
                form.stream().filter(f -> situation.applies(f).isTrue()).toList(),
                form.stream().filter(f -> situation.applies(f).isOpen()).toList(),
                item.materials().stream()
                        .filter(m -> situation.judge(m.when()).isTrue())
                        .toList(),
                item.materials().stream()
                        .filter(m -> situation.judge(m.when()).isOpen())
                        .toList(),
                situation.stillNeeded(routing()));
    }

    /** What is not known yet and decides which office is competent. */
    private Set<String> routing() {
        var open = new HashSet<String>();
        if (!situation.places().containsKey(PlaceRule.HANDLED_BY)) {
            open.add("places." + PlaceRule.HANDLED_BY);
        }
        for (var rule : item.offices()) {
            if (rule.role().equals(PlaceRule.HANDLED_BY)
                    && situation.judge(rule.when()) instanceof Verdict.Unknown(var of, boolean inapplicable)
                    && !inapplicable) {
                open.addAll(of);
            }
        }
        return open;
    }

    private List<Material> owed() {
        return item.materials().stream()
                .filter(m -> (m.required() || proves(m))
                        && !filing.materials().contains(m.key())
                        && situation.judge(m.when()).isTrue())
                .toList();
    }

    /** What proves that the agent may act is owed where one acts. */
    private boolean proves(Material material) {
        return filing.agent() != null
                && OnBehalf.acting(item, filing.relation())
                        .map(acting -> acting.proof().contains(material.key()))
                        .orElse(false);
    }

    private boolean isSpared(Material material) {
        return material.exemptBy() != null && !filing.unavailable().contains(material.key());
    }

    private List<Precheck.Missing> missing() {
        return owed().stream()
                .filter(m -> !isSpared(m))
                .map(m -> new Precheck.Missing(m.key(), m.name()))
                .toList();
    }

    private List<Precheck.Exempt> exempt() {
        return owed().stream()
                .filter(this::isSpared)
                .map(m -> new Precheck.Exempt(m.key(), m.name(), String.valueOf(m.exemptBy())))
                .toList();
    }

    /** Role or department → its office, as far as one is found; a department works at the competent place. */
    private Map<String, Office> offices(Map<String, String> places) {
        var found = new LinkedHashMap<String, Office>();
        for (var rule : item.offices()) {
            if (!found.containsKey(rule.role()) && situation.judge(rule.when()).isTrue()) {
                var role = item.place(rule.role()).isPresent() ? rule.role() : PlaceRule.HANDLED_BY;
                office(rule.kind(), places.get(role), rule.level()).ifPresent(o -> found.put(rule.role(), o));
            }
        }
        for (int i = 0; i < item.checks().size(); i++) {
            var check = item.checks().get(i);
            var name = "check." + i;
            office(check.kind(), places.get(PlaceRule.HANDLED_BY), check.level())
                    .ifPresent(o -> found.put(name, o));
        }
        return found;
    }

    private Optional<Office> office(String kind, @Nullable String region, @Nullable Level level) {
        if (level == Level.NATION) {
            return offices.find(kind, Regions.NATION, level);
        }
        return region == null ? Optional.empty() : offices.find(kind, region, level);
    }

    private Precheck.Plan plan(Map<String, Office> found) {
        var codes = new LinkedHashMap<String, String>();
        found.forEach((role, office) -> codes.put(role, office.code()));
        var steps = IntStream.range(0, item.steps().size())
                .filter(i -> situation.judge(item.steps().get(i).when()).isTrue())
                .boxed()
                .toList();
        var limits = new LinkedHashMap<Integer, Limit.Counted>();
        for (int step : steps) {
            var limit = chosen(item.steps().get(step).limit());
            if (limit != null) {
                limits.put(step, limit);
            }
        }
        var taking = new PartsOfFiling(item, filing.answers(), situation);
        var legs = taking.legs();
        var legLimits = new LinkedHashMap<String, Limit.Counted>();
        for (var leg : legs) {
            var limit = chosen(leg.limit());
            if (limit != null) {
                legLimits.put(leg.key(), limit);
            }
        }
        return new Precheck.Plan(codes, steps, limits, legs, legLimits, taking.parties());
    }

    private Limit.@Nullable Counted chosen(List<Limit.Choice> choices) {
        for (var choice : choices) {
            if (situation.judge(choice.when()).isTrue()) {
                return choice.limit() instanceof Limit.Counted counted ? counted : null;
            }
        }
        return null;
    }
}
