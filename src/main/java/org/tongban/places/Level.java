package org.tongban.places;

/** 层级: at which administrative level a region or an office stands, shallowest first. */
public enum Level {
    NATION("国家"),
    PROVINCE("省级"),
    CITY("市级"),
    COUNTY("县级");

    private final String chinese;

    Level(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether this level lies below the other: a county is deeper than a city. */
    public boolean isDeeperThan(Level other) {
        return ordinal() > other.ordinal();
    }
}
