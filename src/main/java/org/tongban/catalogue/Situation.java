package org.tongban.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Applicant;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.places.Regions;

/**
 * What is known of one filing: which fields apply, which places follow, and what each rule comes to. A value is worked out when a rule
 * first names it. A field that does not apply is unknown and does not matter; one left empty is unknown and matters.
 */
final class Situation {

    private final Item item;
    private final Rules rules;
    private final Map<String, String> given;
    private final Answers answers;
    private final Regions regions;
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, String> computed = new HashMap<>();
    private final Map<String, Boolean> unknown = new HashMap<>();
    private final Map<String, Verdict> applies = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    Situation(Item item, Rules rules, Regions regions, Filing filing, Answers answers, LocalDate today) {
        this.item = item;
        this.rules = rules;
        this.regions = regions;
        this.given = filing.places();
        this.answers = answers;
        values.put("today", Functions.timeOf(today));
        values.put("applicant", applicant(filing.applicant()));
        values.put("places", places);
    }

    private Map<String, Object> applicant(Applicant applicant) {
        var known = new HashMap<String, Object>();
        put(known, "name", applicant.name().isEmpty() ? null : applicant.name(), false);
        put(known, "phone", applicant.phone(), false);
        put(known, "region", applicant.region(), false);
        switch (applicant) {
            case Person person -> {
                var birth = person.birthDate();
                var sex = person.sex();
                put(known, "birthDate", birth == null ? null : Functions.timeOf(birth), false);
                put(known, "sex", sex == null ? null : sex.chinese(), false);
                put(known, "documentNumber", person.documentNumber().isEmpty() ? null : person.documentNumber(), false);
                if (person.idNumber() != null) {
                    known.put("idNumber", person.idNumber().text());
                } else if (person.documentNumber().isEmpty()) {
                    // A visitor who asks before saying who they are.
                    put(known, "idNumber", null, false);
                    put(known, "identityNumber", null, false);
                } else {
                    known.put("identityType", person.documentType());
                    known.put("identityNumber", person.documentNumber());
                }
            }
            case Organisation organisation -> {
                known.put("uscc", organisation.uscc().text());
                put(known, "form", organisation.form(), false);
                put(known, "agentName", organisation.agentName(), false);
                put(known, "documentNumber", null, true);
                put(known, "birthDate", null, true);
                put(known, "sex", null, true);
            }
        }
        return known;
    }

    private void put(Map<String, Object> known, String key, @Nullable Object value, boolean inapplicable) {
        if (value != null) {
            known.put(key, value);
        } else {
            unknown.put("applicant." + key, inapplicable);
        }
    }

    /** What a condition of the file comes to; none is always true. */
    Verdict judge(@Nullable String condition) {
        return condition == null ? Verdict.TRUE : judge(new Expression("", condition, Expression.Wanted.TRUTH, null));
    }

    private Verdict judge(Expression expression) {
        rules.compile(expression).references().forEach(this::workOut);
        return rules.judge(expression, values, unknown);
    }

    /** What the condition of a column comes to in one row; the row's own values come before the form's. */
    Verdict judge(Field.Rows rows, Field column, Map<String, Object> row) {
        if (column.when() == null) {
            return Verdict.TRUE;
        }
        var expression = new Expression("", column.when(), Expression.Wanted.TRUTH, rows);
        rules.compile(expression).references().forEach(this::workOut);
        var inRow = new HashMap<>(values);
        var unknownInRow = new HashMap<>(unknown);
        for (var field : rows.fields()) {
            var value = row.get(field.key());
            inRow.remove(field.key());
            unknownInRow.remove(field.key());
            if (value == null) {
                unknownInRow.put(field.key(), false);
            } else {
                inRow.put(field.key(), celValue(value));
            }
        }
        return rules.judge(expression, inRow, unknownInRow);
    }

    /** Whether a field applies. */
    Verdict applies(Field field) {
        workOut(field.key());
        return applies.getOrDefault(field.key(), Verdict.TRUE);
    }

    private void workOut(String name) {
        if (name.equals("places")) {
            item.places().forEach(p -> workOut("places." + p.role()));
            return;
        }
        if (!begun.add(name)) {
            return;
        }
        if (name.startsWith("places.")) {
            item.place(name.substring("places.".length())).ifPresent(this::workOutPlace);
        } else {
            item.field(name).ifPresent(this::workOutField);
        }
    }

