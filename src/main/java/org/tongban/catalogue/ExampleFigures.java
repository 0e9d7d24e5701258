package org.tongban.catalogue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Applicant;
import org.tongban.identity.IdNumber;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.identity.Sex;
import org.tongban.identity.Uscc;

/** The people and bodies in examples, by name from {@code examples/people.yaml} or written out; all are fictitious (D-27). */
final class ExampleFigures {
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

    private final Map<String, Applicant> known = new LinkedHashMap<>();

    /** @param file as read: lists {@code persons} and {@code organisations} */
    ExampleFigures(Map<String, Object> file) {
        rows(file.get("persons")).forEach(row -> known.put(text(row, "name"), person(row)));
        rows(file.get("organisations")).forEach(row -> known.put(text(row, "name"), organisation(row)));
    }

    Map<String, Applicant> known() {
        return Map.copyOf(known);
    }

    /** @throws IllegalArgumentException saying what is wrong with them */
    Applicant of(Object who) {
        if (who instanceof Map<?, ?> written) {
            var row = row(written);
            return "organisation".equals(row.get("kind")) ? organisation(row) : person(row);
        }
        var found = known.get(who.toString());
        if (found == null) {
            throw new IllegalArgumentException("people.yaml 里没有" + who);
        }
        return found;
    }

    private static Person person(Map<String, Object> row) {
        requireKnown(row);
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
        requireKnown(row);
        var agent = optional(row, "agentName");
        return new Organisation(
                text(row, "name"),
                new Uscc(text(row, "uscc")),
                optional(row, "form"),
                optional(row, "phone"),
                optional(row, "region"),
                agent == null ? optional(row, "agent") : agent);
    }

    private static void requireKnown(Map<String, Object> row) {
        var unknown = new HashSet<>(row.keySet());
        unknown.removeAll(WHO);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("有不认识的键：" + unknown);
        }
    }

    private static String text(Map<String, Object> row, String key) {
        var text = optional(row, key);
        if (text == null) {
            throw new IllegalArgumentException("没有填 " + key + "：" + row.keySet());
        }
        return text;
    }

    private static @Nullable String optional(Map<String, Object> row, String key) {
        var value = row.get(key);
        return value == null ? null : value.toString();
    }

    private static List<Map<String, Object>> rows(@Nullable Object list) {
        return list instanceof List<?> many
                ? many.stream().map(one -> row((Map<?, ?>) one)).toList()
                : List.of();
    }

    private static Map<String, Object> row(Map<?, ?> written) {
        return written.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().toString(), Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
    }
}
