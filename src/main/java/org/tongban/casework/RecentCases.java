package org.tongban.casework;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 近办: cases as they were last read or written here, so that who opens a case and then acts on it does not have it read twice. The hash of
 * the last event is made over all that a case has ever been: a case whose hash still stands in its row is this one, and whatever else
 * happened to it, here or on another machine, shows at once. What people wrote stays sealed, and so does its key.
 */
final class RecentCases {
    private static final int CASES = 1_000;

    /** A case without what people wrote. */
    private static final int CASE_BYTES = 8 << 10;

    /** A larger case is read each time. */
    private static final int LARGEST = 64 << 10;

    private final Map<Long, Kept> kept = Collections.synchronizedMap(new LongestUnused());

    private static final class LongestUnused extends LinkedHashMap<Long, Kept> {
        LongestUnused() {
            super(CASES, 1, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Kept> eldest) {
            return size() > CASES;
        }
    }

    private record Kept(CasefileStore.Held held, List<Entry> events, Map<String, byte[]> papers) {
        Casefile file() {
            return held.file();
        }

        int bytes() {
            return CASE_BYTES
                    + events.stream().mapToInt(e -> e.text().length()).sum()
                    + papers.values().stream().mapToInt(p -> p.length).sum();
        }

        Kept and(Casefile after, Entry entry, List<CasefileStore.Paper> written) {
            var all = new ArrayList<>(events);
            all.add(entry);
            var sealed = new LinkedHashMap<>(papers);
            written.forEach(paper -> sealed.put(paper.digest(), paper.sealed()));
            return new Kept(new CasefileStore.Held(after, held.key()), List.copyOf(all), sealed);
        }
    }

    /** The case as it was here last. */
    Optional<CasefileStore.Held> find(long id) {
        return Optional.ofNullable(kept.get(id)).map(Kept::held);
    }

    /** The case whose last event has this hash; empty: it is not here. */
    Optional<CasefileStore.Whole> find(long id, String hash, byte[] key) {
        return Optional.ofNullable(kept.get(id))
                .filter(one -> one.file().lastHash().equals(hash))
                .map(one ->
                        new CasefileStore.Whole(new CasefileStore.Held(one.file(), key), one.events(), one.papers()));
    }

    void put(CasefileStore.Whole whole) {
        keep(new Kept(whole.held(), whole.events(), whole.papers()));
    }

    void opened(CasefileStore.Held held, Entry first, List<CasefileStore.Paper> papers) {
        keep(new Kept(held, List.of(), Map.of()).and(held.file(), first, papers));
    }

    /** A case that is not here, or not as it was before, is read when somebody opens it. */
    void appended(Casefile before, Casefile after, Entry entry, List<CasefileStore.Paper> papers) {
        var one = kept.get(after.casefileId());
        if (one != null && one.file().lastHash().equals(before.lastHash())) {
            keep(one.and(after, entry, papers));
        }
    }

    private void keep(Kept one) {
        if (one.bytes() <= LARGEST) {
            kept.put(one.file().casefileId(), one);
        } else {
            kept.remove(one.file().casefileId());
        }
    }
}
