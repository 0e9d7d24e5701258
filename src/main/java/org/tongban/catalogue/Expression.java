package org.tongban.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 表达式: one CEL expression of a service's file and where it stands.
 *
 * @param path as {@code materials[2].when}
 * @param wanted what it must give
 * @param row the list in whose rows it stands; null: on the form itself
 */
record Expression(String path, String text, Wanted wanted, Field.@Nullable Rows row) {

    enum Wanted {
        TRUTH,
        REGION
    }

    /** All expressions of a service, in the file's order. */
    static List<Expression> of(Item item) {
        var all = new Collector();
        item.places().forEach(p -> all.add("places." + p.role() + ".region", p.region(), Wanted.REGION));
        all.each("offices", item.offices(), (path, o) -> all.truth(path + ".when", o.when()));
        all.each("eligibility", item.eligibility(), (path, e) -> all.truth(path + ".rule", e.rule()));
        all.each("form", item.form(), all::field);
        all.each("materials", item.materials(), (path, m) -> all.truth(path + ".when", m.when()));
        all.each("parties", item.parties(), (path, p) -> all.truth(path + ".when", p.when()));
        all.each("legs", item.legs(), (path, l) -> {
            all.limit(path + ".limit", l.limit());
            all.truth(path + ".when", l.when());
        });
        all.each("steps", item.steps(), (path, s) -> {
            all.limit(path + ".limit", s.limit());
            all.truth(path + ".when", s.when());
        });
        all.each("checks", item.checks(), (path, c) -> all.limit(path + ".limit", c.limit()));
        all.limit("limits.statutory", item.limits().statutory());
        all.limit("limits.committed", item.limits().committed());
        return List.copyOf(all.expressions);
    }

    private static final class Collector {
        private final List<Expression> expressions = new ArrayList<>();

        interface Visit<T> {
            void visit(String path, T part);
        }

        <T> void each(String key, List<T> parts, Visit<T> visit) {
            for (int i = 0; i < parts.size(); i++) {
                visit.visit(key + "[" + i + "]", parts.get(i));
            }
        }

        void add(String path, @Nullable String text, Wanted wanted) {
            if (text != null) {
                expressions.add(new Expression(path, text, wanted, null));
            }
        }

        void truth(String path, @Nullable String text) {
            add(path, text, Wanted.TRUTH);
        }

        void limit(String path, List<Limit.Choice> choices) {
            each(path, choices, (at, choice) -> truth(at + ".when", choice.when()));
        }

        void field(String path, Field field) {
            truth(path + ".when", field.when());
            if (field instanceof Field.Rows rows) {
                each(path + ".fields", rows.fields(), (at, column) -> {
                    if (column.when() != null) {
                        expressions.add(new Expression(at + ".when", column.when(), Wanted.TRUTH, rows));
                    }
                });
            }
        }
    }
}
