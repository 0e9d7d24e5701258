package org.tongban.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 督办单: what the coordination office asks an office to do, and by when.
 *
 * @param no within its year, as printed: 督办〔2026〕12号
 * @param office code of the office that must answer
 * @param itemId service it is about; null: none in particular
 * @param casefileId case it is about; null: none
 * @param inquiry task of that case that a cooperating department has not answered; null: the case itself
 * @param rule that opened it; null: opened by hand
 * @param cause what the rule opened it for where that is no case, as {@code report:2026:省民政厅}; null: none
 * @param revision of its last event
 */
public record SupervisionOrder(
        long id,
        int year,
        int no,
        String office,
        @Nullable String itemId,
        @Nullable Long casefileId,
        @Nullable Integer inquiry,
        @Nullable Rule rule,
        @Nullable String cause,
        String title,
        State state,
        int revision,
        Instant openedAt,
        LocalDate dueOn,
        @Nullable Instant closedAt) {

    /** 督办状态. */
    public enum State {
        OPEN("待答复"),
        EXTENSION_ASKED("申请延期"),
        ANSWERED("待核实"),
        CLOSED("已办结");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** 督办动作. */
    public enum Step {
        OPENED("发出督办"),
        ANSWERED("答复"),
        SENT_BACK("退回重办"),
        EXTENSION_ASKED("申请延期"),
        EXTENDED("同意延期"),
        NOT_EXTENDED("不同意延期"),
        CLOSED("办结");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** 督办规则: when an order opens by itself. */
    public enum Rule {
        CASE_LATE("办件超过办理期限 {0} 个工作日仍未办结"),
        INQUIRY_SILENT("配合单位超过协查期限 {0} 个工作日仍未答复"),
        REPORT_LATE("牵头单位超过报送期限 {0} 个工作日仍未报送年度工作进展"),
        PROBLEM_LATE("“办不成事”问题超过答复期限 {0} 个工作日仍未答复"),
        RATING_LATE("差评工单超过办结期限 {0} 个工作日仍未办结");

        private final String text;

        Rule(String text) {
            this.text = text;
        }

        /** In words, with the days that hold. */
        public String text(int workingDays) {
            return text.replace("{0}", String.valueOf(workingDays));
        }
    }

    /**
     * 督办记录.
     *
     * @param until last day asked for or given; null: none
     * @param files ids and names of what proves it
     */
    public record Event(
            long orderId,
            int seq,
            Instant at,
            String byId,
            String byName,
            String byOffice,
            Step act,
            String text,
            @Nullable LocalDate until,
            List<Proof> files) {}

    /** 佐证: a file that shows what was done. */
    public record Proof(UUID id, String name) {}

    public String number() {
        return "督办〔" + year + "〕" + no + "号";
    }

    public boolean open() {
        return state != State.CLOSED;
    }
}
