package org.tongban.supervision;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.Time;

/** Folds what events have added into the tallies; one at a time, so that no row is waited for. */
@Component
class Folding {
    private static final int BATCH = 5000;

    private final TallyStore tallies;
    private final Time time;

    Folding(TallyStore tallies, Time time) {
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
}
