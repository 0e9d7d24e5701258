package org.tongban.identity;

import java.util.Arrays;
import java.util.Optional;

/** 代办关系: what somebody who acts for another is to them, and what is shown for it where the service asks for nothing of its own. */
public enum Relation {
    GUARDIAN("监护人", "户口簿、出生医学证明或者指定监护人的文书"),
    RELATIVE("近亲属", "亲属关系的证明和授权委托书"),
    AGENT("委托代理人", "授权委托书（写明办什么、从哪天到哪天）"),
    HANDLER("单位经办人", "单位的授权书或者介绍信、经办人证件"),
    COMMITTEE("村（居）委会工作人员", "村（居）委会的证明");

    private final String label;
    private final String proof;

    Relation(String label, String proof) {
        this.label = label;
        this.proof = proof;
    }

    public String label() {
        return label;
    }

    /** What proves it, in words. */
    public String proof() {
        return proof;
    }

    /** Of an organisation its own people, of a person whom they gave the power to. */
    public static Relation usual(Applicant principal) {
        return switch (principal) {
            case Organisation _ -> HANDLER;
            case Person _ -> AGENT;
        };
    }

    public static Optional<Relation> named(String label) {
        return Arrays.stream(values())
                .filter(one -> one.label.equals(label) || one.name().equals(label))
                .findFirst();
    }
}
