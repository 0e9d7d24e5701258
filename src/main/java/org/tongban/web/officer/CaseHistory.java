package org.tongban.web.officer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Entry;
import org.tongban.casework.Move;
import org.tongban.casework.Task;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Material;
import org.tongban.identity.Role;
import org.tongban.web.Names;

/** 办理经过: what happened in order, who did it, and every opinion in full. */
public final class CaseHistory {
    /**
     * 经过的一条.
     *
     * @param office name; null for people who act for themselves
     * @param subject title of the task it is about; null: none
     * @param onBehalf done for the applicant
     * @param words what was written for it, in the order in which it was asked
     */
    public record Line(
            int seq,
            Instant at,
            String name,
            @Nullable Role role,
            @Nullable String office,
            boolean onBehalf,
            CaseEvent event,
            @Nullable String subject,
            List<Word> words) {
        public boolean message() {
            return event instanceof CaseEvent.MessageWritten;
        }

        /** What was written as opinion, reasons or message; empty where nothing was. */
        public String text() {
            return words.stream()
                    .filter(word -> word.key().equals("text"))
                    .map(Word::text)
                    .findFirst()
                    .orElse("");
        }
    }

    /** 写下的一项. */
    public record Word(String key, String text) {}

    /** What the title says already. */
    private static final Set<String> TOLD = Set.of("what", "result", "procedure", "way", "act", "ground", "days");

    private static final Set<String> MATERIAL_KEYS = Set.of("checked", "original", "materials");

    private final Casefile file;
    private final Item item;
    private final Names names;

    CaseHistory(Casefile file, Item item, Names names) {
        this.file = file;
        this.item = item;
        this.names = names;
    }

    List<Line> lines(List<Casebook.Line> book) {
        return book.stream().map(this::line).toList();
    }

    private Line line(Casebook.Line line) {
        var entry = line.entry();
        var by = entry.by();
        return new Line(
                entry.seq(),
                entry.at(),
                by.name(),
                role(by),
                by.office() == null ? null : names.office(by.office()),
                entry.onBehalfOf() != null,
                entry.event(),
                subject(entry.event()),
                words(line));
    }

    private static @Nullable Role role(Entry.By by) {
        for (var role : Role.values()) {
            if (role.name().equals(by.role())) {
                return role;
            }
        }
        return null;
    }

    private @Nullable String subject(CaseEvent event) {
        return switch (event) {
            case CaseEvent.StepFinished e -> title(e.task());
            case CaseEvent.TaskClaimed e -> title(e.task());
            case CaseEvent.TaskHandedOver e -> title(e.task()) + " → " + names.person(e.to());
            case CaseEvent.TaskGivenBack e -> title(e.task());
            case CaseEvent.CountersignAsked e -> names.office(e.office());
            case CaseEvent.Rerouted e -> names.office(e.from()) + " → " + names.office(e.to());
            case CaseEvent.HandedOver e -> names.office(e.to());
            case CaseEvent.Attended e -> names.office(e.window());
            case CaseEvent.Supplemented e -> materials(e.materials());
            case CaseEvent.Submitted e -> e.missing().isEmpty() ? null : "缺：" + materials(e.missing());
            case CaseEvent.Received e -> e.missing().isEmpty() ? null : "缺：" + materials(e.missing());
            case CaseEvent.Decided e -> String.join("、", e.results());
            default -> null;
        };
    }

    private String title(int task) {
        return file.task(task).map(Task::title).orElse("");
    }

    private String materials(List<String> keys) {
        return keys.stream().map(this::material).collect(Collectors.joining("、"));
    }

    private String material(String key) {
        return item.material(key).map(Material::name).orElse(key);
    }

    private List<Word> words(Casebook.Line line) {
        boolean handed = line.entry().event() instanceof CaseEvent.TaskHandedOver;
        var words = new ArrayList<Word>();
        for (Map.Entry<String, Object> written : line.words().entrySet()) {
            var key = written.getKey();
            boolean told = TOLD.contains(key) || (handed && key.equals("to")) || (key.equals("leg") && !several());
            var text = told ? "" : text(key, written.getValue());
            if (!text.isBlank()) {
                words.add(new Word(key, text));
            }
        }
        return words;
    }

    private boolean several() {
        return file.legs().size() > 1;
    }

    private String text(String key, @Nullable Object value) {
        if (value instanceof List<?> many) {
            return many.stream().map(one -> said(key, one.toString())).collect(Collectors.joining("；"));
        }
        return value instanceof Map<?, ?> ? "" : said(key, Objects.toString(value, ""));
    }

    private String said(String key, String value) {
        if (key.equals("defects")) {
            return named(item, value);
        }
        if (MATERIAL_KEYS.contains(key)) {
            return material(value);
        }
        return switch (key) {
            case "office", "to" -> names.office(value);
            case "leg" ->
                value.matches("\\d{1,3}") ? file.leg(Integer.parseInt(value)).name() : value;
            case "what" -> Move.named(value).map(Move::label).orElse(value);
            default -> value;
        };
    }

    /** A defect that was told, by the name of its material or question. */
    static String named(Item item, String defect) {
        if (defect.startsWith("material.")) {
            var key = defect.substring("material.".length());
            return item.material(key).map(Material::name).orElse(key);
        }
        var key = defect.replaceFirst("^field\\.", "");
        return item.field(key)
                .map(field -> field.label())
                .or(() -> item.material(key).map(Material::name))
                .orElse(key);
    }
}
