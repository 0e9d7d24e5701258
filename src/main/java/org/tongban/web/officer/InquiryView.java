package org.tongban.web.officer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Casebook;
import org.tongban.casework.MoveForm;
import org.tongban.casework.Refusal;
import org.tongban.web.DueIn;
import org.tongban.web.Filled;
import org.tongban.web.Shown;
import org.tongban.web.ShownAnswers;

/**
 * 协查: what a cooperating department is asked, with no more of the case than the check needs (policy D-01).
 *
 * @param asking name of the office that handles the case
 * @param office name of the office that is asked
 * @param holder who has claimed it; null: nobody
 * @param answer form of the answer; null where it cannot be answered now, or not by this person
 * @param written with the answer; empty while there is none
 */
public record InquiryView(
        Casebook.Inquiry inquiry,
        String asking,
        String office,
        @Nullable String holder,
        boolean mine,
        DueIn clock,
        List<Shown> applicant,
        List<ShownAnswers.Line> answers,
        @Nullable MoveForm answer,
        String written,
        Filled filled,
        @Nullable Refusal refusal) {
    public String number() {
        return inquiry.file().number().toString();
    }

    public String path() {
        return CasePaths.inquiry(number(), inquiry.task().no());
    }

    /** Names the task for who has it. */
    public String pick() {
        return number() + "." + inquiry.task().no();
    }

    InquiryView with(Filled typed, @Nullable Refusal why) {
        return new InquiryView(
                inquiry, asking, office, holder, mine, clock, applicant, answers, answer, written, typed, why);
    }
}
