package org.tongban.identity;

/** 性别, as in GB/T 2261.1. */
public enum Sex {
    MALE("男"),
    FEMALE("女");

    private final String chinese;

    Sex(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** @throws IllegalArgumentException if it is neither 男 nor 女 */
    public static Sex of(String chinese) {
        for (var sex : values()) {
            if (sex.chinese.equals(chinese)) {
                return sex;
            }
        }
        throw new IllegalArgumentException("性别应为男或女");
    }
}
