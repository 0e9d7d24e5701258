package org.tongban.casework;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.identity.Vault;

/**
 * 历史核验: checks the chain of events of every case, that replaying them gives the row, and that what people wrote lies beside as it was
 * (D-21). What a chain alone cannot see is said with the result, and seen where the heads of an earlier check were kept elsewhere.
 */
@Component
public class HistoryCheck {
    /** What the chain alone cannot show. */
    public static final String BLIND_SPOT =
            "只看链条看不出三种情形：整件连同记录被删除；末尾几条被截断后连同办件行一起改写；整条链从头重写并重新计算摘要。要发现它们，须与存放在别处的链尾清单（或者数据库副本）对照。";

    private static final int BATCH = 200;
    private static final int MOST_FAULTS = 1000;

    /**
     * 核验结果.
     *
     * @param faults the first of them; {@code more} were found besides
     */
    public record Report(long cases, long events, List<Fault> faults, long more) {
        public boolean sound() {
            return faults.isEmpty();
        }
    }

    /** 核验问题: what is wrong with which case. */
    public record Fault(CaseNumber number, String text) {}

    /** 链尾: the last event of a case and its hash. Kept elsewhere, it shows later what the chain alone cannot. */
    public record Head(CaseNumber number, int seq, String hash) {}

    /**
     * 核验方式.
     *
     * @param earlier heads kept at an earlier check, in the order in which it told them
     * @param progress told how many cases and events were read so far
     * @param head told the head of each case
     */
    public record Watch(Iterator<Head> earlier, Consumer<Report> progress, Consumer<Head> head) {
        static final Watch NOBODY = new Watch(Collections.emptyIterator(), _ -> {}, _ -> {});
    }

    private final HistoryStore store;
    private final Vault vault;
    private final TransactionTemplate moment;

    HistoryCheck(HistoryStore store, Vault vault, PlatformTransactionManager transactions) {
        this.store = store;
        this.vault = vault;
        moment = new TransactionTemplate(transactions);
        moment.setReadOnly(true);
        // a case that moves on just now is seen before or after, never half
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    public Report run() {
        return run(Watch.NOBODY);
    }

    /** Reads all cases in keyset batches; memory does not grow with their number. */
    public Report run(Watch watch) {
        var found = new Found();
        var earlier = new Earlier(watch.earlier(), found);
        for (long last = -1; ; ) {
            long from = last;
            var batch = moment.execute(_ -> store.after(from, BATCH));
            if (batch == null || batch.isEmpty()) {
                break;
            }
            for (var kept : batch.entrySet()) {
                last = kept.getKey();
                found.cases++;
                found.events += kept.getValue().lines().size();
                check(last, kept.getValue(), earlier.of(last), found, watch);
            }
            watch.progress().accept(found.report());
        }
        earlier.of(Long.MAX_VALUE);
        return found.report();
    }

    /** Heads of before beside the cases of now, both in the order of their ids: one that no case comes for is of a case that is gone. */
    private static final class Earlier {
        private final Iterator<Head> heads;
        private final Found found;
        private @Nullable Head next;

        Earlier(Iterator<Head> heads, Found found) {
            this.heads = heads;
            this.found = found;
        }

        @Nullable
        Head of(long id) {
            for (var head = peek(); head != null && head.number().id() < id; head = peek()) {
                found.add(head.number().id(), "整件不见了：上次核验时它有 " + head.seq() + " 条记录");
                next = null;
            }
            var head = peek();
            if (head == null || head.number().id() != id) {
                return null;
            }
            next = null;
            return head;
        }

        private @Nullable Head peek() {
            if (next == null && heads.hasNext()) {
                next = heads.next();
            }
            return next;
        }
    }

    private void check(long id, HistoryStore.Kept kept, @Nullable Head before, Found found, Watch watch) {
        var entries = chain(id, kept.lines(), found);
        if (kept.lines().isEmpty()) {
            found.add(id, "没有任何记录");
            return;
        }
        var tail = kept.lines().getLast();
        watch.head().accept(new Head(CaseNumber.of(id), tail.seq(), tail.hash()));
        if (before != null
                && kept.lines().stream()
                        .noneMatch(l -> l.seq() == before.seq() && l.hash().equals(before.hash()))) {
            found.add(id, "上次核验时的第 " + before.seq() + " 条记录已被改写或者截断");
        }
        var row = kept.row();
        if (row == null) {
            found.add(id, "办件行不见了，只剩下记录");
        } else if (entries != null) {
            replayed(id, entries, row, found);
            papers(id, entries, kept, found);
        }
    }

    /** @return the entries, or null where one of them cannot be read or is missing */
    private static @Nullable List<Entry> chain(long id, List<HistoryStore.Line> lines, Found found) {
        var entries = new ArrayList<Entry>();
        var previous = "";
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.seq() != i + 1) {
                found.add(id, "第 " + (i + 1) + " 条记录缺失");
                return null;
            }
            if (!Vault.digest(line.body()).equals(line.hash())) {
                found.add(id, "第 " + line.seq() + " 条记录的内容与摘要不符");
            }
            try {
                var entry = EntryText.read(id, line.seq(), line.body(), line.hash());
                if (!EntryText.previousHash(entry).equals(previous)) {
                    found.add(id, "第 " + line.seq() + " 条记录接不上前一条");
                }
                if (!EntryText.stands(entry, line.at())) {
                    found.add(id, "第 " + line.seq() + " 条记录的时间、序号或者办件编号与内容不符");
                }
                entries.add(entry);
            } catch (RuntimeException e) {
                found.add(id, "第 " + line.seq() + " 条记录读不懂");
                return null;
            }
            previous = line.hash();
        }
        return entries;
    }

    private static void replayed(long id, List<Entry> entries, String row, Found found) {
        try {
            if (!Casefile.replay(entries).equals(CaseJson.ROWS.readValue(row, Casefile.class))) {
                found.add(id, "按记录重演的结果与办件行不一致");
            }
        } catch (RuntimeException e) {
            found.add(id, "办件行读不懂");
        }
    }

    /** Whose key was destroyed by disposal has no words left to check; its chain still stands. */
    private void papers(long id, List<Entry> entries, HistoryStore.Kept kept, Found found) {
        var key = kept.key();
        if (key == null) {
            return;
        }
        var unwrapped = key(id, key, found);
        if (unwrapped == null) {
            return;
        }
        for (var entry : entries) {
            var digest = EntryText.paper(entry);
            if (digest == null) {
                continue;
            }
            var sealed = kept.papers().get(digest);
            if (sealed == null) {
                found.add(id, "第 " + entry.seq() + " 条记录所附的文字不见了");
            } else if (!Papers.intact(unwrapped, sealed, digest)) {
                found.add(id, "第 " + entry.seq() + " 条记录所附的文字被改动");
            }
        }
    }

    private Vault.@Nullable Key key(long id, byte[] wrapped, Found found) {
        try {
            return vault.key(wrapped);
        } catch (RuntimeException e) {
            found.add(id, "办件密钥打不开");
            return null;
        }
    }

    /** What was found so far. */
    private static final class Found {
        private final List<Fault> faults = new ArrayList<>();
        private long cases;
        private long events;
        private long more;

        void add(long id, String text) {
            if (faults.size() < MOST_FAULTS) {
                faults.add(new Fault(CaseNumber.of(id), text));
            } else {
                more++;
            }
        }

        Report report() {
            return new Report(cases, events, List.copyOf(faults), more);
        }
    }
}
