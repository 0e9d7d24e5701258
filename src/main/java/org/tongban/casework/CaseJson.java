package org.tongban.casework;

import java.util.List;
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

    private static final List<String> NUMBERED = List.of("legs", "tasks", "alarms", "intervals");
    /** Follow from the entry itself. */
    private static final Set<String> DERIVED = Set.of("revision", "lastHash");

    private CaseJson() {}

    /** What is different in {@code after}, by name; of numbered parts only those that changed. */
    static ObjectNode changes(@Nullable Casefile before, Casefile after) {
        var old = before == null ? PLAIN.createObjectNode() : (ObjectNode) PLAIN.valueToTree(before);
        var now = (ObjectNode) PLAIN.<JsonNode>valueToTree(after);
        var changes = PLAIN.createObjectNode();
        now.properties().forEach(field -> {
            var name = field.getKey();
            if (DERIVED.contains(name) || field.getValue().equals(old.get(name))) {
                return;
            }
            changes.set(
                    name, NUMBERED.contains(name) ? changedParts(old.get(name), field.getValue()) : field.getValue());
        });
        return changes;
    }

    private static ArrayNode changedParts(@Nullable JsonNode old, JsonNode now) {
        var changed = PLAIN.createArrayNode();
        for (var part : now) {
            var before = old == null ? null : numbered(old, part.get("no").intValue());
            if (!part.equals(before)) {
                changed.add(part);
            }
        }
        return changed;
    }

    private static @Nullable JsonNode numbered(JsonNode parts, int no) {
        for (var part : parts) {
            if (part.get("no").intValue() == no) {
                return part;
            }
        }
        return null;
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
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).get("no").intValue() == part.get("no").intValue()) {
                parts.set(i, part);
                return;
            }
        }
        parts.add(part);
    }
}
