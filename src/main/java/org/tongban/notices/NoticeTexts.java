package org.tongban.notices;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * 通知用语: what notices say, by kind, from {@code notices/texts.yaml}. A sentence whose fact is not known is left out, so that no notice
 * says half a thing.
 */
@Component
public class NoticeTexts {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("y年M月d日");
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM y", Locale.ENGLISH);

    /** Sentences of one kind in one language. */
    record Template(String title, List<String> body, List<String> todo) {}

    private final Map<NoticeKind, Template> chinese = new EnumMap<>(NoticeKind.class);
    private final Map<NoticeKind, Template> english = new EnumMap<>(NoticeKind.class);
    private final Catalogue catalogue;

    NoticeTexts(Catalogue catalogue) {
        this.catalogue = catalogue;
        read().forEach((kind, texts) -> {
            chinese.put(NoticeKind.valueOf(kind), template(kind, texts));
            english.put(NoticeKind.valueOf(kind), template(kind, (Map<?, ?>) Objects.requireNonNull(texts.get("en"))));
        });
        for (var kind : NoticeKind.values()) {
            if (!chinese.containsKey(kind)) {
                throw new IllegalStateException("notices/texts.yaml 没有 " + kind);
            }
        }
    }

    /** The notice in words. Names of services and offices stay Chinese. */
    public NoticeText of(Notice notice, boolean inEnglish) {
        var facts = new LinkedHashMap<>(notice.facts());
        facts.put("item", catalogue.find(notice.itemId()).map(Item::name).orElse(notice.itemId()));
        facts.put("number", notice.number().toString());
        var template = template(notice.kind(), inEnglish);
        var todo = said(template.todo(), facts, inEnglish);
        return new NoticeText(
                Objects.requireNonNullElse(filled(template.title(), facts, inEnglish), template.title()),
                said(template.body(), facts, inEnglish),
                todo.isEmpty() ? null : todo);
    }

    /** Its title where the service is named beside it already. */
    public String brief(Notice notice, boolean inEnglish) {
        var title = template(notice.kind(), inEnglish).title();
        var bare = title.replaceAll("[：:]\\s*\\{item}$", "");
        return Objects.requireNonNullElse(filled(bare, notice.facts(), inEnglish), bare);
    }

    Template template(NoticeKind kind, boolean inEnglish) {
        return Objects.requireNonNull((inEnglish ? english : chinese).get(kind));
    }

    private static String said(List<String> sentences, Map<String, String> facts, boolean inEnglish) {
        return sentences.stream()
                .map(sentence -> filled(sentence, facts, inEnglish))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(inEnglish ? " " : ""));
    }

    /** Null where a fact is missing. */
    private static @Nullable String filled(String sentence, Map<String, String> facts, boolean inEnglish) {
        var out = new StringBuilder();
        var place = PLACE.matcher(sentence);
        while (place.find()) {
            var fact = facts.get(place.group(1));
            if (fact == null || fact.isEmpty()) {
                return null;
            }
            place.appendReplacement(out, Matcher.quoteReplacement(said(fact, inEnglish)));
        }
        return place.appendTail(out).toString();
    }

    private static String said(String fact, boolean inEnglish) {
        return DATE.matcher(fact).matches() ? LocalDate.parse(fact).format(inEnglish ? ENGLISH : CHINESE) : fact;
    }

    private static Template template(String kind, Map<?, ?> texts) {
        var title = texts.get("title");
        if (title == null) {
            throw new IllegalStateException("notices/texts.yaml：" + kind + " 没有标题");
        }
        return new Template(title.toString(), sentences(texts.get("body")), sentences(texts.get("todo")));
    }

    private static List<String> sentences(@Nullable Object listed) {
        return listed == null
                ? List.of()
                : ((List<?>) listed).stream().map(String::valueOf).toList();
    }

    private static Map<String, Map<?, ?>> read() {
        try (var in = Objects.requireNonNull(NoticeTexts.class.getResourceAsStream("/notices/texts.yaml"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
