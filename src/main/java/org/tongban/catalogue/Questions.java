package org.tongban.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * 能不能办所需: what a precheck has to ask, and no more: what the conditions name, and what decides whether that applies.
 *
 * @param fields in the file's order
 * @param places whose region only the applicant can say
 * @param applicant facts of the applicant, as {@code birthDate} and {@code sex}
 */
public record Questions(List<Field> fields, List<PlaceRule> places, Set<String> applicant) {

    static Questions of(Item item, Rules rules) {
        var named = new HashSet<String>();
        item.eligibility().forEach(e -> {
            if (e.rule() != null) {
                add(named, item, rules, new Expression("", e.rule(), Expression.Wanted.TRUTH, null));
            }
        });
        var told = item.onBehalf() == null ? null : item.onBehalf().told();
        return new Questions(
                item.form().stream()
                        .filter(f -> named.contains(f.key()))
                        .filter(f -> told == null || !told.keys().contains(f.key()))
                        .toList(),
                item.places().stream()
                        .filter(p -> p.region() == null && named.contains("places." + p.role()))
                        .toList(),
                named.stream()
                        .filter(n -> n.startsWith("applicant."))
                        .map(n -> n.substring("applicant.".length()))
                        .collect(java.util.stream.Collectors.toUnmodifiableSet()));
    }

    private static void add(Set<String> named, Item item, Rules rules, Expression expression) {
        for (var name : rules.compile(expression).references()) {
            if (named.add(name)) {
                item.field(name)
                        .map(Field::when)
                        .ifPresent(when ->
                                add(named, item, rules, new Expression("", when, Expression.Wanted.TRUTH, null)));
                item.places().stream()
                        .filter(p -> p.region() != null && (name.equals("places") || name.equals("places." + p.role())))
                        .forEach(p -> add(
                                named, item, rules, new Expression("", p.region(), Expression.Wanted.REGION, null)));
            }
        }
    }
}
