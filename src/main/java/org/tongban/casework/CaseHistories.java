package org.tongban.casework;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 办件史: all cases one after the other, for a {@link Follower} that counts again what it was told. */
@Component
public class CaseHistories {
    private final CasefileStore store;

    CaseHistories(CasefileStore store) {
        this.store = store;
    }

    /** Cases as they stand, without their entries. */
    @Transactional(readOnly = true)
    public List<Casefile> cases(long after, int limit) {
        return store.batch(after, limit);
    }

    /**
     * The cases after this id, each with what the follower was told of it, which may be nothing; what still waits in the
     * outbox is left out. Joins the caller's
     * transaction, so that a repeatable read sees one moment.
     */
    @Transactional(readOnly = true)
    public List<Happened> told(String follower, long after, int limit) {
        var files = store.batch(after, limit);
        if (files.isEmpty()) {
            return List.of();
        }
        var entries = store.told(follower, after, files.getLast().casefileId()).stream()
                .collect(Collectors.groupingBy(Entry::casefileId));
        return files.stream()
                .map(file -> new Happened(file, entries.getOrDefault(file.casefileId(), List.of())))
                .toList();
    }
}
