package org.tongban.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Applicant;
import org.tongban.identity.Person;
import org.tongban.identity.Relation;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the examples beside a service's file: {@code docs/item-files.md} key by key, an unknown one refused with file and line. */
final class ExampleReader {
    /** When somebody acts whose example tells the day only. */
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    /** The clock acts as soon as the day before is over. */
    private static final LocalTime MIDNIGHT = LocalTime.of(0, 1);

    private final String item;
    private final String file;
    private final ExampleFigures figures;
    private final Map<String, Example> read = new LinkedHashMap<>();

    private ExampleReader(String item, ExampleFigures figures) {
        this.item = item;
        this.file = item + ".cases.yaml";
        this.figures = figures;
    }

    /** @throws ItemFileRefused with file, line and reason */
    static List<Example> read(String item, String text, ExampleFigures figures) {
        return new ExampleReader(item, figures).all(text);
    }

    private List<Example> all(String text) {
        if (!(ItemReader.compose(file, text) instanceof SequenceNode list)) {
            throw new ItemFileRefused(file, 1, "应当是示例的列表");
        }
        var lines = new HashMap<String, Integer>();
        for (int i = 0; i < list.getValue().size(); i++) {
            var section = new Section(file, "[" + i + "]", list.getValue().get(i), lines);
            var example = example(section);
            if (read.putIfAbsent(example.name(), example) != null) {
                throw section.refused("name", "已经有一个示例叫这个名称");
            }
            section.complete();
        }
        return List.copyOf(read.values());
    }

    private Example example(Section s) {
        var like = s.has("like") ? like(s) : null;
        var today = like == null || s.has("today") ? date(s, "today", s.text("today")) : like.today();
        return new Example(
                item,
                s.text("name"),
                today,
                filing(s, like == null ? null : like.filing()),
                like == null || s.has("expect") ? expected(s.section("expect")) : like.expected(),
                s.each("acts", this::act));
    }

    private Example like(Section s) {
        var like = read.get(s.text("like"));
        if (like == null) {
            throw s.refused("like", "前面没有叫这个名称的示例");
        }
        return like;
    }

    private Filing filing(Section s, @Nullable Filing like) {
        var applicant = s.plain("applicant");
        var agent = s.plain("agent");
        if (applicant == null && like == null) {
            throw s.refused("applicant", "没有填");
        }
        return new Filing(
                applicant == null ? Objects.requireNonNull(like).applicant() : who(s, "applicant", applicant),
                agent == null ? (like == null ? null : like.agent()) : (Person) who(s, "agent", agent),
                s.has("relation")
                        ? s.oneOf("relation", Relation.class, Relation::label)
                        : like == null || agent != null ? null : like.relation(),
                like == null || s.has("places") ? texts(s, "places") : like.places(),
                mode(s, like),
                answers(s, like),
                like == null || s.has("materials") ? Set.copyOf(s.texts("materials")) : like.materials(),
                like == null || s.has("unavailable") ? Set.copyOf(s.texts("unavailable")) : like.unavailable());
    }

    private static @Nullable Mode mode(Section s, @Nullable Filing like) {
        return s.has("mode") ? s.oneOf("mode", Mode.class, Mode::chinese) : like == null ? null : like.mode();
    }

    /** Those of the example that it is like, with what is said anew; what is said to be nothing is left out. */
    private static Map<String, Object> answers(Section s, @Nullable Filing like) {
        var answers = new LinkedHashMap<String, Object>(like == null ? Map.of() : like.answers());
        if (s.has("answers")) {
            var own = s.section("answers");
            for (var key : own.keys()) {
                var value = own.plain(key);
                if (value == null) {
                    answers.remove(key);
                } else {
                    answers.put(key, value);
                }
            }
        } else if (like == null) {
            throw s.refused("answers", "没有填");
        }
        return answers;
    }

    private Applicant who(Section s, String key, Object who) {
        try {
            return figures.of(who);
        } catch (IllegalArgumentException e) {
            throw s.refused(key, String.valueOf(e.getMessage()));
        }
    }

    private static Example.Expected expected(Section s) {
        var expected = new Example.Expected(
                s.has("eligible") ? s.flag("eligible") : null,
                s.texts("refusals"),
                s.texts("missing"),
                s.optionalText("office"));
        s.mentions("eligible");
        s.complete();
        return expected;
    }

    private ExampleAct act(Section s) {
        var who = s.text("who");
        var does = s.text("does");
        var deed = Deed.named(does).orElse(Deed.STEP);
        var with = s.has("with") ? with(s, deed) : Map.<String, Object>of();
        var at = at(s, who.equals(ExampleAct.CLOCK) ? MIDNIGHT : MORNING);
        return new ExampleAct(s.line(), at, who, does, with, s.has("then") ? then(s.section("then")) : nothing());
    }

    private static Map<String, Object> with(Section s, Deed deed) {
        var with = s.section("with");
        var filled = new LinkedHashMap<String, Object>();
        for (var key : with.keys()) {
            if (deed.fields().contains(key)) {
                filled.put(key, Objects.requireNonNullElse(with.plain(key), ""));
            }
        }
        with.complete();
        return filled;
    }

    /** A day, or a day with a time as {@code 2026-03-02 14:30}. */
    private static LocalDateTime at(Section s, LocalTime usual) {
        var parts = s.text("on").split(" ", 2);
        var day = date(s, "on", parts[0]);
        if (parts.length == 1) {
            return day.atTime(usual);
        }
        try {
            return day.atTime(LocalTime.parse(parts[1]));
        } catch (DateTimeException e) {
            throw s.refused("on", "时间要写成 14:30 这样");
        }
    }

    private static LocalDate date(Section s, String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw s.refused(key, "日期要写成 2026-03-02 这样");
        }
    }

    private static @Nullable LocalDate optionalDate(Section s, String key) {
        return s.has(key) ? date(s, key, s.text(key)) : null;
    }

    private static ExampleAct.Then then(Section s) {
        var says = s.plain("says");
        var then = new ExampleAct.Then(
                s.optionalText("refused"),
                s.optionalText("state"),
                s.optionalText("outcome"),
                optionalDate(s, "due"),
                optionalDate(s, "until"),
                s.has("paused") ? s.flag("paused") : null,
                s.mentions("open") ? s.texts("open") : null,
                texts(s, "parts"),
                says == null ? List.of() : says instanceof List<?> ? s.texts("says") : List.of(says.toString()));
        s.complete();
        return then;
    }

    private static ExampleAct.Then nothing() {
        return new ExampleAct.Then(null, null, null, null, null, null, null, Map.of(), List.of());
    }

    private static Map<String, String> texts(Section s, String key) {
        if (!s.has(key)) {
            return Map.of();
        }
        var section = s.section(key);
        var keys = new ArrayList<>(section.keys());
        return keys.stream().collect(Collectors.toMap(one -> one, section::text, (a, _) -> a, LinkedHashMap::new));
    }
}
