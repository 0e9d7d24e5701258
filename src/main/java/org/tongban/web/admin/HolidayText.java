package org.tongban.web.admin;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tongban.calendar.HolidayYear;

/** 节假日的写法: a year as an administrator types it from the notice, a line each: “元旦 2026-01-01 2026-01-03”, “2026-01-04 元旦”. */
final class HolidayText {
    private static final int LONGEST = 4000;

    private HolidayText() {}

    static Map<String, List<String>> write(HolidayYear year) {
        var filled = new LinkedHashMap<String, List<String>>();
        filled.put(
                "notices",
                List.of(String.join(
                        "\n",
                        year.notices().stream()
                                .map(n -> n.number() + " " + n.issuedOn() + " " + n.title())
                                .toList())));
        filled.put("holidays", List.of(String.join("\n", spans(year.holidays()))));
        filled.put(
                "working",
                List.of(String.join(
                        "\n",
                        year.working().entrySet().stream()
                                .map(day -> day.getKey() + " " + day.getValue())
                                .toList())));
        return filled;
    }

    private static List<String> spans(SortedMap<LocalDate, String> days) {
        var lines = new ArrayList<String>();
        LocalDate from = null;
        LocalDate last = null;
        String name = "";
        for (var day : days.entrySet()) {
            if (last == null
                    || from == null
                    || !day.getKey().equals(last.plusDays(1))
                    || !day.getValue().equals(name)) {
                if (from != null) {
                    lines.add(name + " " + from + " " + last);
                }
                from = day.getKey();
                name = day.getValue();
            }
            last = day.getKey();
        }
        if (from != null) {
            lines.add(name + " " + from + " " + last);
        }
        return lines;
    }

    /** Empty where something is wrong, which {@code typed} then tells. */
    static Optional<HolidayYear> read(int year, Typed typed) {
        var notices = notices(typed);
        var holidays = holidays(year, typed);
        var working = working(year, typed);
        working.keySet().stream().filter(holidays::containsKey).forEach(day -> typed.wrong("working", day + " 既放假又上班"));
        return typed.right() ? Optional.of(new HolidayYear(year, notices, holidays, working)) : Optional.empty();
    }

    private static List<HolidayYear.Notice> notices(Typed typed) {
        var notices = new ArrayList<HolidayYear.Notice>();
        for (var line : lines("notices", "依据的通知", typed)) {
            var parts = line.split("\\s+", 3);
            var issuedOn = parts.length == 3 ? Typed.day(parts[1]) : Optional.<LocalDate>empty();
            if (issuedOn.isPresent()) {
                notices.add(new HolidayYear.Notice(parts[0], parts[2], issuedOn.get()));
            } else {
                typed.wrong("notices", "这一行要写成“文号 日期 标题”：" + line);
            }
        }
        return notices;
    }

    private static SortedMap<LocalDate, String> holidays(int year, Typed typed) {
        var holidays = new TreeMap<LocalDate, String>();
        for (var line : lines("holidays", "放假", typed)) {
            var parts = line.split("\\s+");
            var from = parts.length >= 2 ? Typed.day(parts[1]) : Optional.<LocalDate>empty();
            var to = parts.length == 3 ? Typed.day(parts[2]) : from;
            if (from.isEmpty() || to.isEmpty() || parts.length > 3 || to.get().isBefore(from.get())) {
                typed.wrong("holidays", "这一行要写成“节日 第一天 最后一天”：" + line);
            } else if (from.get().getYear() != year || to.get().getYear() != year) {
                typed.wrong("holidays", "这一行不在 " + year + " 年内：" + line);
            } else {
                from.get().datesUntil(to.get().plusDays(1)).forEach(day -> holidays.put(day, parts[0]));
            }
        }
        return holidays;
    }

    private static SortedMap<LocalDate, String> working(int year, Typed typed) {
        var working = new TreeMap<LocalDate, String>();
        for (var line : typed.optional("working", LONGEST)
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList()) {
            var parts = line.split("\\s+");
            var day = Typed.day(parts[0]);
            if (parts.length != 2 || day.isEmpty() || day.get().getYear() != year) {
                typed.wrong("working", "这一行要写成“日期 为哪个节日调休”，日期在 " + year + " 年内：" + line);
            } else if (day.get().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                typed.wrong("working", "调休上班的日子应当是周六或周日：" + line);
            } else {
                working.put(day.get(), parts[1]);
            }
        }
        return working;
    }

    private static List<String> lines(String name, String label, Typed typed) {
        return typed.required(name, label, LONGEST)
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
    }
}
