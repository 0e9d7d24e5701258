package org.tongban.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Catalogue;
import org.tongban.files.Files;
import org.tongban.identity.Actor;
import org.tongban.identity.Mandates;
import org.tongban.identity.People;
import org.tongban.identity.Vault;
import org.tongban.places.Offices;

/**
 * 示例年: a year of made-up cases over all services and provinces, for demonstrations and measurements. Each goes through the real door with a
 * clock of its own, so that its history is one that could have happened; rows are written many at once.
 */
@Component
@Profile("demo")
public class ExampleYear {
    private static final int BATCH = 400;
    private static final int MOST_MOVES = 60;
    private static final long SEED = 20_200_930;

    /** 进度: told after each batch. */
    @FunctionalInterface
    public interface Progress {
        void at(int made, int all);
    }

    private final CasefileStore cases;
    private final Catalogue catalogue;
    private final HolidayCalendar calendar;
    private final Time time;
    private final Vault vault;
    private final Files files;
    private final Offices offices;
    private final People people;
    private final Mandates mandates;
    private final ExampleFilings filings;
    private final TransactionTemplate transaction;
    private final int node;

    ExampleYear(
            CasefileStore cases,
            Catalogue catalogue,
            HolidayCalendar calendar,
            Time time,
            Vault vault,
            Files files,
            Offices offices,
            People people,
            Mandates mandates,
            ExampleFilings filings,
            PlatformTransactionManager transactions,
            @Value("${tongban.node:32}") int node) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.time = time;
        this.vault = vault;
        this.files = files;
        this.offices = offices;
        this.people = people;
        this.mandates = mandates;
        this.filings = filings;
        this.transaction = new TransactionTemplate(transactions);
        this.node = node;
    }

    /** A clock that is set for each step of a case. */
    private static final class Moment implements Time {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant now() {
            return now;
        }
    }

    /**
     * Makes so many cases in the year that ends now; the last ones are still under way. The same number gives the same cases.
     *
     * @return how many were made; none where they are there already
     */
    public int load(int count, Progress progress) {
        var clock = new Moment();
        var store = cases.rehearsal();
        var opening = new Opening(catalogue, vault, node);
        var casework = new Casework(
                store,
                catalogue,
                calendar,
                clock,
                vault,
                opening,
                files,
                offices,
                people,
                mandates,
                transaction,
                10,
                0);
        var variants = filings.variants();
        var firsts = firsts(variants);
        var random = new Random(SEED);
        var until = time.now();
        int made = 0;
        // a place here and there has no office for a service; another case is made instead
        for (int i = 0; made < count && i < 2 * count; i++) {
            var variant = i < firsts.size() ? firsts.get(i) : popular(variants, random);
            made += live(new Story(casework, store, clock, random, until), variant, i) ? 1 : 0;
            if (made == 1
                    && store.waiting() == 1
                    && cases.requestOf(store.any()).isPresent()) {
                return 0;
            }
            if (store.waiting() >= BATCH || made == count) {
                transaction.executeWithoutResult(_ -> store.flush());
                progress.at(made, count);
            }
        }
        transaction.executeWithoutResult(_ -> store.flush());
        return made;
    }

    /** What a case is made with. */
    private record Story(Casework casework, RehearsalStore store, Moment clock, Random random, Instant until) {
        boolean chance(double share) {
            return random.nextDouble() < share;
        }

        /** Some working hours later. */
        Instant later(HolidayCalendar calendar, double meanDays) {
            var at = clock.now()
                    .plus(Duration.ofMinutes((long) (-Math.log(1 - random.nextDouble()) * meanDays * 24 * 60) + 7));
            var day = calendar.workingDays().onOrAfter(Time.dateOf(at));
            var hour = at.atZone(Time.ZONE).toLocalTime();
            return !day.equals(Time.dateOf(at))
                            || hour.isBefore(LocalTime.of(9, 0))
                            || hour.isAfter(LocalTime.of(17, 0))
                    ? inOffice(day, at)
                    : at;
        }

        private Instant inOffice(LocalDate day, Instant after) {
            var at = day.atTime(9 + random.nextInt(8), random.nextInt(60))
                    .atZone(Time.ZONE)
                    .toInstant();
            return at.isAfter(after) ? at : after;
        }
    }

    /** One of each service, so that none is missing from a year. */
    private static List<ExampleFilings.Variant> firsts(List<ExampleFilings.Variant> variants) {
        var first = new LinkedHashMap<String, ExampleFilings.Variant>();
        variants.forEach(variant -> first.putIfAbsent(variant.item().id(), variant));
        return List.copyOf(first.values());
    }

    /** Popular services come more often. */
    private static ExampleFilings.Variant popular(List<ExampleFilings.Variant> variants, Random random) {
        return variants.get((int) (Math.pow(random.nextDouble(), 1.6) * variants.size()));
    }

    private boolean live(Story story, ExampleFilings.Variant variant, int number) {
        // the year grows
        var back = (long) (Math.pow(story.random().nextDouble(), 1.15)
                * Duration.ofDays(365).toMinutes());
        story.clock().now = story.until().minus(Duration.ofMinutes(back)).truncatedTo(ChronoUnit.MICROS);
        var filed = file(story, variant, number);
        if (filed == null) {
            return false;
        }
        try {
            goOn(story, filed.file(), filed.by());
        } catch (RefusedMove e) {
            // it stays as far as it came
        }
        return true;
    }

    private record Filed(Casefile file, Actor by) {}

    /** By somebody of the same kind; else with its dates written for that day; else by the one whom the example names. Null: refused. */
    private @Nullable Filed file(Story story, ExampleFilings.Variant variant, int number) {
        var today = Time.dateOf(story.clock().now());
        var other = filings.applicant(variant, story.random());
        var named = variant.filing().applicant();
        for (var attempt :
                List.of(Map.entry(other, variant.writtenOn()), Map.entry(other, today), Map.entry(named, today))) {
            var who = attempt.getKey();
            var by = Actor.applicant("example-" + number, who.name(), vault.subject(who), Actor.IN_PERSON);
            try {
                var filing = filings.submission(variant, who, attempt.getValue(), "example-year-" + number);
                return new Filed(story.casework().submit(filing, by), by);
            } catch (RefusedFiling | RefusedMove e) {
                // the next way
            }
        }
        return null;
    }

    private void goOn(Story story, Casefile opened, Actor applicant) {
        var file = opened;
        boolean slow = story.chance(0.05);
        // what is due at once is done at once; what has weeks takes some days
        var limit = file.limits().committed();
        double meanDays = limit == null ? 1 : Math.min(1.2, 0.02 + limit.days() / 25.0);
        for (int move = 0; move < MOST_MOVES && !file.closed(); move++) {
            var next = story.later(calendar, slow ? 7 : meanDays);
            var alarm = file.alarms().stream()
                    .filter(a -> a.armed() && !a.firesAt().isAfter(next))
                    .min(Comparator.comparing(Alarm::firesAt));
            if (alarm.isPresent()) {
                if (alarm.get().firesAt().isAfter(story.until())) {
                    return;
                }
                story.clock().now = max(alarm.get().firesAt(), story.clock().now());
                file = story.casework().act(file.casefileId(), file.revision(), Sweep.act(alarm.get()), Actor.CLOCK);
                continue;
            }
            if (next.isAfter(story.until())) {
                return;
            }
            story.clock().now = next;
            var after = step(story, file, applicant);
            if (after == null) {
                return;
            }
            file = after;
        }
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** One move of whoever can make one; null: only time can go on with it. */
    private @Nullable Casefile step(Story story, Casefile file, Actor applicant) {
        if (file.state() == CaseState.SUPPLEMENTING || file.formReturned() && waitsForApplicant(file)) {
            return act(story, file, Act.of(Move.SUPPLEMENT, Map.of("text", "已补齐")), applicant);
        }
        if (story.chance(0.006) && file.state() != CaseState.DECIDED) {
            return act(story, file, Act.of(Move.WITHDRAW), applicant);
        }
        for (var actor : ExampleStaffing.of(file)) {
            var forms = story.casework().possible(file, actor);
            var form = choose(story, file, forms);
            if (form != null) {
                var act = new Act(form.move(), form.task(), fields(story, form));
                return act(story, file, act, actor);
            }
        }
        return waitingLonger(story, file);
    }

    private static boolean waitsForApplicant(Casefile file) {
        return file.openTasks().stream().anyMatch(t -> t.kind() == TaskKind.SUPPLEMENT);
    }

    private @Nullable Casefile waitingLonger(Story story, Casefile file) {
        var alarm = file.alarms().stream().filter(Alarm::armed).min(Comparator.comparing(Alarm::firesAt));
        if (alarm.isEmpty() || alarm.get().firesAt().isAfter(story.until())) {
            return null;
        }
        story.clock().now = max(alarm.get().firesAt(), story.clock().now());
        return story.casework().act(file.casefileId(), file.revision(), Sweep.act(alarm.get()), Actor.CLOCK);
    }

    private static Casefile act(Story story, Casefile file, Act act, Actor by) {
        return story.casework().act(file.casefileId(), file.revision(), act, by);
    }

    private @Nullable MoveForm choose(Story story, Casefile file, List<MoveForm> forms) {
        var wanted = new ArrayList<Move>();
        if (file.state() == CaseState.SUBMITTED) {
            if (file.supplementsAsked() == 0 && story.chance(0.1)) {
                wanted.add(Move.ASK_SUPPLEMENT);
            } else if (story.chance(0.02)) {
                wanted.add(Move.DECLINE);
            }
        }
        if (story.chance(0.05)) {
            wanted.add(Move.REFUSE);
        }
        wanted.addAll(List.of(
                Move.HAND_OVER, Move.ACCEPT, Move.FINISH_STEP, Move.REFUSE, Move.PROPOSE, Move.GRANT, Move.DELIVER));
        return wanted.stream()
                .flatMap(move -> forms.stream().filter(form -> form.move() == move))
                .filter(form -> form.move() != Move.PROPOSE || needsProposal(form, forms))
                .filter(form -> !waits(file, form))
                .findFirst()
                .orElse(null);
    }

    /** A period that runs is left to run. */
    private static boolean waits(Casefile file, MoveForm form) {
        return form.task() != null
                && file.task(form.task())
                        .filter(t -> t.state() == StepState.WAITING)
                        .isPresent();
    }

    /** Only where a grant must be proposed, or now and then a refusal. */
    private static boolean needsProposal(MoveForm form, List<MoveForm> forms) {
        return forms.stream().noneMatch(other -> other.move() == Move.GRANT)
                && form.inputs().stream()
                        .filter(input -> input.key().equals("what"))
                        .flatMap(input -> input.options().stream())
                        .anyMatch(option -> option.value().equals(Move.GRANT.apiName()));
    }

    private static Map<String, Object> fields(Story story, MoveForm form) {
        var fields = new LinkedHashMap<String, Object>();
        for (var input : form.inputs()) {
            if (!input.required()) {
                continue;
            }
            var options = input.options();
            fields.put(
                    input.key(),
                    switch (input.kind()) {
                        case CHOICE -> choice(story, form, input);
                        case CHOICES ->
                            List.of(options.get(story.random().nextInt(options.size()))
                                    .value());
                        case NUMBER -> Math.min(15, input.max());
                        case DATE ->
                            Time.dateOf(story.clock().now()).plusDays(3).toString();
                        case TEXT, LONG_TEXT -> "情况属实";
                        case ANSWERS, MATERIALS -> Map.of();
                    });
        }
        return fields;
    }

    private static String choice(Story story, MoveForm form, MoveForm.Input input) {
        if (input.key().equals("what")) {
            var refuse = Move.REFUSE.apiName();
            boolean no = story.chance(0.04)
                    && input.options().stream().anyMatch(o -> o.value().equals(refuse));
            return no ? refuse : Move.GRANT.apiName();
        }
        var options = input.options();
        boolean first = form.move() == Move.FINISH_STEP || form.move() == Move.HAND_OVER;
        return options.get(first ? 0 : story.random().nextInt(options.size())).value();
    }
}
