package org.tongban.web.officer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.MoveForm;
import org.tongban.casework.Refusal;
import org.tongban.web.Filled;

/**
 * 办理一步: the page of one move.
 *
 * @param proposed what waits for approval, with its reasons
 * @param offices found by the words typed, code → name
 * @param refusal why it could not be done; null: it was not tried, or single answers are wrong
 */
public record MoveView(
        CaseHead head,
        MoveForm form,
        List<CaseSheet.Proposed> proposed,
        Map<String, String> offices,
        Filled filled,
        @Nullable Refusal refusal) {
    public String action() {
        return head.path() + "/moves/" + form.move().apiName();
    }

    /** Whether it ends something against the applicant. */
    public boolean warns() {
        return MoveWords.look(form.move()).equals("warning");
    }
}
