package org.tongban.files;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;

/** 清扫: removes bytes that never got a row (a crash between the two) and uploads that no case took in time. */
@Component
public class Orphans {
    private static final int WRITING_HOURS = 24;
    private static final int BATCH = 500;

    private final FileStore store;
    private final Blobs blobs;
    private final Time time;
    private final int keepDays;

    Orphans(FileStore store, Blobs blobs, Time time, @Value("${tongban.files.keep-unused-days:90}") int keepDays) {
        this.store = store;
        this.blobs = blobs;
        this.time = time;
        this.keepDays = keepDays;
    }

    /** Returns how many files were removed. */
    public int sweep() throws IOException {
        int removed = 0;
        for (var id : store.forget(time.now().minus(Duration.ofDays(keepDays)), BATCH)) {
            blobs.delete(id);
            removed++;
        }
        var batch = new ArrayList<UUID>();
        for (var id : blobs.olderThanHours(WRITING_HOURS)) {
            batch.add(id);
            if (batch.size() == BATCH) {
                removed += removeUnknown(batch);
                batch.clear();
            }
        }
        return removed + removeUnknown(batch);
    }

    private int removeUnknown(List<UUID> ids) throws IOException {
        if (ids.isEmpty()) {
            return 0;
        }
        var known = new HashSet<>(store.known(ids));
        int removed = 0;
        for (var id : ids) {
            if (!known.contains(id)) {
                blobs.delete(id);
                removed++;
            }
        }
        return removed;
    }
}
