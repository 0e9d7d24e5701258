package org.tongban.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 待办: one thing one office has to do in one case. The office is always responsible; a person only by claiming.
 *
 * @param step index of the step in the service's file, or -1 for tasks of the lifecycle
 * @param dueOn last day; null where nothing is set
 * @param endsAt when a wait ends by itself
 * @param result how it ended: 完成, or the answer given
 * @param party number of the party whose own it is; null: the office's
 */
public record Task(
        int no,
        int leg,
        int step,
        TaskKind kind,
        String title,
        String office,
        @Nullable String claimedBy,
        StepState state,
        Instant openedAt,
        @Nullable LocalDate dueOn,
        @Nullable Instant endsAt,
        @Nullable String result,
        @Nullable Integer party)
        implements CaseJson.Numbered {

    /** One that belongs to the office alone. */
    Task(
            int no,
            int leg,
            int step,
            TaskKind kind,
            String title,
            String office,
            @Nullable String claimedBy,
            StepState state,
            Instant openedAt,
            @Nullable LocalDate dueOn,
            @Nullable Instant endsAt,
            @Nullable String result) {
        this(no, leg, step, kind, title, office, claimedBy, state, openedAt, dueOn, endsAt, result, null);
    }

    Task ended(StepState how, @Nullable String answer) {
        return new Task(no, leg, step, kind, title, office, claimedBy, how, openedAt, dueOn, endsAt, answer, party);
    }

    Task claimed(@Nullable String by) {
        return new Task(no, leg, step, kind, title, office, by, state, openedAt, dueOn, endsAt, result, party);
    }

    Task due(@Nullable LocalDate on) {
        return new Task(no, leg, step, kind, title, office, claimedBy, state, openedAt, on, endsAt, result, party);
    }

    Task movedTo(String nextOffice) {
        return new Task(no, leg, step, kind, title, nextOffice, null, state, openedAt, dueOn, endsAt, result, party);
    }
}
