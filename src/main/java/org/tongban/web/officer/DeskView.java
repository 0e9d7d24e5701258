package org.tongban.web.officer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseState;
import org.tongban.casework.Outcome;
import org.tongban.casework.TaskKind;
import org.tongban.web.DueIn;
import org.tongban.web.LinkTo;

/**
 * 工作台: one page of a desk.
 *
 * @param items services to choose from in the filter, id → name
 * @param first where the first page is; null where this is it
 * @param next null where there are no more
 */
public record DeskView(
        DeskFilter filter,
        List<TaskLine> tasks,
        List<CaseLine> cases,
        Map<String, String> items,
        @Nullable String first,
        @Nullable String next) {

    /**
     * 待办的一行.
     *
     * @param pick names the task in the form that does something with several
     * @param holder who has it; null: nobody
     */
    public record TaskLine(
            String pick,
            String path,
            String number,
            String service,
            String applicant,
            String title,
            TaskKind kind,
            CaseState state,
            DueIn clock,
            @Nullable String holder,
            boolean mine) {}

    /**
     * 办件的一行.
     *
     * @param day it came, or was closed
     */
    public record CaseLine(
            String path,
            String number,
            String service,
            String applicant,
            CaseState state,
            @Nullable Outcome outcome,
            DueIn clock,
            LocalDate day) {}

    public List<LinkTo> tabs() {
        return List.of(DeskFilter.Tab.values()).stream()
                .map(tab -> new LinkTo("/desk?tab=" + tab.key(), tab.label(), tab == filter.tab()))
                .toList();
    }

    public boolean empty() {
        return tasks.isEmpty() && cases.isEmpty();
    }
}
