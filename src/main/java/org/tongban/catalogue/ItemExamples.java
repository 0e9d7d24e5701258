package org.tongban.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.identity.Applicant;
import org.tongban.identity.IdNumber;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.identity.Sex;
import org.tongban.identity.Uscc;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** 示例库: the examples beside the services' files, and the fictitious people in them. */
@Component
public class ItemExamples {

    private static final Set<String> KEYS = Set.of(
            "name", "today", "applicant", "agent", "mode", "places", "answers", "materials", "unavailable", "expect");
    private static final Set<String> EXPECTED = Set.of("eligible", "refusals", "missing", "office");
    private static final Set<String> WHO = Set.of(
            "kind",
            "name",
            "idNumber",
            "identityType",
            "identityNumber",
            "birthDate",
            "sex",
            "phone",
            "region",
            "form",
            "uscc",
            "agent",
            "agentName");

    private final Map<String, Applicant> people = new LinkedHashMap<>();

    public ItemExamples() {
        var file = (Map<?, ?>) Objects.requireNonNull(yaml("examples/people.yaml"));
        rows(file.get("persons")).forEach(row -> people.put(text(row, "name"), person(row)));
        rows(file.get("organisations")).forEach(row -> people.put(text(row, "name"), organisation(row)));
    }

    /** Everyone of {@code examples/people.yaml} by name, persons first. */
    public Map<String, Applicant> people() {
        return Map.copyOf(people);
    }

    /** The examples of a service in the file's order; the first is an ordinary one that may go ahead. */
    public List<Example> of(String item) {
        var file = yaml("items/" + item + ".cases.yaml");
        return file == null
                ? List.of()
                : rows(file).stream().map(row -> example(item, row)).toList();
    }

    private Example example(String item, Map<String, Object> row) {
        requireKnown(row, KEYS);
        var agent = row.get("agent");
        var mode = row.get("mode");
        var filing = new Filing(
                applicant(Objects.requireNonNull(row.get("applicant"))),
                agent == null ? null : (Person) applicant(agent),
                texts(row.get("places")),
                mode == null ? null : mode(mode.toString()),
                map(Objects.requireNonNull(row.get("answers"))),
                Set.copyOf(list(row.get("materials"))),
                Set.copyOf(list(row.get("unavailable"))));
        return new Example(
                item,
                text(row, "name"),
                LocalDate.parse(text(row, "today")),
                filing,
                expected(map(Objects.requireNonNull(row.get("expect")))));
    }

    private static Example.Expected expected(Map<String, Object> row) {
        requireKnown(row, EXPECTED);
        return new Example.Expected(
                (Boolean) row.get("eligible"), list(row.get("refusals")), list(row.get("missing")), (String)
                        row.get("office"));
    }

    private static Mode mode(String chinese) {
        for (var mode : Mode.values()) {
            if (mode.chinese().equals(chinese)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("没有这种办理模式：" + chinese);
    }

    private Applicant applicant(Object who) {
        if (who instanceof String name) {
            var known = people.get(name);
            if (known == null) {
                throw new IllegalArgumentException("people.yaml 里没有" + name);
            }
            return known;
        }
        var row = map(who);
        return "organisation".equals(row.get("kind")) ? organisation(row) : person(row);
    }

    private static Person person(Map<String, Object> row) {
        requireKnown(row, WHO);
        var idNumber = optional(row, "idNumber");
        var birthDate = optional(row, "birthDate");
        var sex = optional(row, "sex");
        return new Person(
                text(row, "name"),
                idNumber == null ? null : new IdNumber(idNumber),
                optional(row, "identityType"),
                optional(row, "identityNumber"),
                birthDate == null ? null : LocalDate.parse(birthDate),
                sex == null ? null : Sex.of(sex),
                optional(row, "phone"),
                optional(row, "region"));
    }

    private static Organisation organisation(Map<String, Object> row) {
        requireKnown(row, WHO);
        var agent = optional(row, "agentName");
        return new Organisation(
                text(row, "name"),
                new Uscc(text(row, "uscc")),
                optional(row, "form"),
                optional(row, "phone"),
                optional(row, "region"),
                agent == null ? optional(row, "agent") : agent);
    }

    private static void requireKnown(Map<String, Object> row, Set<String> keys) {
        var unknown = new HashSet<>(row.keySet());
        unknown.removeAll(keys);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("示例里有不认识的键：" + unknown);
        }
    }

    private static String text(Map<String, Object> row, String key) {
        var text = optional(row, key);
        if (text == null) {
            throw new IllegalArgumentException("示例里没有填 " + key + "：" + row.keySet());
        }
        return text;
    }

    private static @Nullable String optional(Map<String, Object> row, String key) {
        var value = row.get(key);
        return value == null ? null : value.toString();
    }

    private static List<Map<String, Object>> rows(@Nullable Object list) {
        return list == null
                ? List.of()
                : ((List<?>) list).stream().map(ItemExamples::map).toList();
    }

    /** A value of null is as good as none. */
    private static Map<String, Object> map(Object value) {
        var map = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) value).forEach((key, one) -> {
            if (one != null) {
                map.put(key.toString(), one);
            }
        });
        return map;
    }

    private static Map<String, String> texts(@Nullable Object value) {
        var texts = new HashMap<String, String>();
        if (value != null) {
            map(value).forEach((key, one) -> texts.put(key, one.toString()));
        }
        return texts;
    }

    private static List<String> list(@Nullable Object value) {
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(Object::toString).toList();
    }

    private static @Nullable Object yaml(String resource) {
        try (InputStream in = ItemExamples.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? null : yaml().load(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers and truth values as JSON has them; dates stay text. */
    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var dump = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dump), dump, options, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
                addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9]\\d*)"), "-0123456789");
                addImplicitResolver(Tag.FLOAT, Pattern.compile("-?(0|[1-9]\\d*)\\.\\d+"), "-0123456789");
                addImplicitResolver(Tag.NULL, Pattern.compile("null|~|"), "n~\0");
                addImplicitResolver(Tag.NULL, Pattern.compile("$^"), null);
            }
        });
    }
}
