package org.tongban.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Field;
import org.tongban.places.Regions;

/**
 * 表单提交: what came with a form's POST. A button that only changes the form (the next level of a region, a row more or less) asks to show
 * it again; the page then answers with {@link #filled} and saves or checks nothing.
 */
public final class FormPost {
    static final String SHOW = "show";
    static final String ADD = "add-row";
    static final String REMOVE = "remove-row";

    /** Stands in each row, so that a row in which nothing was chosen is there too. */
    static final String ROW = "row";

    private static final int ROWS_MAX = 1000;

    private final Map<String, List<String>> parameters;
    private final boolean showsAgain;
    private final Regions regions;

    private FormPost(Map<String, List<String>> parameters, boolean showsAgain, Regions regions) {
        this.parameters = parameters;
        this.showsAgain = showsAgain;
        this.regions = regions;
    }

    /** @param raw as {@code HttpServletRequest.getParameterMap} has it */
    public static FormPost of(List<Field> form, Map<String, String[]> raw, Regions regions) {
        var parameters = new LinkedHashMap<String, List<String>>();
        raw.forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
        var add = first(parameters.remove(ADD));
        var remove = first(parameters.remove(REMOVE));
        var show = first(parameters.remove(SHOW));
        if (!remove.isEmpty()) {
            parameters.keySet().removeIf(name -> name.startsWith(remove + "."));
        }
        boolean again = !(add.isEmpty() && remove.isEmpty() && show.isEmpty());
        for (var field : form) {
            if (field instanceof Field.Rows) {
                number(field.key(), again, parameters);
            }
        }
        if (!add.isEmpty()
                && form.stream()
                        .anyMatch(field ->
                                field instanceof Field.Rows && field.key().equals(add))) {
            addRow(add, parameters);
        }
        compose(form, "", parameters, regions);
        return new FormPost(parameters, again, regions);
    }

    /** By name, as {@code Answers.ofForm} reads them. */
    public Map<String, List<String>> parameters() {
        return parameters;
    }

    public boolean showsAgain() {
        return showsAgain;
    }

    public Filled filled() {
        return new Filled(parameters, Map.of(), regions);
    }

    /** One value of what was asked in parts. */
    private static void compose(
            List<Field> fields, String prefix, Map<String, List<String>> parameters, Regions regions) {
        for (var field : fields) {
            var name = prefix + field.key();
            if (field instanceof Field.RegionCode && RegionSteps.chosenByStep(parameters, name)) {
                parameters.put(name, List.of(RegionSteps.code(parameters, name, regions)));
            } else if (field instanceof Field.Month && parameters.containsKey(name + "-year")) {
                parameters.put(name, List.of(month(parameters, name)));
            } else if (field instanceof Field.Rows rows) {
                for (var row : Filled.rows(parameters, name)) {
                    compose(rows.fields(), name + "[" + row + "].", parameters, regions);
                }
            }
        }
    }

    private static String month(Map<String, List<String>> parameters, String name) {
        var year = first(parameters.get(name + "-year"));
        var month = first(parameters.get(name + "-month"));
        return year.isEmpty() && month.isEmpty() ? "" : year + "-" + (month.length() == 1 ? "0" + month : month);
    }

    private static void addRow(String name, Map<String, List<String>> parameters) {
        int next = Filled.rows(parameters, name).getLast() + 1;
        if (next < ROWS_MAX) {
            parameters.put(name + "[" + next + "]." + ROW, List.of(""));
        }
    }

    /** Numbers the rows from 0 without gaps, so that an error names the row that is shown; empty rows stay only while one is still filling in. */
    private static void number(String name, boolean keepsEmpty, Map<String, List<String>> parameters) {
        int next = 0;
        for (var row : Filled.rows(parameters, name)) {
            var from = name + "[" + row + "].";
            var cells = parameters.keySet().stream()
                    .filter(key -> key.startsWith(from))
                    .toList();
            boolean stays = keepsEmpty
                    || cells.stream()
                            .flatMap(key -> parameters.getOrDefault(key, List.of()).stream())
                            .anyMatch(value -> !value.isBlank());
            for (var cell : cells) {
                var values = parameters.remove(cell);
                if (stays && values != null) {
                    parameters.put(name + "[" + next + "]." + cell.substring(from.length()), values);
                }
            }
            next += stays ? 1 : 0;
        }
    }

    private static String first(@Nullable List<String> values) {
        return values == null || values.isEmpty() ? "" : values.getFirst().strip();
    }
}
