package org.tongban.supervision;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 任务更新: what a lead department said of a task, and when.
 *
 * @param seq the first is 1
 * @param plannedOn when it is to be open; null: not said
 * @param evidence what shows it, in words; empty: nothing beside the figures
 * @param obstacle what is in the way; empty: nothing
 * @param remover who must remove it; empty where nothing is in the way
 */
public record LaunchEntry(
        String itemId,
        int seq,
        Instant at,
        String byId,
        String byName,
        String byOffice,
        TaskState state,
        @Nullable LocalDate plannedOn,
        String evidence,
        String obstacle,
        String remover) {}
