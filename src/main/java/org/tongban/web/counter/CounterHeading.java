package org.tongban.web.counter;

import static org.tongban.web.Words.date;
import static org.tongban.web.Words.t;

import java.util.Objects;
import org.tongban.web.DueIn;
import org.tongban.web.Tone;

/**
 * 窗口办件抬头: what a clerk keeps in sight while they work on a case.
 *
 * @param mode in Chinese
 * @param waits for what the limit runs
 */
public record CounterHeading(
        String number,
        String service,
        String applicant,
        String state,
        Tone tone,
        String office,
        String mode,
        DueIn due,
        Waits waits) {

    /** 等什么: what the limit in sight is for. */
    public enum Waits {
        HAND_OVER,
        APPLICANT,
        OFFICE
    }

    /** By when what has to happen, in words; said while a page is rendered. */
    public String until() {
        var day = date(Objects.requireNonNull(due.due()));
        return switch (waits) {
            case HAND_OVER -> t("{0} 前转交", day);
            case APPLICANT -> t("{0} 前由申请人补齐", day);
            case OFFICE -> t("{0} 前由办理机构办好这一步", day);
        };
    }
}
