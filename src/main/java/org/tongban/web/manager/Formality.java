package org.tongban.web.manager;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Proposal;

/** 起止、地区和依据: what every change says besides what it changes. */
public final class Formality {
    public static final String FROM = "start-on";
    public static final String UNTIL = "end-on";
    public static final String PLACE = "at-place";
    public static final String INSTRUMENT = "rests-on";
    public static final String NOTE = "note";

    /** For reading a region that was chosen level by level. */
    static final List<Field> FIELDS = List.of(
            new Field.RegionCode(new Field.About(PLACE, "只在哪里适用", false, null, null, null, Field.Purpose.EXAMINE)));

    private Formality() {}

    static Map<String, List<String>> values(@Nullable Proposal proposal, LocalDate today) {
        var values = new LinkedHashMap<String, List<String>>();
        date(values, FROM, proposal == null ? today : proposal.from());
        if (proposal != null) {
            if (proposal.until() != null) {
                date(values, UNTIL, proposal.until());
            }
            values.put(PLACE, Editor.one(proposal.place()));
            values.put(INSTRUMENT, List.of(proposal.instrument()));
            values.put(NOTE, List.of(proposal.note()));
        }
        return values;
    }

    private static void date(Map<String, List<String>> values, String name, LocalDate date) {
        values.put(name + "-year", List.of(String.valueOf(date.getYear())));
        values.put(name + "-month", List.of(String.valueOf(date.getMonthValue())));
        values.put(name + "-day", List.of(String.valueOf(date.getDayOfMonth())));
    }

    /** Null where the sheet has errors. */
    static Proposal.@Nullable Content read(Sheet sheet, List<Change> changes, @Nullable UUID ends) {
        var from = date(sheet, FROM);
        var until = date(sheet, UNTIL);
        var instrument = sheet.required(INSTRUMENT, "依据的文件");
        if (from == null && sheet.errors().stream().noneMatch(e -> e.key().equals(FROM))) {
            sheet.error(FROM, "请填写：从哪天起");
        }
        if (from == null || !sheet.errors().isEmpty()) {
            return null;
        }
        return new Proposal.Content(sheet.optional(PLACE), from, until, instrument, sheet.text(NOTE), changes, ends);
    }

    private static @Nullable LocalDate date(Sheet sheet, String name) {
        var year = sheet.text(name + "-year");
        var month = sheet.text(name + "-month");
        var day = sheet.text(name + "-day");
        if (year.isEmpty() && month.isEmpty() && day.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException | NumberFormatException e) {
            sheet.error(name, "日期不对，请按年、月、日填写，例如 2026 年 3 月 2 日");
            return null;
        }
    }
}
