package org.tongban.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.tongban.calendar.Time;

/**
 * 页面用语: the words of pages. The Chinese text is the key and its English stands in {@code messages_en.properties}. The language is
 * bound around the rendering of a page, so that templates only say {@code t(…)} around it.
 */
public final class Words {
    private static final ScopedValue<Language> LANGUAGE = ScopedValue.newInstance();
    private static final Map<String, String> ENGLISH = load();

    private static final DateTimeFormatter CHINESE_DATE = DateTimeFormatter.ofPattern("y年M月d日");
    private static final DateTimeFormatter ENGLISH_DATE =
            DateTimeFormatter.ofPattern("d MMMM y", Language.ENGLISH.locale());
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private Words() {}

    /** The text in the language of the page. */
    public static String t(String chinese) {
        return language() == Language.ENGLISH ? ENGLISH.getOrDefault(chinese, chinese) : chinese;
    }

    /** The text with {@code {0}}, {@code {1}} … replaced by the values. */
    public static String t(String chinese, Object... values) {
        var text = t(chinese);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** Marks a text that a template says later, in the language of its page: it stays as it is. */
    public static String later(String chinese) {
        return chinese;
    }

    /** For code that makes a page's words before the page is rendered. */
    public static String in(Page page, String chinese, Object... values) {
        return ScopedValue.where(LANGUAGE, page.look().language()).call(() -> t(chinese, values));
    }

    public static String date(LocalDate date) {
        return date.format(language() == Language.ENGLISH ? ENGLISH_DATE : CHINESE_DATE);
    }

    /** 星期几. */
    public static String weekday(LocalDate date) {
        return date.getDayOfWeek()
                .getDisplayName(
                        TextStyle.FULL,
                        language() == Language.ENGLISH ? Language.ENGLISH.locale() : Locale.SIMPLIFIED_CHINESE);
    }

    /** Date and minute in China's time. */
    public static String dateTime(Instant instant) {
        var local = instant.atZone(Time.ZONE);
        return date(local.toLocalDate()) + " " + local.format(TIME);
    }

    /** When a period is over: midnight is said as 24:00 of the day that it ends. */
    public static String endOf(Instant instant) {
        var local = instant.atZone(Time.ZONE);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date(local.toLocalDate().minusDays(1)) + " 24:00"
                : dateTime(instant);
    }

    /** The minute in China's time, for what happened today. */
    public static String time(Instant instant) {
        return instant.atZone(Time.ZONE).format(TIME);
    }

    static Language language() {
        return LANGUAGE.orElse(Language.CHINESE);
    }

    static void speaking(Language language, Runnable action) {
        ScopedValue.where(LANGUAGE, language).run(action);
    }

    static Map<String, String> english() {
        return ENGLISH;
    }

    private static Map<String, String> load() {
        var read = new Properties();
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream("/messages_en.properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var words = new TreeMap<String, String>();
        read.stringPropertyNames().forEach(key -> words.put(key, read.getProperty(key)));
        return words;
    }
}
