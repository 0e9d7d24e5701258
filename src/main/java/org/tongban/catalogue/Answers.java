package org.tongban.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 填报内容: the answers to a service's form, typed: text as String, whole numbers as Long, others as BigDecimal, dates as LocalDate, yes
 * or no as Boolean, several choices as List of String, lists as List of Map. Empty text is left out; an empty list given as such is an answer. What cannot be read is an error in
 * words; whether a field applies and must be answered is asked by {@link Catalogue#check}. Files are never here.
 */
public final class Answers {

    /** No answers. */
    public static final Answers NONE = new Answers(Map.of(), List.of());

    private final Map<String, Object> values;
    private final List<Precheck.FieldError> errors;

    Answers(Map<String, Object> values, List<Precheck.FieldError> errors) {
        this.values = Collections.unmodifiableMap(values);
        this.errors = List.copyOf(errors);
    }

    /** From JSON values by key. Numbers and truth values may also come as text. */
    public static Answers ofJson(Item item, Map<String, ? extends @Nullable Object> json) {
        var reader = new AnswerReader();
        var values = reader.read(item.form(), json, "");
        return new Answers(values, reader.errors());
    }

    /**
     * From a page's parameters: {@code key}, several values for several choices; {@code key-year}, {@code key-month} and {@code key-day} for a
     * date; {@code key-type} and {@code key-number} for an identity; {@code key[0].column} for a list. Other parameters are left alone.
     */
    public static Answers ofForm(Item item, Map<String, List<String>> parameters) {
        return ofJson(item, new AnswerParameters(parameters).of(item.form()));
    }

    /** By key, as the class says. */
    public Map<String, Object> values() {
        return values;
    }

    public List<Precheck.FieldError> errors() {
        return errors;
    }

    public @Nullable Object value(String key) {
        return values.get(key);
    }

    /** By key, with nothing but what JSON has: dates as text. Reading it again gives the same answers. */
    public Map<String, Object> json() {
        return AnswerReader.json(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Answers answers && answers.values.equals(values) && answers.errors.equals(errors);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Keys only: what people answered is not printed by mistake (policy D-26). */
    @Override
    public String toString() {
        return "Answers" + values.keySet();
    }
}
