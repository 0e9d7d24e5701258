package org.tongban.catalogue;

import org.jspecify.annotations.Nullable;
import org.tongban.calendar.LimitUnit;

/** 时限: how long something may take (policy L-20, L-30, L-55). */
public sealed interface Limit {

    /** So many of a unit, counted from an event. {@code days} 0 is "on the spot". */
    record Counted(int days, LimitUnit unit, Start from) implements Limit {}

    /** 不计入时限: takes the time it takes (policy L-24). */
    record NotCounted() implements Limit {}

    /** A limit that holds where {@code when} (CEL) is true; null: always. */
    record Choice(@Nullable String when, Limit limit) {}

    /** 起算: the event a limit counts from. */
    enum Start {
        RECEIVED("收件"),
        SUBMITTED("提交"),
        ACCEPTED("受理"),
        /** When the step opened. */
        PREVIOUS("上一环节完成"),
        DECIDED("决定"),
        CLOSED("办结");

        private final String chinese;

        Start(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
