package org.tongban.calendar;

/** 期限单位: how a limit is counted (policy L-50, L-53, L-55). */
public enum LimitUnit {
    /** 工作日. */
    WORKING("工作日"),
    /** 自然日. */
    NATURAL("自然日"),
    /** 月. */
    MONTH("个月"),
    /** 小时, which run through nights and holidays. */
    HOUR("小时");

    private final String chinese;

    LimitUnit(String chinese) {
        this.chinese = chinese;
    }

    /** The unit's word after a number, as in 5个工作日. */
    public String chinese() {
        return chinese;
    }
}
