package org.tongban.catalogue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 示例经过: one thing that somebody does in the course of an example, and what the case is then.
 *
 * @param line where it stands in the file
 * @param who 申请人, 代办人, 窗口人员, 经办人, 审批人, 时间, a department of the file, or a party by the name that the filing gives
 * @param does the words of a {@link Deed}, or of a step of the file how it begins
 * @param with what is filled in for it, by the keys of the API
 */
public record ExampleAct(int line, LocalDateTime at, String who, String does, Map<String, Object> with, Then then) {

    public static final String APPLICANT = "申请人";
    public static final String AGENT = "代办人";
    public static final String CLERK = "窗口人员";
    public static final String OFFICER = "经办人";
    public static final String APPROVER = "审批人";
    public static final String CLOCK = "时间";

    /**
     * 此后: what is looked at after it; null or empty: not looked at.
     *
     * @param refused words with which the act is refused
     * @param state 已收件 · 待受理 · 补正中 · 办理中 · 已决定 · 办结
     * @param outcome how the case ended
     * @param dueOn last day of the limit
     * @param until last day of what the case waits for by itself
     * @param paused whether the clock stands
     * @param open what is to be done next, each as it begins: all of it; null: not looked at
     * @param parts name of a part → its state, or its outcome where it has one
     * @param says words that stand on the applicant's page of the case
     */
    public record Then(
            @Nullable String refused,
            @Nullable String state,
            @Nullable String outcome,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate until,
            @Nullable Boolean paused,
            @Nullable List<String> open,
            Map<String, String> parts,
            List<String> says) {}

    public Deed deed() {
        return Deed.named(does).orElse(Deed.STEP);
    }

    /** The step of the service that is meant; null where it is none. */
    public @Nullable Step step(Item item) {
        var named = item.steps().stream().filter(s -> means(s, does)).toList();
        return deed() == Deed.STEP && named.size() == 1 ? named.getFirst() : null;
    }

    private static boolean means(Step step, String words) {
        return step.kind() != StepKind.MOVE && step.action().startsWith(words);
    }
}
