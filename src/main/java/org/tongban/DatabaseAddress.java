package org.tongban;

/**
 * 数据库地址: where the database is and how its two roles sign in.
 *
 * @param url JDBC address without user or password
 * @param ownerPassword of {@link #OWNER}, which only migrates
 * @param appPassword of {@link #APP}, which does everything else and owns nothing
 */
record DatabaseAddress(String url, String ownerPassword, String appPassword) {

    static final String OWNER = "tongban_owner";
    static final String APP = "tongban_app";

    @Override
    public String toString() {
        return url;
    }
}
