package org.tongban.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Masking;

/** Which parts and parties a filing has: those of the file that apply, and one for each row of a list where the file says so. */
final class PartsOfFiling {
    private final Item item;
    private final Map<String, Object> answers;
    private final Situation situation;

    PartsOfFiling(Item item, Map<String, Object> answers, Situation situation) {
        this.item = item;
        this.answers = answers;
        this.situation = situation;
    }

    /** Never empty. */
    List<LegDefinition> legs() {
        var legs = new ArrayList<LegDefinition>();
        for (var leg : item.legs()) {
            if (!situation.judge(leg.when()).isTrue()) {
                continue;
            }
            var label = leg.label();
            if (label == null) {
                legs.add(leg);
                continue;
            }
            var rows = rows(leg.rows());
            for (int no = 1; no <= rows.size(); no++) {
                // names are masked: of several, the number says which
                var which = rows.size() == 1 ? "" : "（第" + no + "人）";
                legs.add(leg.row(no, Masking.name(text(rows.get(no - 1), label)) + which));
            }
        }
        return legs.isEmpty() ? List.of(item.legs().getFirst()) : List.copyOf(legs);
    }

    List<Precheck.Takes> parties() {
        var parties = new ArrayList<Precheck.Takes>();
        for (var rule : item.parties()) {
            if (situation.judge(rule.when()).isTrue()) {
                var from = rule.rows() == null ? List.of(answers) : rows(rule.rows());
                from.stream()
                        .filter(row -> !text(row, rule.person()).isEmpty())
                        .forEach(row -> parties.add(party(rule, row)));
            }
        }
        return List.copyOf(parties);
    }

    private static Precheck.Takes party(PartyRule rule, Map<?, ?> row) {
        var number = rule.number() == null ? null : row.get(rule.number());
        return number instanceof Map<?, ?> document
                ? new Precheck.Takes(rule, text(row, rule.person()), text(document, "type"), text(document, "number"))
                : new Precheck.Takes(rule, text(row, rule.person()), null, number == null ? null : number.toString());
    }

    private List<? extends Map<?, ?>> rows(@Nullable String key) {
        return answers.get(key) instanceof List<?> many
                ? many.stream()
                        .filter(row -> row instanceof Map<?, ?>)
                        .map(row -> (Map<?, ?>) row)
                        .toList()
                : List.of();
    }

    private static String text(Map<?, ?> row, String key) {
        return Objects.toString(row.get(key), "").strip();
    }
}
