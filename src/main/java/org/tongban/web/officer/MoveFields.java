package org.tongban.web.officer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.casework.MoveForm;

/** 办理表单的填写: from the inputs of a form to the fields of a move, and what stands there at first. Knows no move and no service. */
final class MoveFields {
    private MoveFields() {}

    /** What was typed, by the name of its input. */
    static Map<String, List<String>> parameters(Map<String, String[]> raw) {
        var parameters = new LinkedHashMap<String, List<String>>();
        raw.forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
        return parameters;
    }

    /** As the move takes them; what was left empty is left out. */
    static Map<String, Object> of(MoveForm form, Map<String, List<String>> parameters) {
        var fields = new LinkedHashMap<String, Object>();
        for (var input : form.inputs()) {
            var values = parameters.getOrDefault(input.key(), List.of()).stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
            switch (input.kind()) {
                case CHOICES -> {
                    if (!values.isEmpty()) {
                        fields.put(input.key(), values);
                    }
                }
                case DATE -> {
                    var date = date(parameters, input.key());
                    if (!date.isEmpty()) {
                        fields.put(input.key(), date);
                    }
                }
                case TEXT, LONG_TEXT, CHOICE, NUMBER -> {
                    if (!values.isEmpty()) {
                        fields.put(input.key(), values.getFirst());
                    }
                }
                case ANSWERS, MATERIALS -> {}
            }
        }
        return fields;
    }

    private static String date(Map<String, List<String>> parameters, String key) {
        var year = part(parameters, key + "-year");
        var month = part(parameters, key + "-month");
        var day = part(parameters, key + "-day");
        return year.isEmpty() && month.isEmpty() && day.isEmpty() ? "" : year + "-" + two(month) + "-" + two(day);
    }

    private static String part(Map<String, List<String>> parameters, String name) {
        return String.join("", parameters.getOrDefault(name, List.of())).strip();
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    /** Where only one thing can be chosen, and something must be, it is chosen already. */
    static Map<String, List<String>> first(MoveForm form) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var input : form.inputs()) {
            if (input.required() && input.options().size() == 1) {
                parameters.put(
                        input.key(),
                        new ArrayList<>(List.of(input.options().getFirst().value())));
            }
        }
        return parameters;
    }
}
