package org.tongban.web.applicant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Deed;
import org.tongban.catalogue.Example;
import org.tongban.catalogue.ExampleAct;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.LegDefinition;
import org.tongban.catalogue.Material;
import org.tongban.catalogue.PartyRule;
import org.tongban.catalogue.PlaceRule;
import org.tongban.catalogue.Step;

/**
 * 示例经过的一步: who did what, as people read it.
 *
 * @param firstOfDay whether the day is said before it
 * @param who fixed words for posts, else a name or a department
 * @param where the office, or what a party is in the case; null: the word for who says enough
 * @param title the step of the service or the words of the deed
 * @param about what the service's file says happens then; null: nothing more
 * @param words what was filled in
 */
public record ShownAct(
        ExampleAct act,
        boolean firstOfDay,
        String who,
        @Nullable String where,
        String title,
        @Nullable String about,
        List<Word> words) {

    /** 填写的一项: {@code label} null where the text speaks for itself. */
    public record Word(@Nullable String label, String text) {}

    static List<ShownAct> of(Item item, Example example) {
        var shown = new ArrayList<ShownAct>();
        ExampleAct before = null;
        for (var act : example.acts()) {
            boolean newDay =
                    before == null || !before.at().toLocalDate().equals(act.at().toLocalDate());
            shown.add(one(item, example, act, newDay));
            before = act;
        }
        return List.copyOf(shown);
    }

    private static ShownAct one(Item item, Example example, ExampleAct act, boolean newDay) {
        var step = act.step(item);
        var title = step == null ? act.does() : step.action();
        return new ShownAct(
                act,
                newDay,
                act.who(),
                where(item, example, act, step),
                title,
                about(item, act.deed()),
                words(item, act));
    }

    private static @Nullable String where(Item item, Example example, ExampleAct act, @Nullable Step step) {
        if (act.deed() == Deed.REST) {
            return null;
        }
        return switch (act.who()) {
            case ExampleAct.APPLICANT -> example.filing().applicant().name();
            case ExampleAct.AGENT ->
                Objects.requireNonNull(example.filing().agent()).name();
            case ExampleAct.CLERK -> office(item, step == null ? PlaceRule.APPLY_AT : step.actor());
            case ExampleAct.OFFICER, ExampleAct.APPROVER -> office(item, step == null ? role(item, act) : step.actor());
            case ExampleAct.CLOCK -> null;
            default -> role(item, example, act.who());
        };
    }

    /** The place of the part that is acted on, else the competent place. */
    private static String role(Item item, ExampleAct act) {
        var part = act.with().get("leg");
        return item.legs().stream()
                .filter(leg -> part != null && leg.name().equals(part))
                .map(LegDefinition::role)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(PlaceRule.HANDLED_BY);
    }

    private static @Nullable String office(Item item, String role) {
        return item.offices().stream()
                .filter(office -> office.role().equals(role))
                .map(office -> office.text())
                .findFirst()
                .orElse(null);
    }

    /** What a party is in the case; null for departments. */
    private static @Nullable String role(Item item, Example example, String name) {
        var answers = example.filing().answers();
        return item.parties().stream()
                .filter(rule -> names(rule, answers).contains(name))
                .map(PartyRule::name)
                .findFirst()
                .orElse(null);
    }

    private static List<String> names(PartyRule rule, Map<String, Object> answers) {
        if (rule.rows() == null) {
            return List.of(String.valueOf(answers.get(rule.person())));
        }
        return answers.get(rule.rows()) instanceof List<?> rows
                ? rows.stream()
                        .map(row -> String.valueOf(((Map<?, ?>) row).get(rule.person())))
                        .toList()
                : List.of();
    }

    /** A move of the lifecycle is told by the file too, where it is one step there. */
    private static @Nullable String about(Item item, Deed deed) {
        var move =
                switch (deed) {
                    case SUBMIT -> "submit";
                    case RECEIVE -> "receive";
                    case HAND_OVER -> "handOver";
                    case ACCEPT -> "accept";
                    case GRANT -> "grant";
                    case DELIVER -> "deliver";
                    default -> "";
                };
        var steps = item.steps().stream().filter(s -> move.equals(s.move())).toList();
        return steps.size() == 1 ? steps.getFirst().action() : null;
    }

    private static List<Word> words(Item item, ExampleAct act) {
        var words = new ArrayList<Word>();
        act.with().forEach((key, value) -> {
            switch (value) {
                case Map<?, ?> many
                when key.equals("answers") ->
                    many.forEach((field, answer) -> words.add(new Word(label(item, field), String.valueOf(answer))));
                case Map<?, ?> many ->
                    many.forEach((name, one) -> words.add(new Word(String.valueOf(name), String.valueOf(one))));
                case List<?> list ->
                    words.add(new Word(
                            ActWords.label(key),
                            String.join(
                                    "、",
                                    list.stream().map(one -> label(item, one)).toList())));
                default -> words.add(new Word(key.equals("text") ? null : ActWords.label(key), value.toString()));
            }
        });
        return words;
    }

    /** A material or a field of the form by its name; all else speaks for itself. */
    private static String label(Item item, @Nullable Object key) {
        var word = String.valueOf(key);
        return item.material(word)
                .map(Material::name)
                .or(() -> item.field(word).map(Field::label))
                .orElse(word);
    }

    public boolean byClock() {
        return act.who().equals(ExampleAct.CLOCK);
    }
}
