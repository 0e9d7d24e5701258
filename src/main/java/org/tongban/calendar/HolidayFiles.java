package org.tongban.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads {@code holidays/<year>.yaml}. */
final class HolidayFiles {

    private HolidayFiles() {}

    static List<HolidayYear> read() {
        try {
            List<HolidayYear> years = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:holidays/*.yaml")) {
                try (InputStream in = file.getInputStream()) {
                    years.add(read(file.getDescription(), in));
                }
            }
            return years;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HolidayYear read(String file, InputStream in) {
        Map<String, Object> top = yaml().load(in);
        requireKeys(file, top, Set.of("year", "notices", "holidays", "working"));
        List<HolidayYear.Notice> notices = new ArrayList<>();
        for (Map<String, String> row : rows(file, top, "notices", Set.of("number", "title", "issued_on"))) {
            notices.add(new HolidayYear.Notice(text(row, "number"), text(row, "title"), date(row, "issued_on")));
        }
        SortedMap<LocalDate, String> holidays = new TreeMap<>();
        for (Map<String, String> row : rows(file, top, "holidays", Set.of("name", "from", "to"))) {
            date(row, "from")
                    .datesUntil(date(row, "to").plusDays(1))
                    .forEach(day -> holidays.put(day, text(row, "name")));
        }
        SortedMap<LocalDate, String> working = new TreeMap<>();
        for (Map<String, String> row : rows(file, top, "working", Set.of("on", "for"))) {
            working.put(date(row, "on"), text(row, "for"));
        }
        return new HolidayYear(Integer.parseInt((String) top.get("year")), notices, holidays, working);
    }

    @SuppressWarnings("unchecked") // the keys are checked, the values are strings by the resolver
    private static List<Map<String, String>> rows(
            String file, Map<String, Object> top, String key, Set<String> expected) {
        List<Map<String, String>> rows = (List<Map<String, String>>) top.get(key);
        if (rows == null) {
            return List.of();
        }
        rows.forEach(row -> requireKeys(file + " " + key, row, expected));
        return rows;
    }

    private static String text(Map<String, String> row, String key) {
        String text = row.get(key);
        if (text == null) {
            throw new IllegalArgumentException(key + " 没有填：" + row);
        }
        return text;
    }

    private static LocalDate date(Map<String, String> row, String key) {
        return LocalDate.parse(text(row, key));
    }

    private static void requireKeys(String where, Map<String, ?> map, Set<String> expected) {
        if (!map.keySet().equals(expected)) {
            throw new IllegalArgumentException(where + "：应有 " + expected + "，实为 " + map.keySet());
        }
    }

    /** Every scalar stays the text that was written: dates are parsed here, not by the library's idea of a zone. */
    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(
                new SafeConstructor(options),
                new Representer(new DumperOptions()),
                new DumperOptions(),
                options,
                new Resolver() {
                    @Override
                    protected void addImplicitResolvers() {}
                });
    }
}
