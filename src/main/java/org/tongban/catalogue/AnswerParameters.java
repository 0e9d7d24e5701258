package org.tongban.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of a page as JSON values would come. */
final class AnswerParameters {

    private static final Pattern CELL = Pattern.compile("([A-Za-z0-9]+)\\[(\\d{1,4})]\\..+");

    private final Map<String, List<String>> parameters;

    AnswerParameters(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    Map<String, Object> of(List<Field> form) {
        return of(form, "");
    }

    private Map<String, Object> of(List<Field> fields, String prefix) {
        var found = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var value = value(field, prefix + field.key());
            if (value != null) {
                found.put(field.key(), value);
            }
        }
        return found;
    }

    private @Nullable Object value(Field field, String name) {
        return switch (field) {
            case Field.Rows rows -> rows(rows, name);
            case Field.Multiselect _ -> parameters.get(name);
            case Field.Date _ -> first(name) == null ? date(name) : first(name);
            case Field.Identity _ -> identity(name);
            case Field.Text _,
                    Field.Textarea _,
                    Field.Whole _,
                    Field.Decimal _,
                    Field.Money _,
                    Field.Month _,
                    Field.Year _,
                    Field.YesNo _,
                    Field.Select _,
                    Field.RegionCode _,
                    Field.IdCard _,
                    Field.CreditCode _,
                    Field.Phone _,
                    Field.Email _,
                    Field.BankCard _ -> first(name);
        };
    }

    private @Nullable String first(String name) {
        var values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst();
    }

    private @Nullable String date(String name) {
        var year = first(name + "-year");
        var month = first(name + "-month");
        var day = first(name + "-day");
        if (year == null && month == null && day == null) {
            return null;
        }
        return part(year, "") + "-" + part(month, "0") + "-" + part(day, "0");
    }

    private static String part(@Nullable String digits, String fill) {
        var text = digits == null ? "" : digits.strip();
        return text.length() == 1 ? fill + text : text;
    }

    private @Nullable Object identity(String name) {
        var type = first(name + "-type");
        var number = first(name + "-number");
        if (type == null && number == null) {
            return null;
        }
        return Map.of("type", type == null ? "" : type, "number", number == null ? "" : number);
    }

    private @Nullable Object rows(Field.Rows rows, String name) {
        var indexes = new TreeSet<Integer>();
        for (var parameter : parameters.keySet()) {
            var cell = CELL.matcher(parameter);
            if (cell.matches() && cell.group(1).equals(name)) {
                indexes.add(Integer.valueOf(cell.group(2)));
            }
        }
        var found = new ArrayList<Map<String, Object>>();
        for (var index : indexes) {
            var row = of(rows.fields(), name + "[" + index + "].");
            if (!row.isEmpty()) {
                found.add(row);
            }
        }
        return found.isEmpty() ? null : found;
    }
}
