package org.tongban.web.applicant;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Answers;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.PlaceRule;
import org.tongban.catalogue.Precheck;
import org.tongban.identity.Applicant;
import org.tongban.identity.Person;
import org.tongban.identity.Sex;
import org.tongban.places.Regions;

/**
 * 能不能办的问答: asks a visitor only what the rules and the finding of the office still need, one question at a time. Opens nothing and
 * keeps nothing: what was said so far travels with the form.
 */
@Component
class Prechecks {
    /** For whom a visitor asks who may apply for several. */
    static final String WHO = "who";

    private static final String APPLICANT = "applicant.";
    private static final String BIRTH_DATE = "applicant.birthDate";
    private static final String SEX = "applicant.sex";
    private static final String REGION = "applicant.region";
    private static final String PLACES = "places.";

    private final Catalogue catalogue;
    private final Regions regions;
    private final Time time;

    Prechecks(Catalogue catalogue, Regions regions, Time time) {
        this.catalogue = catalogue;
        this.regions = regions;
        this.time = time;
    }

    /**
     * What comes next.
     *
     * @param known who asks, where they are signed in
     * @param said all questions answered so far, by the names of their inputs
     * @param unsure names of what the visitor does not know
     */
    Turn next(Item item, @Nullable Applicant known, Map<String, List<String>> said, Set<String> unsure) {
        var filing = filing(item, known, said);
        var local = catalogue.holding(item, filing, time.today());
        var check = catalogue.check(local, filing, time.today());
        var asked = catalogue.asked(local, filing, time.today());
        var open = new ArrayList<String>();
        boolean signIn = false;
        if (!Boolean.FALSE.equals(check.eligible())) {
            for (var name : needed(check, asked.routing())) {
                var question = question(local, name);
                if (question != null && !unsure.contains(name)) {
                    return new Turn.Ask(question);
                }
                open.add(question == null ? "您的证件号码" : question.label());
                signIn |= question == null && known == null;
            }
        }
        return new Turn.Told(check, asked, List.copyOf(open), signIn);
    }

    /** Whether something about who applies decides what comes next. */
    static boolean turnsOnApplicant(Turn turn) {
        return switch (turn) {
            case Turn.Ask(var question) -> question.key().startsWith(APPLICANT);
            case Turn.Told told -> told.signIn();
        };
    }

    static Field who(List<OpenDrafts.Principal> principals) {
        return new Field.Select(
                about(WHO, "为谁问", "您可以替别人办；条件因人而异。"),
                principals.stream().map(OpenDrafts.Principal::name).toList());
    }

    private static List<String> needed(Precheck check, List<String> routing) {
        return Stream.concat(check.unknown().stream(), routing.stream())
                .distinct()
                .toList();
    }

    /** The question behind a name that a rule needs; null where a visitor cannot answer it without signing in. */
    @Nullable
    Field question(Item item, String name) {
        if (name.startsWith(PLACES)) {
            return item.place(name.substring(PLACES.length()))
                    .map(place -> region(item, name, place))
                    .orElse(null);
        }
        return switch (name) {
            case BIRTH_DATE -> new Field.Date(about(name, "申请人的出生日期", null));
            case SEX -> new Field.Select(about(name, "申请人的性别", null), List.of("男", "女"));
            case REGION -> new Field.RegionCode(about(name, "申请人的户籍地（单位填注册地）", null));
            default -> item.field(name).orElse(null);
        };
    }

    private static Field region(Item item, String name, PlaceRule place) {
        var called = Stage.placeName(place.role());
        var text = PlainText.of(item, place.text());
        return new Field.RegionCode(called == null ? about(name, text, null) : about(name, called, text));
    }

    private static Field.About about(String key, String label, @Nullable String hint) {
        return new Field.About(key, label, true, null, hint, null, Field.Purpose.RULE);
    }

    /** What is wrong with the answer to this question; null where nothing is. */
    @Nullable
    String error(Item item, Field question, Map<String, List<String>> said) {
        var name = question.key();
        boolean understood =
                switch (name) {
                    case BIRTH_DATE -> birthDate(said) != null;
                    case SEX -> sex(said) != null;
                    default ->
                        item.field(name).isPresent()
                                ? Answers.ofForm(item, said).value(name) != null
                                : regions.find(first(said, name)).isPresent();
                };
        if (understood) {
            return null;
        }
        return Answers.ofForm(item, said).errors().stream()
                .filter(error -> error.key().equals(name) || error.key().startsWith(name + "["))
                .map(Precheck.FieldError::text)
                .findFirst()
                .orElseGet(() -> "请先回答这个问题；不知道的，选“我不清楚”");
    }

    Filing filing(Item item, @Nullable Applicant known, Map<String, List<String>> said) {
        return new Filing(
                known == null ? visitor(said) : known,
                null,
                null,
                places(item, said),
                null,
                Answers.ofForm(item, said).json(),
                Set.of(),
                Set.of());
    }

    /** Somebody of whom only this much is known. */
    private static Person visitor(Map<String, List<String>> said) {
        return new Person("", null, "", "", birthDate(said), sex(said), null, emptyToNull(first(said, REGION)));
    }

    static Map<String, String> places(Item item, Map<String, List<String>> said) {
        var places = new HashMap<String, String>();
        for (var place : item.places()) {
            var region = first(said, PLACES + place.role());
            if (!region.isEmpty()) {
                places.put(place.role(), region);
            }
        }
        return places;
    }

    private static @Nullable Sex sex(Map<String, List<String>> said) {
        var sex = first(said, SEX);
        return sex.equals("男") || sex.equals("女") ? Sex.of(sex) : null;
    }

    private static @Nullable LocalDate birthDate(Map<String, List<String>> said) {
        try {
            return LocalDate.of(
                    Integer.parseInt(first(said, BIRTH_DATE + "-year")),
                    Integer.parseInt(first(said, BIRTH_DATE + "-month")),
                    Integer.parseInt(first(said, BIRTH_DATE + "-day")));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static String first(Map<String, List<String>> said, String name) {
        var values = said.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
