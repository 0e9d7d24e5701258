package org.tongban.web.admin;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.Time;

/**
 * 日志查询: what the auditor typed.
 *
 * @param object a case, a file or an account
 * @param until last day, empty for today
 * @param before of the page before: the time of its last line
 */
public record LogQuery(
        String account,
        String object,
        String until,
        @Nullable String before) {
    public LogQuery {
        account = strip(account);
        object = strip(object);
        until = strip(until);
    }

    private static String strip(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    Instant bound() {
        if (before != null) {
            try {
                return Instant.parse(before);
            } catch (DateTimeParseException e) {
                return EVER;
            }
        }
        return Typed.day(until).map(Time::endOf).orElse(EVER);
    }

    public boolean untilIsNoDate() {
        return !until.isEmpty() && Typed.day(until).isEmpty();
    }

    String next(String path, Instant last) {
        return Address.of(
                path, Map.of("account", account, "object", object, "until", until, "before", last.toString()));
    }
}
