package org.tongban.appointments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseNumber;

/**
 * 预约: one case's time at an office, for one task of it.
 *
 * @param no first, second … booking of this task
 * @param person masked, as the office's list shows it (policy D-26)
 * @param ticket queue number drawn on arrival; null before
 */
public record Booking(
        long casefileId,
        int task,
        int no,
        UUID slot,
        String office,
        String item,
        String person,
        Instant startsAt,
        Instant endsAt,
        State state,
        @Nullable Integer ticket) {

    /** 预约状态. */
    public enum State {
        BOOKED("已预约"),
        ARRIVED("已取号"),
        KEPT("已到场"),
        MISSED("未到"),
        MOVED("已改期"),
        CANCELLED("已取消");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean open() {
            return this == BOOKED || this == ARRIVED;
        }
    }

    public CaseNumber number() {
        return CaseNumber.of(casefileId);
    }
}
