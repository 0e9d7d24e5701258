package org.tongban.web.manager;

import java.time.LocalDate;
import java.util.List;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Proposal;
import org.tongban.web.ItemFacts;

/**
 * 事项管理首页的内容.
 *
 * @param office name of the department
 * @param waiting of others, to be published or given back
 * @param mine of the reader's own, not decided yet
 */
public record ManagerList(String office, String words, Show show, List<Row> rows, List<Line> waiting, List<Line> mine) {

    /** 看哪些: which of the department's services are listed. */
    public enum Show {
        ALL,
        OPEN,
        CHANGING,
        LOST
    }

    /**
     * 一个事项.
     *
     * @param open points that wait for confirmation
     * @param coming days on which something published takes effect
     * @param lost overlays that found no place in a newer file
     */
    public record Row(Item item, int open, List<Proposal> proposals, List<LocalDate> coming, int lost) {
        boolean shown(Show show) {
            return switch (show) {
                case ALL -> true;
                case OPEN -> open > 0;
                case CHANGING -> !proposals.isEmpty() || !coming.isEmpty();
                case LOST -> lost > 0;
            };
        }

        public long count(Proposal.State state) {
            return proposals.stream().filter(p -> p.state() == state).count();
        }
    }

    /**
     * 一份改动.
     *
     * @param what it changes, as 办理模式、时限
     */
    public record Line(Proposal proposal, String item, String what) {}

    static String what(Proposal proposal) {
        return proposal.ends() != null
                ? "停止执行一份改动"
                : String.join(
                        "、",
                        proposal.changes().stream()
                                .map(change -> change.path().replaceAll("[.\\[].*", ""))
                                .map(ItemFacts::section)
                                .distinct()
                                .toList());
    }
}
