package org.tongban.casework;

import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;

/** 历史核验进度: one check at a time on this node, in the background, and how far it is; what the last one found stays to be read. */
@Component
public class HistoryWatch {
    private static final Logger log = LoggerFactory.getLogger(HistoryWatch.class);

    /**
     * 核验状态.
     *
     * @param endedAt null while it runs
     * @param failed the check itself could not be carried out
     */
    public record Status(
            String by, Instant startedAt, @Nullable Instant endedAt, HistoryCheck.Report report, boolean failed) {
        public boolean running() {
            return endedAt == null;
        }
    }

    private final HistoryCheck check;
    private final Time time;
    private final AtomicReference<@Nullable Status> status = new AtomicReference<>();

    HistoryWatch(HistoryCheck check, Time time) {
        this.check = check;
        this.time = time;
    }

    /** The check that runs, or the last one; null where there was none since the node started. */
    public @Nullable Status status() {
        return status.get();
    }

    /**
     * Starts a check.
     *
     * @return false where one is running already
     */
    public boolean start(String by) {
        var before = status.get();
        var begun = new Status(by, time.now(), null, new HistoryCheck.Report(0, 0, java.util.List.of(), 0), false);
        if ((before != null && before.running()) || !status.compareAndSet(before, begun)) {
            return false;
        }
        Thread.ofVirtual().name("verify-history").start(() -> run(begun));
        return true;
    }

    private void run(Status begun) {
        try {
            var report = check.run(new HistoryCheck.Watch(
                    Collections.emptyIterator(), sofar -> tell(begun, sofar, null, false), _ -> {}));
            tell(begun, report, time.now(), false);
        } catch (RuntimeException e) {
            log.error("历史核验没有做完", e);
            tell(begun, begun.report(), time.now(), true);
        }
    }

    private void tell(Status begun, HistoryCheck.Report report, @Nullable Instant endedAt, boolean failed) {
        status.set(new Status(begun.by(), begun.startedAt(), endedAt, report, failed));
    }
}
