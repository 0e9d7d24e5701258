package org.tongban.casework;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 办理表单: what has to be filled in for a move. The page's inputs, the API's JSON Schema and the check are made from the same fields.
 */
public record MoveForm(Move move, @Nullable Integer task, String title, List<Input> inputs) {
    private static final Pattern FILE_ID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** 填写项: {@code max} is characters of a text, or the largest number. */
    public record Input(
            String key, String label, Kind kind, boolean required, List<Option> options, int max, String hint) {}

    /** 选项. */
    public record Option(String value, String label) {}

    /** 填写项类型. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        CHOICE,
        CHOICES,
        NUMBER,
        DATE,
        /** answers of the service's form, by key */
        ANSWERS,
        /** materials handed in: key → file ids */
        MATERIALS
    }

    /** JSON Schema of the fields. */
    public Map<String, Object> schema() {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var input : inputs) {
            properties.put(input.key(), schemaOf(input));
            if (input.required()) {
                required.add(input.key());
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("title", title);
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    /** What is wrong with these fields; empty where nothing is. */
    List<Refusal.Fields.Problem> problems(Map<String, Object> fields) {
        var problems = new ArrayList<Refusal.Fields.Problem>();
        for (var key : fields.keySet()) {
            if (inputs.stream().noneMatch(i -> i.key().equals(key))) {
                problems.add(new Refusal.Fields.Problem(key, "没有名为“" + key + "”的填写项"));
            }
        }
        for (var input : inputs) {
            var text = problem(input, fields.get(input.key()));
            if (text != null) {
                problems.add(new Refusal.Fields.Problem(input.key(), text));
            }
        }
        return problems;
    }

    private static @Nullable String problem(Input input, @Nullable Object value) {
        if (value == null
                || (value instanceof String s && s.isBlank())
                || (value instanceof List<?> l && l.isEmpty())) {
            return input.required() ? "请填写" + input.label() : null;
        }
        return switch (input.kind()) {
            case TEXT, LONG_TEXT ->
                value.toString().length() > input.max() ? input.label() + "最多 " + input.max() + " 个字" : null;
            case CHOICE -> isOption(input, value) ? null : input.label() + "不在可选范围内";
            case CHOICES -> each(value).stream().allMatch(v -> isOption(input, v)) ? null : input.label() + "不在可选范围内";
            case NUMBER -> numberProblem(input, value);
            case DATE -> isDate(value.toString()) ? null : input.label() + "要写成 2026-03-02 这样的日期";
            case ANSWERS -> value instanceof Map<?, ?> ? null : input.label() + "格式不对";
            case MATERIALS -> areFiles(value) ? null : input.label() + "要写成“材料 → 附件编号的列表”，编号由上传附件时取得";
        };
    }

    private static boolean areFiles(Object value) {
        return value instanceof Map<?, ?> materials
                && materials.values().stream()
                        .allMatch(ids -> ids instanceof List<?> many
                                && many.stream()
                                        .allMatch(id -> FILE_ID.matcher(String.valueOf(id))
                                                .matches()));
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static @Nullable String numberProblem(Input input, Object value) {
        try {
            int number = value instanceof Number n
                    ? n.intValue()
                    : Integer.parseInt(value.toString().strip());
            return number >= 1 && number <= input.max() ? null : input.label() + "应在 1 到 " + input.max() + " 之间";
        } catch (NumberFormatException e) {
            return input.label() + "要填整数";
        }
    }

    private static List<Object> each(Object value) {
        return value instanceof List<?> many ? List.copyOf(many) : List.of(value);
    }

    private static boolean isOption(Input input, Object value) {
        return input.options().stream().anyMatch(o -> o.value().equals(value.toString()));
    }

    private static Map<String, Object> schemaOf(Input input) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("title", input.label());
        if (!input.hint().isEmpty()) {
            schema.put("description", input.hint());
        }
        var options = input.options().stream().map(Option::value).toList();
        switch (input.kind()) {
            case TEXT, LONG_TEXT -> {
                schema.put("type", "string");
                schema.put("minLength", input.required() ? 1 : 0);
                schema.put("maxLength", input.max());
            }
            case CHOICE -> {
                schema.put("type", "string");
                schema.put("enum", options);
            }
            case CHOICES -> {
                schema.put("type", "array");
                schema.put("items", Map.of("type", "string", "enum", options));
                schema.put("minItems", input.required() ? 1 : 0);
            }
            case NUMBER -> {
                schema.put("type", "integer");
                schema.put("minimum", 1);
                schema.put("maximum", input.max());
            }
            case DATE -> {
                schema.put("type", "string");
                schema.put("format", "date");
            }
            case ANSWERS -> schema.put("type", "object");
            case MATERIALS -> {
                schema.put("type", "object");
                schema.put("additionalProperties", Map.of("type", "array", "items", Map.of("type", "string")));
            }
        }
        return schema;
    }
}
