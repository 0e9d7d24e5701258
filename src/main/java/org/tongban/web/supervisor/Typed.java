package org.tongban.web.supervisor;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.places.Regions;
import org.tongban.web.Filled;

/** 页面上填的: what came with a form of these pages, and what was wrong with it. */
final class Typed {
    private Typed() {}

    static Filled of(HttpServletRequest request, Regions regions) {
        var parameters = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
        return new Filled(parameters, Map.of(), regions);
    }

    static Filled of(Map<String, String> values, Regions regions) {
        var parameters = new LinkedHashMap<String, List<String>>();
        values.forEach((name, value) -> parameters.put(name, List.of(value)));
        return new Filled(parameters, Map.of(), regions);
    }

    /** @param general the question that a refusal of the whole leads to */
    static Filled refused(Filled filled, RefusedMove refused, String general) {
        return filled.withErrors(
                switch (refused.refusal()) {
                    case Refusal.Fields fields ->
                        fields.problems().stream()
                                .map(problem -> new FieldError(problem.key(), problem.text()))
                                .toList();
                    case Refusal other -> List.of(new FieldError(general, other.text() + other.next()));
                });
    }

    /** Null where nothing or no date was typed; what needs one says so. */
    static @Nullable LocalDate date(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
