package org.tongban.notices;

/** 通知种类: what a notice is about. Its words stand in {@code notices/texts.yaml}, in Chinese and English. */
public enum NoticeKind {
    SUBMITTED(Weight.PLAIN),
    RECEIVED(Weight.PLAIN),
    FORM_RETURNED(Weight.ASKS),
    HANDED_OVER(Weight.PLAIN),
    SUPPLEMENT_ASKED(Weight.ASKS),
    SUPPLEMENT_NEAR(Weight.ASKS),
    SUPPLEMENTED(Weight.PLAIN),
    SUPPLEMENT_LAPSED(Weight.WEIGHTY),
    ACCEPTED(Weight.WEIGHTY),
    ACCEPTED_BY_SILENCE(Weight.WEIGHTY),
    DECLINED(Weight.WEIGHTY),
    REROUTED(Weight.PLAIN),
    PAY_ASKED(Weight.ASKS),
    CONFIRM_ASKED(Weight.ASKS),
    APPOINTMENT_ASKED(Weight.ASKS),
    WAIT_BEGUN(Weight.PLAIN),
    WAIT_NEAR(Weight.WEIGHTY),
    PAUSED(Weight.WEIGHTY),
    RESUMED(Weight.PLAIN),
    EXTENDED(Weight.WEIGHTY),
    RECOUNTED(Weight.PLAIN),
    GRANTED(Weight.WEIGHTY),
    PART_GRANTED(Weight.WEIGHTY),
    PART_REFUSED(Weight.WEIGHTY),
    PARTLY_GRANTED(Weight.WEIGHTY),
    REFUSED(Weight.WEIGHTY),
    REFERRED(Weight.WEIGHTY),
    DELIVERED(Weight.WEIGHTY),
    WITHDRAWN(Weight.PLAIN),
    TERMINATED(Weight.WEIGHTY),
    CORRECTED(Weight.WEIGHTY),
    REVOKED(Weight.WEIGHTY),
    ORIGINALS_MOVED(Weight.PLAIN),
    TAKEN_OVER(Weight.PLAIN),
    OFFICE_WROTE(Weight.WEIGHTY),
    PART_ENDED(Weight.WEIGHTY),
    RATING_ANSWERED(Weight.PRIVATE),
    TASK_CAME(Weight.STAFF),
    TASK_HANDED(Weight.STAFF),
    SENT_BACK(Weight.STAFF),
    APPLICANT_WROTE(Weight.STAFF),
    APPLICANT_WITHDREW(Weight.STAFF),
    ACCEPTANCE_NEAR(Weight.STAFF),
    DECISION_NEAR(Weight.STAFF),
    ORDER_CAME(Weight.STAFF),
    ORDER_MOVED(Weight.STAFF),
    ORDER_ANSWERED(Weight.STAFF),
    PROBLEM_CAME(Weight.STAFF),
    REPORT_NEAR(Weight.STAFF),
    REPORT_LATE(Weight.STAFF),
    REPORT_CAME(Weight.STAFF),
    REPORT_MOVED(Weight.STAFF),
    RATING_TICKET(Weight.STAFF_PRIVATE),
    RATING_REVIEW(Weight.STAFF_PRIVATE);

    /** How much it matters to whom. */
    private enum Weight {
        PLAIN,
        /** Also by SMS. */
        WEIGHTY,
        /** The applicant has to do something: also by SMS. */
        ASKS,
        /** Not shown in the case to others: it would tell who rated (N-31). */
        PRIVATE,
        STAFF,
        STAFF_PRIVATE
    }

    private final Weight weight;

    NoticeKind(Weight weight) {
        this.weight = weight;
    }

    /** Whether the applicant has to do something. */
    public boolean asks() {
        return weight == Weight.ASKS;
    }

    public boolean forStaff() {
        return weight == Weight.STAFF || weight == Weight.STAFF_PRIVATE;
    }

    boolean bySms() {
        return weight == Weight.WEIGHTY || weight == Weight.ASKS;
    }

    boolean byMail() {
        return !forStaff();
    }

    boolean hidden() {
        return weight == Weight.PRIVATE || weight == Weight.STAFF_PRIVATE;
    }
}
