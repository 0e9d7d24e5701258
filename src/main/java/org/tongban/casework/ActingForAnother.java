package org.tongban.casework;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Actor;
import org.tongban.identity.Mandates;
import org.tongban.identity.Relation;
import org.tongban.identity.Role;

/** 代办权: whether somebody may act in the case of another now. Looked at with every act and every look, so that a mandate that ends, ends. */
final class ActingForAnother {
    private ActingForAnother() {}

    /** Who acts for another online does so while their mandate lasts; at a window the window has seen it (N-22, M-25). */
    static void require(Mandates mandates, Casefile file, @Nullable Relation asserted, Actor by) {
        var subject = by.subject();
        if (subject == null || !forAnother(file, by)) {
            return;
        }
        var standing = mandates.standing(subject, file.applicant(), file.itemId());
        var lost = standing.lost();
        if (lost != null) {
            throw RefusedMove.rule(lost.code(), lost.text(), "请申请人本人办理，或者重新授权后再办。");
        }
        var held = standing.inForce();
        if (asserted != null && held != null && held.relation() != asserted) {
            throw RefusedMove.rule(
                    "mandate-relation",
                    "登记的代办关系是“" + held.relation().label() + "”，不是“" + asserted.label() + "”。",
                    "请按登记的关系办理，或者到窗口重新登记。");
        }
    }

    /** The agent, online, in a case that no window has taken. */
    private static boolean forAnother(Casefile file, Actor by) {
        return by.role() == Role.APPLICANT
                && file.receivedBy() == null
                && Objects.equals(by.subject(), file.agent())
                && !Objects.equals(by.subject(), file.applicant());
    }
}
