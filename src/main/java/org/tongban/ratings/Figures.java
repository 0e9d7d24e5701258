package org.tongban.ratings;

import java.util.List;

/**
 * 评价统计: how many rated how, and what became of the bad ones under a real name.
 *
 * @param grades from very dissatisfied to very satisfied
 */
public record Figures(String scope, List<Integer> grades, int tickets, int answered, int putRight, int calledBack) {
    /** Fewer are not shown: they could tell who rated (policy N-36). */
    public static final int FEWEST = 5;

    public static final Figures NONE = new Figures("", List.of(0, 0, 0, 0, 0), 0, 0, 0, 0);

    public int of(Grade grade) {
        return grades.get(grade.number() - 1);
    }

    public int total() {
        return grades.stream().mapToInt(Integer::intValue).sum();
    }

    /** How many were bad. */
    public int bad() {
        return of(Grade.DISSATISFIED) + of(Grade.VERY_DISSATISFIED);
    }

    public boolean shown() {
        return total() >= FEWEST;
    }

    /** Whole percent of those at least fairly satisfied. */
    public int satisfiedPercent() {
        int satisfied = of(Grade.VERY_SATISFIED) + of(Grade.SATISFIED) + of(Grade.FAIRLY_SATISFIED);
        return total() == 0 ? 0 : Math.toIntExact(100L * satisfied / total());
    }

    /** Whole percent, rounded down: one that is missing never looks like all. */
    public int percent(int part) {
        return tickets == 0 ? 100 : Math.toIntExact(100L * part / tickets);
    }

    /** Whether of all bad ratings under a real name every one was answered, put right and called back (policy N-34). */
    public boolean allDone() {
        return answered >= tickets && putRight >= tickets && calledBack >= tickets;
    }
}
