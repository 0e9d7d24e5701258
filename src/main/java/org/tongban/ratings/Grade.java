package org.tongban.ratings;

import java.util.Arrays;
import java.util.Optional;

/** 评价等级: the five grades (policy N-30). */
public enum Grade {
    VERY_SATISFIED(5, "非常满意"),
    SATISFIED(4, "满意"),
    FAIRLY_SATISFIED(3, "基本满意"),
    DISSATISFIED(2, "不满意"),
    VERY_DISSATISFIED(1, "非常不满意");

    private final int number;
    private final String label;

    Grade(int number, String label) {
        this.number = number;
        this.label = label;
    }

    public int number() {
        return number;
    }

    public String label() {
        return label;
    }

    /** 差评: opens a ticket (policy N-33). */
    public boolean bad() {
        return number <= DISSATISFIED.number;
    }

    public static Optional<Grade> of(int number) {
        return Arrays.stream(values()).filter(g -> g.number == number).findFirst();
    }
}
