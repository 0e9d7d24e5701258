package org.tongban.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.identity.Actor;
import org.tongban.identity.Vault;

/** 卷宗: reads a case whole, with what people wrote opened, for somebody whom it concerns. Changes nothing. */
@Component
public class Casebook {
    /** 卷宗内容: the case, who applies with what, and what happened in order. */
    public record Opened(Casefile file, Filed filed, List<Line> lines) {}

    /**
     * 申报内容: what the applicant filed, as it stands now.
     *
     * @param applicant as it was given, kind and name first
     * @param materials material key → file ids
     */
    public record Filed(
            Map<String, Object> applicant,
            @Nullable Map<String, Object> agent,
            Map<String, Object> answers,
            Map<String, List<String>> materials) {}

    /** 卷宗一页: one event with the words written for it. */
    public record Line(Entry entry, String text, Map<String, Object> words) {}

    private final CasefileStore store;
    private final Vault vault;

    Casebook(CasefileStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** @throws NoSuchCase where there is none, or none that concerns this person */
    @Transactional(readOnly = true)
    public Opened open(long id, Actor by) {
        var held = store.read(id).filter(h -> Rights.concerns(h.file(), by)).orElseThrow(() -> new NoSuchCase(id));
        var papers = store.papers(id);
        var lines = new ArrayList<Line>();
        for (var entry : store.events(id)) {
            var digest = paperOf(entry.event());
            var sealed = digest == null ? null : papers.get(digest);
            var words =
                    sealed == null || holdsFiling(entry.event()) ? Map.<String, Object>of() : words(held.key(), sealed);
            lines.add(new Line(entry, Wording.of(entry.event()), words));
        }
        return new Opened(held.file(), filed(held, papers), lines);
    }

    private Filed filed(CasefileStore.Held held, Map<String, byte[]> papers) {
        var sealed = papers.get(held.file().answersPaper());
        if (sealed == null) {
            throw new IllegalStateException("case " + held.file().casefileId() + " has lost its answers");
        }
        return CaseJson.PLAIN.convertValue(Papers.open(vault, held.key(), sealed), Filed.class);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> words(byte[] key, byte[] sealed) {
        return (Map<String, Object>) Papers.open(vault, key, sealed).getOrDefault("fields", Map.of());
    }

    private static boolean holdsFiling(CaseEvent event) {
        return event instanceof CaseEvent.Submitted
                || event instanceof CaseEvent.Received
                || event instanceof CaseEvent.Supplemented;
    }

    private static @Nullable String paperOf(CaseEvent event) {
        var paper = CaseJson.PLAIN
                .<tools.jackson.databind.JsonNode>valueToTree(event)
                .get("paper");
        return paper == null || paper.isNull() || paper.asString().isEmpty() ? null : paper.asString();
    }
}
