package org.tongban.casework;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 办理行为: a move somebody wants to make, with what they filled in for it.
 *
 * @param task number of the task it answers; null for moves of the whole case
 * @param fields as {@link MoveForm} describes them; checked before anything happens
 */
public record Act(Move move, @Nullable Integer task, Map<String, Object> fields) {

    public static Act of(Move move) {
        return new Act(move, null, Map.of());
    }

    public static Act of(Move move, Map<String, Object> fields) {
        return new Act(move, null, fields);
    }

    String text(String key) {
        return Objects.toString(fields.get(key), "").strip();
    }

    @Nullable
    String optional(String key) {
        var text = text(key);
        return text.isEmpty() ? null : text;
    }

    int number(String key) {
        var value = fields.get(key);
        return value instanceof Number n ? n.intValue() : Integer.parseInt(text(key));
    }

    List<String> list(String key) {
        return switch (fields.get(key)) {
            case null -> List.of();
            case List<?> many -> many.stream().map(Object::toString).toList();
            case Object one -> one.toString().isBlank() ? List.of() : List.of(one.toString());
        };
    }

    /** The leg the move acts on: the one named, else the first; what is no number is refused with the other fields. */
    int leg() {
        try {
            return fields.containsKey("leg") ? number("leg") : 1;
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
