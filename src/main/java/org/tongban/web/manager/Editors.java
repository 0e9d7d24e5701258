package org.tongban.web.manager;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tongban.web.ItemFacts;

/** 各种改动表单. */
public final class Editors {
    private static final List<Editor> ALL = List.of(
            new ModesEditor(),
            new LimitsEditor(false),
            new LimitsEditor(true),
            new FeeEditor(),
            new ConditionEditor(),
            new SiteEditor(),
            new MaterialEditor(),
            new FormEditor(),
            new StepEditor(),
            new ResultEditor(),
            new GuideEditor(),
            new ConfirmEditor(),
            new OtherEditor(),
            new TermsEditor());

    private Editors() {}

    /** 改动入口: where a part of a service, or a new one, is changed. */
    public record Way(String path, String title) {}

    static Optional<Editor> of(String key) {
        return ALL.stream().filter(editor -> editor.key().equals(key)).findFirst();
    }

    /** Editors of a whole section, to begin a change or to go on with one. */
    public static List<Way> whole(String item, ItemFacts.Part section, String proposal) {
        return ALL.stream()
                .filter(editor -> editor.section() == section && !ofParts(editor))
                .filter(editor -> !(editor instanceof TermsEditor))
                .map(editor -> new Way(path(item, editor.key(), "", proposal), editor.title()))
                .toList();
    }

    /** The editor of the parts of a section's list; empty where it has none. */
    public static String ofParts(ItemFacts.Part section) {
        return ALL.stream()
                .filter(editor -> editor.section() == section && ofParts(editor))
                .map(Editor::key)
                .findFirst()
                .orElse("");
    }

    private static boolean ofParts(Editor editor) {
        return switch (editor) {
            case ConditionEditor _, MaterialEditor _, FormEditor _, StepEditor _, ResultEditor _ -> true;
            default -> false;
        };
    }

    /** Whether a new part can be added to the section's list. */
    public static boolean grows(ItemFacts.Part section) {
        return !ofParts(section).isEmpty() && section != ItemFacts.Part.COURSE;
    }

    public static String path(String item, String editor, String part, String proposal) {
        var query = new StringBuilder();
        if (!part.isEmpty()) {
            query.append("?part=").append(encoded(part));
        }
        if (!proposal.isEmpty()) {
            query.append(query.isEmpty() ? '?' : '&').append("proposal=").append(proposal);
        }
        return "/manager/items/" + item + "/edit/" + editor + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
