package org.tongban.supervision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Item;

/**
 * 任务: one line of the province's division of tasks, as it stands (policy M-30).
 *
 * @param dueOn the end of its batch's year; null: none is fixed
 * @param entry what was said last; null: nothing yet
 * @param opened where and in which mode it has been granted, first ones first; of a task in a list only the first
 * @param provinces how many provinces have granted a case of it
 * @param tally of all its cases so far
 */
public record LaunchTask(
        Item item,
        @Nullable LocalDate dueOn,
        @Nullable LaunchEntry entry,
        List<Opened> opened,
        long provinces,
        Tally tally) {

    /** 开通情况: the first case that was granted in a mode at a place. */
    public record Opened(String itemId, String mode, String handledBy, LocalDate firstOn, long casefileId) {}

    /** 开通概况: of a service, its first granted case and how many provinces have granted one. */
    record Spread(Opened first, long provinces) {}

    public TaskState state() {
        return entry == null ? TaskState.NOT_STARTED : entry.state();
    }

    /** To go into the form, so that the second of two is told. */
    public int seq() {
        return entry == null ? 0 : entry.seq();
    }

    /** Whether it should be open by now and is not said to be. */
    public boolean overdue(LocalDate today) {
        return dueOn != null && today.isAfter(dueOn) && state() != TaskState.ACHIEVED;
    }

    /** The first case granted anywhere; null: none. */
    public @Nullable Opened first() {
        return opened.isEmpty() ? null : opened.getFirst();
    }
}
