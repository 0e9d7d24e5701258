package org.tongban.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 填报内容的一行: a question and what was answered, for reading.
 *
 * @param answers a line each; empty: nothing was answered
 * @param change where it is changed; null where it cannot be
 */
public record SummaryRow(
        String question, List<String> answers, @Nullable String change) {
    public SummaryRow {
        answers = List.copyOf(answers);
    }

    public static SummaryRow of(String question, String answer) {
        return new SummaryRow(question, answer.isEmpty() ? List.of() : List.of(answer), null);
    }
}
