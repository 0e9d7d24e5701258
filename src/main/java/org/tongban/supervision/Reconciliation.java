package org.tongban.supervision;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseHistories;

/**
 * 核对: counts all cases again from their events and sets right what the tallies say otherwise. Reads in batches by key, at one moment;
 * memory does not grow with the number of cases.
 */
@Component
public class Reconciliation {
    private static final int BATCH = 500;

    /**
     * 核对结果.
     *
     * @param differences figures that were wrong and are right now
     */
    public record Result(Instant startedAt, Instant finishedAt, long cases, long events, long differences) {}

    private final CaseHistories histories;
    private final Bookkeeping books;
    private final TallyStore tallies;
    private final Time time;

    Reconciliation(CaseHistories histories, Bookkeeping books, TallyStore tallies, Time time) {
        this.histories = histories;
        this.books = books;
        this.tallies = tallies;
        this.time = time;
    }

    /** Brings the lines of a batch of cases up to date; the last id of the batch, or -1 where there are no more. */
    @Transactional
    public long writeLines(long after) {
        var files = histories.cases(after, BATCH);
        if (files.isEmpty()) {
            return -1;
        }
        books.write(files);
        return files.getLast().casefileId();
    }

    /** Counts the truth; nobody else writes tallies meanwhile, while cases and their deltas go on. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Result run() {
        tallies.claimAlone();
        var startedAt = time.now();
        tallies.beginTruth();
        long cases = 0;
        long events = 0;
        for (var batch = histories.told(Bookkeeping.NAME, -1, BATCH);
                !batch.isEmpty();
                batch = histories.told(Bookkeeping.NAME, batch.getLast().file().casefileId(), BATCH)) {
            tallies.truth(books.deltas(batch));
            cases += batch.size();
            events += batch.stream().mapToLong(h -> h.entries().size()).sum();
        }
        var result = new Result(startedAt, time.now(), cases, events, tallies.correct());
        tallies.folded(startedAt);
        tallies.reconciled(result);
        return result;
    }

    /** The last one; empty before the first night. */
    @Transactional(readOnly = true)
    public Optional<Result> last() {
        return tallies.lastReconciled();
    }
}
