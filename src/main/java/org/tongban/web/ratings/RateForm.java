package org.tongban.web.ratings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongban.places.Regions;
import org.tongban.ratings.Grade;
import org.tongban.ratings.Ratings;
import org.tongban.web.Filled;

/** What was filled in on a rating form. */
record RateForm(Map<String, List<String>> parameters) {
    private static final String GRADE = "grade";
    private static final String WORDS = "words";

    static RateForm of(HttpServletRequest request) {
        var parameters = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
        return new RateForm(parameters);
    }

    private String value(String name) {
        return parameters.getOrDefault(name, List.of("")).getFirst();
    }

    /** Empty where no grade was chosen: nothing is assumed (policy N-32). */
    Optional<Ratings.Said> said() {
        var number = value(GRADE).matches("[1-5]") ? Integer.parseInt(value(GRADE)) : 0;
        return Grade.of(number)
                .filter(_ -> value(WORDS).length() <= Ratings.LONGEST_WORDS)
                .map(grade -> new Ratings.Said(
                        grade,
                        parameters.getOrDefault("tags", List.of()),
                        value(WORDS),
                        !value("named").equals("false")));
    }

    Filled again(Regions regions) {
        var errors = value(WORDS).length() > Ratings.LONGEST_WORDS
                ? Map.of(WORDS, "太长，最多" + Ratings.LONGEST_WORDS + "个字")
                : Map.of(GRADE, "请选择一个等级");
        return new Filled(parameters, errors, regions);
    }
}
