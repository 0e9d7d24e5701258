package org.tongban.web.manager;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Proposal;
import org.tongban.catalogue.Trials.RuleTrial;
import org.tongban.web.Filled;

/**
 * 改动页的内容.
 *
 * @param editor key of the kind of change
 * @param part which part of a list; empty: the whole
 * @param proposal that is gone on with; null: a new one
 * @param filled answers to the questions and to from, until, place, instrument, note
 * @param removable whether the part can be taken away
 * @param checked what a check of the rule found; null: not asked
 * @param keys what a rule may name → what it is called
 */
public record EditView(
        Item item,
        String editor,
        String part,
        String title,
        String intro,
        List<Question> questions,
        @Nullable Proposal proposal,
        Filled filled,
        boolean removable,
        @Nullable RuleTrial checked,
        Map<String, String> keys) {

    /** Whether it asks for a rule that can be checked before anything is saved. */
    public boolean checksRule() {
        return questions.stream().anyMatch(q -> q.name().equals(ConditionEditor.RULE));
    }

    public boolean adding() {
        return part.equals(Editor.NEW);
    }
}
