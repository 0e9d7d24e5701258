package org.tongban.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.places.Regions;

/**
 * 已填内容: what a form holds when it is shown: what was typed, by the name of its input, and what is wrong with it.
 *
 * @param errors by name of the question
 */
public record Filled(Map<String, List<String>> parameters, Map<String, String> errors, Regions regions) {
    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,4})]\\..+");
    private static final int ISO_DATE_LENGTH = 10;
    private static final int ISO_MONTH_LENGTH = 7;

    /** A form nobody has typed into yet. */
    public static Filled empty(Regions regions) {
        return new Filled(Map.of(), Map.of(), regions);
    }

    /** A form as it was saved, from its answers as JSON has them. */
    public static Filled of(List<Field> form, Map<String, ?> answers, Regions regions) {
        var parameters = new LinkedHashMap<String, List<String>>();
        put(form, answers, "", parameters);
        return new Filled(parameters, Map.of(), regions);
    }

    public Filled withErrors(List<FieldError> found) {
        var byName = new LinkedHashMap<String, String>();
        found.forEach(error -> byName.putIfAbsent(error.key(), error.text()));
        return new Filled(parameters, byName, regions);
    }

    /** What was typed there; empty where nothing was. */
    public String value(String name) {
        var values = values(name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    public List<String> values(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    /** Numbers of the rows of a list; a new list has one row to fill in. */
    public List<Integer> rows(String name) {
        return rows(parameters, name);
    }

    static List<Integer> rows(Map<String, List<String>> parameters, String name) {
        var rows = new TreeSet<Integer>();
        for (var parameter : parameters.keySet()) {
            if (parameter.startsWith(name + "[")) {
                var index = INDEX.matcher(parameter.substring(name.length()));
                if (index.matches()) {
                    rows.add(Integer.valueOf(index.group(1)));
                }
            }
        }
        return rows.isEmpty() ? List.of(0) : List.copyOf(rows);
    }

    public RegionSteps region(String name) {
        return RegionSteps.of(this, name);
    }

    private static void put(List<Field> fields, Map<?, ?> answers, String prefix, Map<String, List<String>> to) {
        for (var field : fields) {
            var answer = answers.get(field.key());
            if (answer != null) {
                put(field, answer, prefix + field.key(), to);
            }
        }
    }

    private static void put(Field field, Object answer, String name, Map<String, List<String>> to) {
        var text = String.valueOf(answer);
        switch (field) {
            case Field.Rows rows -> {
                var list = (List<?>) answer;
                for (int i = 0; i < list.size(); i++) {
                    put(rows.fields(), (Map<?, ?>) list.get(i), name + "[" + i + "].", to);
                }
            }
            case Field.Multiselect _ ->
                to.put(name, ((List<?>) answer).stream().map(String::valueOf).toList());
            case Field.Identity _ -> {
                var identity = (Map<?, ?>) answer;
                to.put(name + "-type", List.of(String.valueOf(identity.get("type"))));
                to.put(name + "-number", List.of(String.valueOf(identity.get("number"))));
            }
            case Field.Date _
            when text.length() == ISO_DATE_LENGTH -> putParts(name, text, List.of("-year", "-month", "-day"), to);
            case Field.Month _
            when text.length() == ISO_MONTH_LENGTH -> putParts(name, text, List.of("-year", "-month"), to);
            case Field.Text _ -> to.put(name, List.of(text));
            case Field.Textarea _ -> to.put(name, List.of(text));
            case Field.Whole _ -> to.put(name, List.of(text));
            case Field.Decimal _ -> to.put(name, List.of(text));
            case Field.Money _ -> to.put(name, List.of(text));
            case Field.Date _ -> to.put(name, List.of(text));
            case Field.Month _ -> to.put(name, List.of(text));
            case Field.Year _ -> to.put(name, List.of(text));
            case Field.YesNo _ -> to.put(name, List.of(text));
            case Field.Select _ -> to.put(name, List.of(text));
            case Field.RegionCode _ -> to.put(name, List.of(text));
            case Field.IdCard _ -> to.put(name, List.of(text));
            case Field.CreditCode _ -> to.put(name, List.of(text));
            case Field.Phone _ -> to.put(name, List.of(text));
            case Field.Email _ -> to.put(name, List.of(text));
            case Field.BankCard _ -> to.put(name, List.of(text));
        }
    }

    private static void putParts(String name, String text, List<String> endings, Map<String, List<String>> to) {
        var parts = new ArrayList<>(List.of(text.split("-")));
        for (int i = 0; i < endings.size(); i++) {
            to.put(name + endings.get(i), List.of(parts.get(i).replaceFirst("^0", "")));
        }
    }
}
