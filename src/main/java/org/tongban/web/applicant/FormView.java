package org.tongban.web.applicant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.web.Words;

/**
 * 填报页的外框: what every page of an application shows around its questions.
 *
 * @param mark of what the page held when it was shown; sent back with the form
 * @param back null at the first page
 * @param again what is shown was typed and is not saved
 * @param elsewhere what another page saved meanwhile, in words; null where nothing did
 */
public record FormView(
        UUID draft,
        Item item,
        Instant savedAt,
        LocalDate today,
        int step,
        int steps,
        String mark,
        @Nullable String back,
        boolean again,
        @Nullable List<String> elsewhere) {

    static FormView of(OpenDraft draft, Stage stage, LocalDate today) {
        var stages = draft.stages();
        var before = draft.before(stage);
        return new FormView(
                draft.id(),
                draft.item(),
                draft.savedAt(),
                today,
                Math.max(1, stages.indexOf(stage) + 1),
                stages.size(),
                draft.sheet().mark(stage),
                before == null ? "/items/" + draft.item().id() : draft.path(before),
                false,
                null);
    }

    FormView shownAgain() {
        return new FormView(draft, item, savedAt, today, step, steps, mark, back, true, elsewhere);
    }

    FormView changedElsewhere(List<String> how) {
        return new FormView(draft, item, savedAt, today, step, steps, mark, back, true, how);
    }

    public String savedWords() {
        return Time.dateOf(savedAt).equals(today) ? Words.time(savedAt) : Words.dateTime(savedAt);
    }

    /** Whether the label of the only question is the heading of the page. */
    public static boolean alone(List<Field> fields) {
        return fields.size() == 1;
    }

    /** What the questions of one page have in common at the beginning of their labels; empty where that says nothing. */
    public static String common(List<Field> fields) {
        var common = fields.getFirst().label();
        for (var field : fields) {
            int same = 0;
            while (same < Math.min(common.length(), field.label().length())
                    && common.charAt(same) == field.label().charAt(same)) {
                same++;
            }
            common = common.substring(0, same);
        }
        var words = common.replaceAll("[（(：:、的].*$", "");
        return words.length() < 2 ? "" : words;
    }
}
