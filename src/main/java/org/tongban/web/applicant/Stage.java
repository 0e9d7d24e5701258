package org.tongban.web.applicant;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.PlaceRule;

/**
 * 填报步骤: one page of an application, each with one question or a few that belong together (policy D-34: nothing to hunt for).
 */
public sealed interface Stage {

    /** Names the page in its address. */
    String key();

    /** 谁来申请. */
    record Who() implements Stage {
        @Override
        public String key() {
            return "who";
        }
    }

    /** 怎样办理. */
    record Way() implements Stage {
        @Override
        public String key() {
            return "way";
        }
    }

    /** 选一个地点, where the file leaves it to the applicant. */
    record Place(Item item, PlaceRule rule) implements Stage {
        /** Name of its one input. */
        static final String INPUT = "place";

        @Override
        public String key() {
            return "place-" + rule.role();
        }

        /** Only the competent place must be chosen; others may not exist in every case. */
        boolean required() {
            return rule.role().equals(PlaceRule.HANDLED_BY) || rule.role().equals(PlaceRule.APPLY_AT);
        }

        Field field() {
            var called = placeName(rule.role());
            return new Field.RegionCode(new Field.About(
                    INPUT,
                    called == null ? PlainText.of(item, rule.text()) : called,
                    required(),
                    null,
                    called == null ? null : PlainText.of(item, rule.text()),
                    null,
                    Field.Purpose.RULE));
        }
    }

    /** 表单里的一题，或者说的是同一件事的几题. All have the same condition, so that none on the page depends on another on it. */
    record Questions(List<Field> fields) implements Stage {
        @Override
        public String key() {
            return fields.getFirst().key();
        }
    }

    /** 材料. */
    record Papers() implements Stage {
        @Override
        public String key() {
            return "materials";
        }
    }

    /** 核对后提交. */
    record Review() implements Stage {
        @Override
        public String key() {
            return "answers";
        }
    }

    /** Most questions on one page. */
    int TOGETHER_MAX = 4;

    Pattern FIRST_WORD = Pattern.compile("^[a-z0-9]+");

    /** All pages that a service may have, in order. */
    static List<Stage> of(Item item) {
        var stages = new ArrayList<Stage>();
        stages.add(new Who());
        stages.add(new Way());
        item.places().stream()
                .filter(place -> place.region() == null)
                .map(place -> new Place(item, place))
                .forEach(stages::add);
        stages.addAll(questions(item.form()));
        if (!item.materials().isEmpty()) {
            stages.add(new Papers());
        }
        stages.add(new Review());
        return List.copyOf(stages);
    }

    static List<Stage.Questions> questions(List<Field> form) {
        var pages = new ArrayList<Questions>();
        var together = new ArrayList<Field>();
        for (var field : form) {
            if (!together.isEmpty() && !belongsWith(together, field)) {
                pages.add(new Questions(List.copyOf(together)));
                together.clear();
            }
            together.add(field);
        }
        if (!together.isEmpty()) {
            pages.add(new Questions(List.copyOf(together)));
        }
        return pages;
    }

    /** Short questions under the same condition stand together where they speak of the same thing, as the first word of their keys tells. */
    private static boolean belongsWith(List<Field> together, Field next) {
        var first = together.getFirst();
        return together.size() < TOGETHER_MAX
                && Objects.equals(first.when(), next.when())
                && isShort(first)
                && isShort(next)
                && firstWord(first).equals(firstWord(next));
    }

    private static String firstWord(Field field) {
        var matcher = FIRST_WORD.matcher(field.key());
        return matcher.find() ? matcher.group() : field.key();
    }

    private static boolean isShort(Field field) {
        return switch (field) {
            case Field.Text _,
                    Field.Whole _,
                    Field.Decimal _,
                    Field.Money _,
                    Field.Date _,
                    Field.Month _,
                    Field.Year _,
                    Field.IdCard _,
                    Field.CreditCode _,
                    Field.Phone _,
                    Field.Email _,
                    Field.BankCard _ -> true;
            case Field.Textarea _,
                    Field.YesNo _,
                    Field.Select _,
                    Field.Multiselect _,
                    Field.RegionCode _,
                    Field.Identity _,
                    Field.Rows _ -> false;
        };
    }

    /** The page on which a name of {@link org.tongban.catalogue.Precheck.FieldError} is answered. */
    static Optional<Stage> of(Item item, String name) {
        return of(item).stream()
                .filter(stage -> switch (stage) {
                    case Who _ -> name.equals("applicant");
                    case Way _ -> name.equals("mode");
                    case Place place -> name.equals("places." + place.rule().role());
                    case Questions questions ->
                        questions.fields().stream().anyMatch(field -> belongs(name, field.key()));
                    case Papers _ -> name.equals("materials");
                    case Review _ -> false;
                })
                .findFirst();
    }

    /** Whether an input of this name, or an error, belongs to the question of this key. */
    static boolean belongs(String name, String key) {
        return name.equals(key) || name.startsWith(key + "-") || name.startsWith(key + "[");
    }

    /** What a place role is called where somebody chooses it; null where its own words must do. */
    static @Nullable String placeName(String role) {
        return switch (role) {
            case PlaceRule.APPLY_AT -> "申请地：您在哪里申请";
            case PlaceRule.HANDLED_BY -> "办理地：由哪里的机关办理";
            case "from" -> "转出地（迁出地）";
            case "to" -> "转入地（迁入地）";
            default -> null;
        };
    }
}
