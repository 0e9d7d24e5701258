package org.tongban.web.supervisor;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.supervision.SupervisionOrder;
import org.tongban.supervision.SupervisionOrder.Event;
import org.tongban.supervision.SupervisionOrder.State;
import org.tongban.supervision.SupervisionOrder.Step;
import org.tongban.web.DueIn;
import org.tongban.web.Tone;

/**
 * 督办单的显示.
 *
 * @param why the rule that opened it, in words; null: opened by hand
 */
public record OrderView(
        SupervisionOrder order,
        String office,
        @Nullable String service,
        @Nullable String why,
        DueIn clock,
        List<Event> events,
        Set<Step> possible) {

    /** Where what it was opened for is, for this reader; null where that is a case or nothing. */
    public @Nullable String cause(boolean supervisor) {
        var cause = order.cause();
        if (cause == null) {
            return null;
        }
        var parts = cause.split(":", 3);
        return switch (parts[0]) {
            case "report" ->
                supervisor
                        ? "/supervisor/reports/" + parts[1] + "/" + order.office()
                        : "/manager/reports?year=" + parts[1];
            case "problem" -> (supervisor ? "/supervisor/tickets/" : "/tickets/") + parts[1];
            default -> "/redress/" + parts[1];
        };
    }

    public static Tone tone(State state) {
        return switch (state) {
            case OPEN -> Tone.BUSY;
            case EXTENSION_ASKED, ANSWERED -> Tone.CAUTION;
            case CLOSED -> Tone.QUIET;
        };
    }
}
