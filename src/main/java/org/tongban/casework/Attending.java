package org.tongban.casework;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/**
 * 到窗口继续办理: the window where the applicant now is becomes the case's, so that it can help, keep originals and hand out the result
 * (M-23). No state changes by it, so it is no row of {@link Moves}.
 */
final class Attending {
    private Attending() {}

    static CaseEvent make(CaseChange change, Attendance attendance, Actor by) {
        var refusal = standsAgainst(change, by);
        if (refusal != null) {
            throw new RefusedMove(refusal);
        }
        var window = Objects.requireNonNull(by.office());
        change.receivedBy = window;
        return new CaseEvent.Attended(window, attendance);
    }

    /** Another window can go on with a case once the first has nothing of it in hand. */
    private static @Nullable Refusal standsAgainst(CaseChange change, Actor by) {
        var file = change.before();
        var window = change.receivedBy;
        boolean present = by.subject() != null
                && (by.subject().equals(file.applicant()) || by.subject().equals(file.agent()));
        if (by.role() != Role.CLERK || !present) {
            return new Refusal.Rule("not-present", "到场的人不是这件办件的申请人或者代办人。", "请核对到场人的证件和办件编号。");
        }
        if (file.closed()) {
            return new Refusal.Rule("closed", "这件办件已经办结。", "要再办的，请重新收件；要查结果的，请申请人登录查看。");
        }
        if (by.worksAt(window)) {
            return new Refusal.Rule("here-already", "这件办件已经在本窗口。", "请从工作台打开它，直接办理。");
        }
        boolean inHand = change.anyOpen(t -> t.office().equals(window) && t.kind() != TaskKind.DELIVERY)
                || change.originals.stream().anyMatch(o -> o.holder().equals(window) || Objects.equals(o.to(), window));
        return window != null && inHand
                ? new Refusal.Rule("another-window", "这件办件还在原收件窗口手里，有没办完的事或者保管着原件。", "请与原收件窗口联系，由它转交或者归还原件后再来。")
                : null;
    }
}
