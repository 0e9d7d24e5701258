package org.tongban.casework;

import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tongban.calendar.HolidaysChanged;
import org.tongban.identity.Actor;

/** 重算期限: when the holidays of a year become known or are changed, counts the open limits that they touch again (L-54). */
@Component
class Recount {
    private static final Logger log = LoggerFactory.getLogger(Recount.class);
    private static final int BATCH = 200;

    private final CasefileStore store;
    private final Casework casework;

    Recount(CasefileStore store, Casework casework) {
        this.store = store;
        this.casework = casework;
    }

    /** Only when the change is committed and read; not on the administrator's own time. */
    @TransactionalEventListener
    void holidaysChanged(HolidaysChanged changed) {
        Thread.ofVirtual().name("recount-" + changed.year()).start(() -> run(changed.year()));
    }

    private void run(int year) {
        var from = LocalDate.of(year, 1, 1);
        long last = -1;
        for (List<Long> ids = store.dueFrom(from, last, BATCH);
                !ids.isEmpty();
                ids = store.dueFrom(from, last, BATCH)) {
            ids.forEach(this::recount);
            last = ids.getLast();
        }
    }

    private void recount(long id) {
        try {
            store.read(id)
                    .ifPresent(held -> casework.act(id, held.file().revision(), Act.of(Move.RECOUNT), Actor.CLOCK));
        } catch (RefusedMove e) {
            // somebody moved the case just now; its limits were computed by the new calendar then
            log.info("办件 {} 刚有变动，不再重算", CaseNumber.of(id));
        }
    }
}
