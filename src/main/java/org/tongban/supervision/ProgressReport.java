package org.tongban.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 工作进展报送: a lead department's report of a year to the coordination office (policy M-32).
 *
 * @param items ids of the services it reports on
 * @param facts what the system knew when it was drafted last; a line a service
 * @param writtenBy account of who sent it to be signed; somebody else signs
 * @param sentAt null: not yet
 */
public record ProgressReport(
        String lead,
        int year,
        State state,
        int revision,
        List<String> items,
        Facts facts,
        Words words,
        @Nullable String writtenBy,
        @Nullable Instant sentAt) {

    /** 报送状态. */
    public enum State {
        DRAFT("起草中"),
        TO_SIGN("待签发"),
        SENT("已报送"),
        RETURNED("已退回"),
        ACCEPTED("已接受");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean writable() {
            return this == DRAFT || this == RETURNED;
        }
    }

    /** 报送动作. */
    public enum Step {
        DRAFTED("起草"),
        SAVED("保存"),
        PROPOSED("提请签发"),
        TAKEN_BACK("签发人退回修改"),
        SENT("签发并报送"),
        ACCEPTED("接受"),
        RETURNED("退回修改");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * 系统数据: what the system knew.
     *
     * @param asOf when the tallies were brought up to date that it was read from
     */
    public record Facts(@Nullable Instant asOf, List<Line> lines) {
        public static final Facts NONE = new Facts(null, List.of());
    }

    /**
     * 事项进展: a service in its year.
     *
     * @param modes in words
     * @param inside cases of the year applied for and handled in the province
     * @param incoming applied for elsewhere, handled here
     * @param outgoing applied for here, handled elsewhere
     * @param onTime ended within its limit
     * @param orders supervision orders of the year that are not closed
     * @param rated null in reports whose facts were read before ratings were among them
     */
    public record Line(
            String itemId,
            String name,
            String modes,
            TaskState state,
            @Nullable LocalDate plannedOn,
            long provinces,
            long inside,
            long incoming,
            long outgoing,
            long decided,
            long onTime,
            long late,
            @Nullable Integer medianDays,
            String obstacle,
            String remover,
            int orders,
            @Nullable Rated rated) {}

    /**
     * 评价情况: how people of the year rated what the province handled.
     *
     * @param cases ratings of ended cases (一事一评)
     * @param visits ratings of visits to a window (一次一评)
     * @param satisfied of all of them, at least fairly satisfied
     * @param owed bad ratings under a real name
     * @param calledBack of those, answered, put right and called back
     */
    public record Rated(int cases, int visits, int satisfied, int bad, int owed, int calledBack) {
        private static final int PERCENT = 100;

        public int total() {
            return cases + visits;
        }

        /** Whole percent of those at least fairly satisfied; null where nobody rated: silence is no praise (policy N-32). */
        public @Nullable Integer satisfiedPercent() {
            return total() == 0 ? null : PERCENT * satisfied / total();
        }

        /** Whole percent of ended cases that were rated, rounded down; null where none ended. */
        public @Nullable Integer ratedPercent(long ended) {
            return ended == 0 ? null : Math.toIntExact(Math.min(PERCENT, PERCENT * (long) cases / ended));
        }
    }

    /** 文字部分: what people add: how it went, what stands in the way, what comes next. */
    public record Words(String progress, String problems, String plan) {
        public static final Words NONE = new Words("", "", "");
    }

    /** 报送记录. */
    public record Event(
            String lead,
            int year,
            int seq,
            Instant at,
            String byId,
            String byName,
            String byOffice,
            Step act,
            String text) {}

    /** The last day for it. */
    public LocalDate dueOn() {
        return dueOn(year);
    }

    /** The end of December of the year it tells of (table note 2). */
    public static LocalDate dueOn(int year) {
        return LocalDate.of(year, 12, 31);
    }

    public boolean sent() {
        return state == State.SENT || state == State.ACCEPTED;
    }
}
