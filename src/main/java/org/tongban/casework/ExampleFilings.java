package org.tongban.casework;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.ItemExamples;
import org.tongban.identity.Applicant;
import org.tongban.identity.IdNumber;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.places.Level;
import org.tongban.places.Region;
import org.tongban.places.Regions;

/** Filings for made-up cases: the services' own examples, moved to other places where the service takes them there. */
@Component
@Profile("demo")
class ExampleFilings {
    private static final int VARIANTS = 14;
    private static final int TRIES = 60;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final Set<String> WITHOUT_OFFICES = Set.of("71", "81", "82");
    private static final Set<String> NEAR = Set.of("32", "31", "33", "34", "37", "41");
    private static final String CHECKS = "10X98765432";
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "文志建国海丽秀英华明敏静伟芳娜洁磊军洋勇";

    /**
     * A service and a filing that it takes.
     *
     * @param writtenOn day for which the dates in it were written
     */
    record Variant(Item item, Filing filing, LocalDate writtenOn) {}

    private final Catalogue catalogue;
    private final ItemExamples examples;
    private final Regions regions;
    private final Map<Level, List<Region>> standing;
    private final Map<Level, List<Region>> neighbouring;

    ExampleFilings(Catalogue catalogue, ItemExamples examples, Regions regions) {
        this.catalogue = catalogue;
        this.examples = examples;
        this.regions = regions;
        this.standing = regions.standing().stream()
                .filter(region -> !WITHOUT_OFFICES.contains(region.code().substring(0, 2)))
                .collect(Collectors.groupingBy(Region::level));
        this.neighbouring = regions.standing().stream()
                .filter(region -> NEAR.contains(region.code().substring(0, 2)))
                .collect(Collectors.groupingBy(Region::level));
    }

    /** Several for each service, in an order that says how often each is asked for. */
    List<Variant> variants() {
        var random = new Random(35);
        var variants = new ArrayList<Variant>();
        var items = new ArrayList<>(catalogue.items());
        Collections.shuffle(items, random);
        for (var item : items) {
            variants.addAll(of(item, random));
        }
        return variants;
    }

    private List<Variant> of(Item item, Random random) {
        var taken = new ArrayList<Variant>();
        var given = examples.of(item.id());
        for (int i = 0; i < TRIES && taken.size() < VARIANTS && !given.isEmpty(); i++) {
            var base = given.get(i % given.size());
            var filing = i < given.size() ? base.filing() : elsewhere(item, base.filing(), random);
            var check = catalogue.check(item, filing, base.today());
            if (!Boolean.FALSE.equals(check.eligible())
                    && check.fieldErrors().isEmpty()
                    && check.competentOffice() != null) {
                taken.add(new Variant(item, filing, base.today()));
            }
        }
        return taken;
    }

    /** The same filing with its places moved: one move for each place, so that what was equal stays equal. */
    private Filing elsewhere(Item item, Filing filing, Random random) {
        var moved = new LinkedHashMap<String, String>();
        var places = new LinkedHashMap<>(filing.places());
        places.replaceAll((_, code) -> move(code, moved, random));
        var answers = new LinkedHashMap<String, Object>(filing.answers());
        item.form().stream()
                .filter(Field.RegionCode.class::isInstance)
                .map(Field::key)
                .forEach(key -> answers.computeIfPresent(key, (_, code) -> move(code.toString(), moved, random)));
        return new Filing(
                filing.applicant(),
                filing.agent(),
                filing.relation(),
                places,
                filing.mode(),
                answers,
                filing.materials(),
                filing.unavailable());
    }

    private String move(String code, Map<String, String> moved, Random random) {
        return moved.computeIfAbsent(code, _ -> {
            var level = regions.find(code).map(Region::level);
            if (level.isEmpty()) {
                return code;
            }
            var same = standing.get(level.get());
            // half of all places are in our own province and its neighbours
            var near = neighbouring.get(level.get());
            if (same == null || near == null) {
                return code;
            }
            var from = random.nextBoolean() && !near.isEmpty() ? near : same;
            return from.get(random.nextInt(from.size())).code();
        });
    }

    /** Another person or body of the same kind: born the same day, so that rules about age hold. */
    Applicant applicant(Variant variant, Random random) {
        return switch (variant.filing().applicant()) {
            case Person person -> person(person, random);
            case Organisation body -> body;
        };
    }

    private static Applicant person(Person person, Random random) {
        var id = person.idNumber();
        if (id == null) {
            return person;
        }
        int order = 100 + 2 * random.nextInt(449) + (id.text().charAt(16) - '0') % 2;
        var body = id.text().substring(0, 14) + order;
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        var number = new IdNumber(body + CHECKS.charAt(sum % 11));
        return new Person(
                name(random), number, null, null, person.birthDate(), person.sex(), person.phone(), person.region());
    }

    private static String name(Random random) {
        return "" + letter(SURNAMES, random) + letter(GIVEN, random) + letter(GIVEN, random);
    }

    private static char letter(String letters, Random random) {
        return letters.charAt(random.nextInt(letters.length()));
    }

    /** @param on day for which the dates of the filing are written anew: as far from it as they were from the day they were written for */
    Submission submission(Variant variant, Applicant applicant, LocalDate on, String request) {
        var filing = variant.filing();
        var filed = new Filing(
                applicant,
                filing.agent(),
                filing.relation(),
                filing.places(),
                filing.mode(),
                dated(variant, on),
                filing.materials(),
                filing.unavailable());
        var materials = new LinkedHashMap<String, List<String>>();
        filing.materials().forEach(key -> materials.put(key, List.of()));
        return new Submission(variant.item(), filed, materials, List.of(), List.of(), true, request, "online", null);
    }

    private static Map<String, Object> dated(Variant variant, LocalDate on) {
        long days = ChronoUnit.DAYS.between(variant.writtenOn(), on);
        long months = ChronoUnit.MONTHS.between(YearMonth.from(variant.writtenOn()), YearMonth.from(on));
        var answers = new LinkedHashMap<String, Object>(variant.filing().answers());
        for (Field field : variant.item().form()) {
            if (field instanceof Field.Date) {
                answers.computeIfPresent(
                        field.key(),
                        (_, date) ->
                                LocalDate.parse(date.toString()).plusDays(days).toString());
            } else if (field instanceof Field.Month) {
                answers.computeIfPresent(
                        field.key(),
                        (_, month) -> YearMonth.parse(month.toString())
                                .plusMonths(months)
                                .toString());
            }
        }
        return answers;
    }
}
