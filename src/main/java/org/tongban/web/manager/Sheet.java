package org.tongban.web.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Precheck.FieldError;

/** 填好的改动表单: what was entered, read question by question; what cannot be read is an error of its question. */
final class Sheet {
    private static final int DAYS_MAX = 3650;

    private final Map<String, List<String>> entered;
    private final List<FieldError> errors = new ArrayList<>();

    Sheet(Map<String, List<String>> entered) {
        this.entered = entered;
    }

    List<FieldError> errors() {
        return errors;
    }

    void error(String name, String text) {
        errors.add(new FieldError(name, text));
    }

    /** Without blanks around it; empty where nothing was entered. */
    String text(String name) {
        var values = entered.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip().replace("\r\n", "\n");
    }

    @Nullable
    String optional(String name) {
        var text = text(name);
        return text.isEmpty() ? null : text;
    }

    String required(String name, String label) {
        var text = text(name);
        if (text.isEmpty()) {
            error(name, "请填写：" + label);
        }
        return text;
    }

    /** One a line, without empty ones. */
    List<String> lines(String name) {
        return text(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    List<String> chosen(String name) {
        return entered.getOrDefault(name, List.of());
    }

    boolean yes(String name) {
        return text(name).equals("true");
    }

    /** A number of days or the like; null where none was entered. */
    @Nullable
    Integer number(String name, String label) {
        var text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= DAYS_MAX) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        error(name, label + "应当是 0 到 " + DAYS_MAX + " 之间的整数");
        return null;
    }

    <E extends Enum<E>> @Nullable E one(String name, Class<E> type, String label) {
        var text = text(name);
        for (var constant : Objects.requireNonNull(type.getEnumConstants())) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        error(name, "请选择：" + label);
        return null;
    }
}
