package org.tongban.web.admin;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.web.Filled;

/** 填写的读法: reads what an administrator typed and gathers what is wrong with it. */
final class Typed {
    private final Filled filled;
    private final List<FieldError> errors = new ArrayList<>();

    Typed(Filled filled) {
        this.filled = filled;
    }

    String optional(String name, int longest) {
        var text = filled.value(name).strip();
        if (text.length() > longest) {
            wrong(name, "太长，最多" + longest + "个字");
        }
        return text;
    }

    String required(String name, String label, int longest) {
        var text = optional(name, longest);
        if (text.isEmpty()) {
            wrong(name, "请填写" + label);
        }
        return text;
    }

    /** A number that the page itself sends; 0 where it does not. */
    int whole(String name) {
        var text = optional(name, 9);
        return text.matches("\\d+") ? Integer.parseInt(text) : 0;
    }

    /** Of a required date; null where it is missing or no date, which is then among the errors. */
    @Nullable
    LocalDate date(String name, String label) {
        var text = required(name, label, 10);
        return text.isEmpty() ? null : parsed(name, label, text);
    }

    @Nullable
    LocalDate optionalDate(String name, String label) {
        var text = optional(name, 10);
        return text.isEmpty() ? null : parsed(name, label, text);
    }

    private @Nullable LocalDate parsed(String name, String label, String text) {
        var date = day(text);
        if (date.isEmpty()) {
            wrong(name, label + "要写成 2026-03-02 这样的日期");
        }
        return date.orElse(null);
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    void wrong(String name, String text) {
        errors.add(new FieldError(name, text));
    }

    boolean right() {
        return errors.isEmpty();
    }

    Filled again() {
        return filled.withErrors(errors);
    }
}
