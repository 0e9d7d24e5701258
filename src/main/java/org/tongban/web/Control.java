package org.tongban.web;

import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Field;

/**
 * 输入项: one question as a form shows it, from a service's field or of a page's own. The parts under {@code jte/parts/control} draw it.
 *
 * @param label said in the language of the page, or as the service's file has it
 * @param unit stands behind the input
 * @param error what is wrong with what was typed; null: nothing
 * @param heading the label is the heading of the page, for pages that ask one thing
 * @param lang language of label and hint where it is not that of the page
 */
public record Control(
        String name,
        String label,
        @Nullable String hint,
        @Nullable String unit,
        @Nullable String error,
        boolean required,
        boolean heading,
        @Nullable String lang) {

    /** A required question of a page's own. */
    public static Control of(String name, String label) {
        return new Control(name, label, null, null, null, true, false, null);
    }

    /** A question of a service's form, under its name in this form. */
    public static Control of(Page page, Field field, String name, @Nullable String error) {
        var about = field.about();
        boolean asked = about.required() || about.when() != null;
        return new Control(name, about.label(), about.hint(), about.unit(), error, asked, false, page.chinese());
    }

    public Control hint(@Nullable String text) {
        return new Control(name, label, text, unit, error, required, heading, lang);
    }

    public Control unit(@Nullable String text) {
        return new Control(name, label, hint, text, error, required, heading, lang);
    }

    public Control error(@Nullable String text) {
        return new Control(name, label, hint, unit, text, required, heading, lang);
    }

    public Control optional() {
        return new Control(name, label, hint, unit, error, false, heading, lang);
    }

    public Control heading(boolean isHeading) {
        return new Control(name, label, hint, unit, error, required, isHeading, lang);
    }

    /** Of its first input; the error summary leads there. */
    public String id() {
        return idOf(name);
    }

    public String id(String part) {
        return idOf(name) + "-" + part;
    }

    public static String idOf(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** What describes the input beside its label. */
    public @Nullable String describedBy() {
        var hinted = hint == null ? "" : id("hint");
        var both = error == null ? hinted : (hinted + " " + id("error")).strip();
        return both.isEmpty() ? null : both;
    }

    public @Nullable String invalid() {
        return error == null ? null : "true";
    }
}
