package org.tongban.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseState;
import org.tongban.casework.Outcome;

/**
 * 分项一览: one part of a case on a page: what is done, what is owed, by whom and when.
 *
 * @param name null: what all parts have in common
 * @param office who decides it; null for what is common
 * @param dueOn last day of the committed limit; null: none runs
 * @param paused why its clock stands; null: it does not
 * @param after names of the parts it waits for
 * @param done in words
 */
public record PartLine(
        @Nullable String name,
        @Nullable String office,
        CaseState state,
        @Nullable Outcome outcome,
        boolean revoked,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate dueOn,
        @Nullable String paused,
        List<String> after,
        List<Done> done,
        List<Owed> owed) {

    /** 已经办好的. */
    public record Done(String what, String whom, @Nullable String result) {}

    /**
     * 还差的.
     *
     * @param on last day; null: none set
     * @param endsAt when it is over by itself; null: somebody has to do it
     */
    public record Owed(
            String what,
            String whom,
            @Nullable LocalDate on,
            @Nullable Instant endsAt) {}
}
