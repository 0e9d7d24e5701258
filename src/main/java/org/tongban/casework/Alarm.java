package org.tongban.casework;

import java.time.Instant;

/** 到期提醒: a moment at which the clock itself acts on a case. A sweep reads those that have come. */
public record Alarm(int no, Kind kind, int task, Instant firesAt, boolean armed) implements CaseJson.Numbered {
    /** 到期事由. */
    public enum Kind {
        /** Five working days of silence after the copy reached the competent place (L-04). */
        SILENCE,
        /** The day by which supplements were asked for has passed. */
        SUPPLEMENT,
        /** A waiting period of a step is over. */
        WAIT,
        /** The limit of a step is over whose file says what follows then. */
        SILENT_STEP
    }

    Alarm disarmed() {
        return new Alarm(no, kind, task, firesAt, false);
    }
}
