package org.tongban.casework;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * 办件的书写形式: cases and events as JSON. What an event changed is the difference of two cases, so that replaying the events gives the
 * row again; keys stay in the order of the records, so that the stored text is the same on every machine.
 */
final class CaseJson {
    static final JsonMapper PLAIN = JsonMapper.builder().build();
    /** As the columns are called. */
    static final JsonMapper ROWS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** A part of a case that has a number in it. */
    sealed interface Numbered permits Leg, Task, Alarm, Interval {
        int no();
    }

    private static final List<String> NUMBERED = List.of("legs", "tasks", "alarms", "intervals");
    /** Follow from the entry itself. */
    private static final Set<String> DERIVED = Set.of("revision", "lastHash");

    private static final List<RecordComponent> COMPONENTS = List.of(Casefile.class.getRecordComponents());

    private CaseJson() {}

    /** A part as its table has it. */
    static ObjectNode row(Record part) {
        return ROWS.valueToTree(part);
    }

    /** As it is written in an entry: what is not there is not named. */
    static ObjectNode withoutNulls(Object of) {
        return difference(null, PLAIN.valueToTree(of));
    }

    /** What is different in {@code after}, by name; of numbered parts only those that changed, and of each only what did. */
    static ObjectNode changes(@Nullable Casefile before, Casefile after) {
        var changes = PLAIN.createObjectNode();
        for (var component : COMPONENTS) {
            var name = component.getName();
            var old = before == null ? null : valueOf(component, before);
            var now = valueOf(component, after);
            if (DERIVED.contains(name) || Objects.equals(old, now)) {
                continue;
            }
            changes.set(name, NUMBERED.contains(name) ? changedParts(old, now) : PLAIN.valueToTree(now));
        }
        return changes;
    }

    private static @Nullable Object valueOf(RecordComponent component, Casefile file) {
        try {
            return component.getAccessor().invoke(file);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ArrayNode changedParts(@Nullable Object before, @Nullable Object after) {
        var old = new HashMap<Integer, Numbered>();
        numbered(before).forEach(part -> old.put(part.no(), part));
        var changed = PLAIN.createArrayNode();
        for (var part : numbered(after)) {
            var was = old.get(part.no());
            if (!part.equals(was)) {
                changed.add(difference(was == null ? null : PLAIN.valueToTree(was), PLAIN.valueToTree(part)));
            }
        }
        return changed;
    }

    @SuppressWarnings("unchecked") // the lists named in NUMBERED
    private static List<Numbered> numbered(@Nullable Object parts) {
        return parts == null ? List.of() : (List<Numbered>) parts;
    }

    /** A new part without what it does not have; of an old one its number and what changed. */
    private static ObjectNode difference(@Nullable ObjectNode old, ObjectNode now) {
        var difference = PLAIN.createObjectNode();
        now.properties().forEach(field -> {
            boolean same =
                    old == null ? field.getValue().isNull() : field.getValue().equals(old.get(field.getKey()));
            if (!same || field.getKey().equals("no")) {
                difference.set(field.getKey(), field.getValue());
            }
        });
        return difference;
    }

    static Casefile replay(List<Entry> entries) {
        var tree = PLAIN.createObjectNode();
        for (var entry : entries) {
            apply(tree, entry);
        }
        return PLAIN.treeToValue(tree, Casefile.class);
    }

    private static void apply(ObjectNode tree, Entry entry) {
        entry.changes().properties().forEach(change -> {
            if (NUMBERED.contains(change.getKey()) && tree.get(change.getKey()) instanceof ArrayNode parts) {
                change.getValue().forEach(part -> put(parts, part));
            } else {
                tree.set(change.getKey(), change.getValue().deepCopy());
            }
        });
        tree.put("revision", entry.seq());
        tree.put("lastHash", entry.hash());
    }

    private static void put(ArrayNode parts, JsonNode part) {
        for (var old : parts) {
            if (old.get("no").equals(part.get("no"))) {
                ((ObjectNode) old).setAll((ObjectNode) part);
                return;
            }
        }
        parts.add(part.deepCopy());
    }
}
