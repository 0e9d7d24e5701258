package org.tongban.ratings;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.Time;

/** Folds what ratings have added into the figures, and every night holds them against the ratings themselves. */
@Component
class RatingFolding {
    private static final int BATCH = 2000;

    private final RatingTallyStore tallies;
    private final Time time;

    RatingFolding(RatingTallyStore tallies, Time time) {
        this.tallies = tallies;
        this.time = time;
    }

    /** Whether there is more to fold. */
    @Transactional
    public boolean run() {
        if (!tallies.claim()) {
            return false;
        }
        int folded = tallies.fold(BATCH);
        tallies.folded(time.now());
        return folded == BATCH;
    }

    /** Counts the truth and sets right what the figures say otherwise; how many were wrong. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public long check() {
        tallies.claimAlone();
        long differences = tallies.correct();
        tallies.checked(time.now(), differences);
        return differences;
    }
}
