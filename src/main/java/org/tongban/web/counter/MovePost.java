package org.tongban.web.counter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.casework.MoveForm;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.places.Regions;
import org.tongban.web.Filled;

/** 办理表单的提交: the fields of a move out of what its page sent, and a refusal as the page shows it. */
final class MovePost {
    private MovePost() {}

    /** By the names of the form's inputs; a date in three parts is put together, what is empty is left out. */
    static Map<String, Object> fields(MoveForm form, Map<String, List<String>> sent) {
        var fields = new LinkedHashMap<String, Object>();
        for (var input : form.inputs()) {
            var values = sent.getOrDefault(input.key(), List.of()).stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
            switch (input.kind()) {
                case CHOICES -> put(fields, input.key(), values);
                case DATE -> put(fields, input.key(), date(sent, input.key()));
                case TEXT, LONG_TEXT, CHOICE, NUMBER ->
                    put(fields, input.key(), values.isEmpty() ? "" : values.getFirst());
                case ANSWERS, MATERIALS -> {}
            }
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String key, Object value) {
        if (!value.equals("") && !value.equals(List.of())) {
            fields.put(key, value);
        }
    }

    /** What is no date is sent on as it was typed, so that the form says so. */
    private static String date(Map<String, List<String>> sent, String key) {
        var date = Present.date(sent, key);
        var typed = IntakeStartPages.first(sent, key + "-year")
                + IntakeStartPages.first(sent, key + "-month")
                + IntakeStartPages.first(sent, key + "-day");
        return date == null ? typed : date.toString();
    }

    /** What was typed, with what is wrong in it. */
    static Filled filled(Map<String, List<String>> sent, RefusedMove refused, Regions regions) {
        var filled = new Filled(sent, Map.of(), regions);
        return refused.refusal() instanceof Refusal.Fields fields
                ? filled.withErrors(fields.problems().stream()
                        .map(problem -> new FieldError(problem.key(), problem.text()))
                        .toList())
                : filled;
    }
}
