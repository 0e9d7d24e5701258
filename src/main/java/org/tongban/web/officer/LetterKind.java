package org.tongban.web.officer;

import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseEvent;

/** 文书种类: the papers that the law wants of the steps of a case (policy L-01, L-03, L-09, L-21, L-24, L-28, L-42). */
public enum LetterKind {
    RECEIPT("收件凭证"),
    FORM_RETURN("材料形式补正告知书"),
    SUPPLEMENT("补正一次性告知书"),
    ACCEPTANCE("受理通知书"),
    DECLINING("不予受理决定书"),
    REROUTING("转送告知书"),
    PROCEDURE("特别程序告知书"),
    EXTENSION("延长期限告知书"),
    GRANT("准予决定书"),
    PARTIAL_GRANT("部分准予决定书"),
    REFUSAL("不予决定书"),
    REFERRAL("转报告知书"),
    TERMINATION("终止办理决定书"),
    CORRECTION("更正通知书"),
    REVOCATION("撤销决定书"),
    DELIVERY("送达回证");

    private final String label;

    LetterKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it goes against the applicant: then it does not exist without reasons and remedies (L-28). */
    boolean negative() {
        return this == DECLINING
                || this == PARTIAL_GRANT
                || this == REFUSAL
                || this == TERMINATION
                || this == REVOCATION;
    }

    /** The paper of an event; null where it has none. */
    static @Nullable LetterKind of(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Submitted _, CaseEvent.Received _ -> RECEIPT;
            case CaseEvent.FormReturned _ -> FORM_RETURN;
            case CaseEvent.SupplementAsked _ -> SUPPLEMENT;
            case CaseEvent.Accepted _ -> ACCEPTANCE;
            case CaseEvent.Declined _ -> DECLINING;
            case CaseEvent.Rerouted _ -> REROUTING;
            case CaseEvent.Paused _ -> PROCEDURE;
            case CaseEvent.Extended _ -> EXTENSION;
            case CaseEvent.Decided e ->
                switch (e.outcome()) {
                    case GRANTED -> GRANT;
                    case PARTLY_GRANTED -> PARTIAL_GRANT;
                    case REFUSED -> REFUSAL;
                    case REFERRED -> REFERRAL;
                    case DECLINED, WITHDRAWN, TERMINATED -> null;
                };
            case CaseEvent.Terminated _ -> TERMINATION;
            case CaseEvent.Corrected _ -> CORRECTION;
            case CaseEvent.Revoked _ -> REVOCATION;
            case CaseEvent.Delivered _ -> DELIVERY;
            default -> null;
        };
    }
}