    private void workOutField(Field field) {
        // Until its own condition is known the field is: a condition that leads back to itself stays open.
        unknown.put(field.key(), false);
        var verdict = judge(field.when());
        applies.put(field.key(), verdict);
        var answer = answers.value(field.key());
        if (verdict.isTrue() && answer != null) {
            unknown.remove(field.key());
            values.put(field.key(), celValue(answer));
        } else {
            unknown.put(field.key(), !verdict.isTrue() && !verdict.isOpen());
        }
    }

    private void workOutPlace(PlaceRule place) {
        var name = "places." + place.role();
        unknown.put(name, false);
        var asked = given.get(place.role());
        Verdict verdict = place.region() == null
                ? new Verdict.Unknown(Set.of(), false)
                : judge(new Expression("", place.region(), Expression.Wanted.REGION, null));
        if (verdict instanceof Verdict.Value(Object region)) {
            computed.put(place.role(), region.toString());
        }
        var holds = heldAgainst(asked, computed.get(place.role()));
        if (holds != null) {
            places.put(place.role(), holds);
            unknown.remove(name);
        } else {
            unknown.put(name, verdict instanceof Verdict.Unknown(var _, boolean inapplicable) && inapplicable);
        }
    }

    /** The given place holds where it lies in the computed one: it only says more. */
    private @Nullable String heldAgainst(@Nullable String asked, @Nullable String byRule) {
        if (byRule == null || asked == null) {
            return byRule == null ? asked : byRule;
        }
        return regions.within(asked, byRule) ? asked : byRule;
    }

    /** Place role → region, all that is known. */
    Map<String, String> places() {
        workOut("places");
        var known = new LinkedHashMap<String, String>();
        item.places().forEach(p -> {
            var region = places.get(p.role());
            if (region != null) {
                known.put(p.role(), region);
            }
        });
        return known;
    }

    /** Roles whose given place is not where the rules say. */
    List<PlaceRule> misplaced() {
        workOut("places");
        return item.places().stream()
                .filter(p -> {
                    var asked = given.get(p.role());
                    var byRule = computed.get(p.role());
                    return asked != null
                            && byRule != null
                            && !regions.within(asked, byRule)
                            && !regions.within(byRule, asked);
                })
                .toList();
    }

    /** What still has to be said before these are known: form keys in the file's order, then places and facts of the applicant. */
    List<String> stillNeeded(Set<String> names) {
        var needed = new TreeSet<String>();
        names.forEach(name -> need(name, needed, new HashSet<>()));
        var ordered = new ArrayList<String>();
        item.form().stream().map(Field::key).filter(needed::remove).forEach(ordered::add);
        ordered.addAll(needed);
        return ordered;
    }

    private void need(String name, Set<String> needed, Set<String> seen) {
        if (!Boolean.FALSE.equals(unknown.get(name)) || !seen.add(name)) {
            return;
        }
        var behind = behind(name);
        if (behind.isEmpty()) {
            needed.add(name);
        }
        behind.forEach(other -> need(other, needed, seen));
    }

    /** What an unknown waits for itself: the condition of a field, the rule of a place. */
    private Set<String> behind(String name) {
        if (applies.get(name) instanceof Verdict.Unknown(var of, boolean inapplicable) && !inapplicable) {
            return of;
        }
        var place = name.startsWith("places.")
                ? item.place(name.substring("places.".length()))
                : Optional.<PlaceRule>empty();
        var rule = place.map(PlaceRule::region);
        if (rule.isPresent()
                && judge(new Expression("", rule.get(), Expression.Wanted.REGION, null))
                        instanceof Verdict.Unknown(var of, var _)) {
            return of;
        }
        return Set.of();
    }

    private static Object celValue(Object value) {
        return switch (value) {
            case LocalDate date -> Functions.timeOf(date);
            case BigDecimal number -> number.doubleValue();
            case List<?> list -> list.stream().map(Situation::celValue).toList();
            case Map<?, ?> map -> {
                var row = new LinkedHashMap<Object, Object>();
                map.forEach((key, cell) -> row.put(key, celValue(cell)));
                yield row;
            }
            default -> value;
        };
    }
}
