package org.tongban.bench;

import com.zaxxer.hikari.HikariDataSource;

/**
 * One way to run the lifecycle of 7.5 officer actions: submit, accept (every fourth case is asked for a supplement
 * first and accepted after it came), review under a timer, two checks in parallel, decide, deliver. Each action reads a
 * page of twenty of the office's list and opens the case, then does its step in one transaction.
 */
interface Contender extends AutoCloseable {

    /** Offices over which the cases are spread; each has a full page on its list. */
    int OFFICES = 8;

    int PAGE = 20;

    int SUPPLEMENT_EVERY = 4;

    String name();

    /** The name of its database. */
    String database();

    /** All connections it uses. */
    HikariDataSource pool();

    /** Hands in a case and leaves it on its office's list. */
    void submitOnly(int n);

    /** Runs the n-th case from submission to delivery; each step is timed by the watch, its reading is not. */
    void lifecycle(int n, Watch watch);

    @Override
    void close();

    static boolean supplemented(int n) {
        return n % SUPPLEMENT_EVERY == 0;
    }
}
