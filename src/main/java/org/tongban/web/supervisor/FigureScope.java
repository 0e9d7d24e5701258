package org.tongban.web.supervisor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.supervision.CaseList;
import org.tongban.supervision.Figures;
import org.tongban.web.Filled;

/** 统计筛选: of which months, services and places figures are shown; stands in the address. Empty texts filter nothing. */
public record FigureScope(
        YearMonth from, YearMonth until, String lead, String item, String mode, String applyAt, String handledBy) {
    private static final int MONTHS = 11;

    /** The twelve months that end with this one, unless others are asked for. */
    static FigureScope of(Filled filled, LocalDate today) {
        var until = month(filled.value("until"), YearMonth.from(today));
        var from = month(filled.value("from"), until.minusMonths(MONTHS));
        return new FigureScope(
                from.isAfter(until) ? until : from,
                until,
                filled.value("lead"),
                filled.value("item"),
                filled.value("mode"),
                filled.value("applyAt"),
                filled.value("handledBy"));
    }

    private static YearMonth month(String text, YearMonth otherwise) {
        try {
            return text.isBlank() ? otherwise : YearMonth.parse(text.strip());
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    Figures.Scope scope(Surroundings around) {
        return new Figures.Scope(
                from.atDay(1),
                until.atDay(1),
                around.itemsOf(lead, item),
                emptyAsNull(mode),
                emptyAsNull(applyAt),
                emptyAsNull(handledBy));
    }

    CaseList.Scope cases(Surroundings around, CaseList.Kind kind, Filled more) {
        int days = Typed.number(more.value("days"));
        return new CaseList.Scope(
                from.atDay(1),
                until.atEndOfMonth(),
                around.itemsOf(lead, item),
                emptyAsNull(mode),
                emptyAsNull(applyAt),
                emptyAsNull(handledBy),
                kind,
                emptyAsNull(more.value("office")),
                emptyAsNull(more.value("ground")),
                days < 0 ? null : days);
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The address of another page with the same scope. */
    public String at(String path) {
        return path + "?" + Links.query(values());
    }

    /** The same, but for one thing. */
    public String at(String path, String name, String value) {
        var values = values();
        values.put(name, value);
        return path + "?" + Links.query(values);
    }

    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("from", from.toString());
        values.put("until", until.toString());
        values.put("lead", lead);
        values.put("item", item);
        values.put("mode", mode);
        values.put("applyAt", applyAt);
        values.put("handledBy", handledBy);
        return values;
    }
}
