package org.tongban.web.counter;

import java.util.List;

/**
 * 窗口工作台的内容.
 *
 * @param moreResults whether there are more than shown; their lists have them all
 */
public record CounterDesk(
        List<TaskRow> todo,
        List<CaseRow> results,
        List<OriginalRow> coming,
        List<OriginalRow> here,
        boolean moreResults,
        boolean moreComing,
        boolean moreHere) {}
