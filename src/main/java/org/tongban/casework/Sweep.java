package org.tongban.casework;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.identity.Actor;

/** 到期清扫: reads ids whose alarm has come and calls the door for each, also for those that came while the node was down. */
@Component
public class Sweep {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int BATCH = 200;

    private final CasefileStore store;
    private final Casework casework;
    private final Time time;

    Sweep(CasefileStore store, Casework casework, Time time) {
        this.store = store;
        this.casework = casework;
        this.time = time;
    }

    /** Fires what is due now; returns how many moves were made. */
    public int run() {
        int made = 0;
        for (List<Long> due = due(); !due.isEmpty(); due = due()) {
            int before = made;
            for (long id : due) {
                made += fire(id) ? 1 : 0;
            }
            if (made == before) {
                return made;
            }
        }
        return made;
    }

    private List<Long> due() {
        return store.alarmsDue(time.now(), BATCH).stream().distinct().toList();
    }

    private boolean fire(long id) {
        try {
            var file = store.read(id).orElseThrow().file();
            var alarm = file.alarms().stream()
                    .filter(a -> a.armed() && !a.firesAt().isAfter(time.now()))
                    .min(Comparator.comparing(Alarm::firesAt))
                    .orElseThrow();
            casework.act(id, file.revision(), act(alarm), Actor.CLOCK);
            return true;
        } catch (RuntimeException e) {
            // one case that cannot go on must not hold up the others; it stays due and is tried again
            log.error("到期处理失败，办件 {}", CaseNumber.of(id), e);
            return false;
        }
    }

    static Act act(Alarm alarm) {
        return switch (alarm.kind()) {
            case SILENCE -> Act.of(Move.ACCEPT);
            case SUPPLEMENT -> Act.of(Move.LAPSE_SUPPLEMENT);
            case WAIT, SILENT_STEP -> new Act(Move.FINISH_STEP, alarm.task(), Map.of());
        };
    }
}
