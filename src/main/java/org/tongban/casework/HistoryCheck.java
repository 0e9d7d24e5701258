package org.tongban.casework;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 历史核验: checks the chain of events of every case and that replaying them gives the row (D-21). What a chain alone cannot see is said with
 * the result: a case deleted whole, or a tail cut off and written anew together with the row, shows only against a copy kept elsewhere.
 */
@Component
public class HistoryCheck {
    /** What the chain cannot show. */
    public static final String BLIND_SPOT = "只看链条看不出两种情形：整件被删除；末尾被截断后连同办件行一起改写。要发现它们，须与存放在别处的副本或已公布的摘要对照。";

    private static final int BATCH = 500;

    /** 核验结果. */
    public record Report(long cases, long events, List<Fault> faults) {}

    /** 核验问题: what is wrong with which case. */
    public record Fault(CaseNumber number, String text) {}

    private final CasefileStore store;

    HistoryCheck(CasefileStore store) {
        this.store = store;
    }

    /** Reads all cases in keyset batches; memory does not grow with their number. */
    @Transactional(readOnly = true)
    public Report run() {
        long cases = 0;
        long events = 0;
        var faults = new ArrayList<Fault>();
        long last = -1;
        for (var ids = store.idsAfter(last, BATCH); !ids.isEmpty(); ids = store.idsAfter(last, BATCH)) {
            for (long id : ids) {
                var entries = store.events(id);
                events += entries.size();
                cases++;
                faults(id, entries).forEach(text -> faults.add(new Fault(CaseNumber.of(id), text)));
            }
            last = ids.getLast();
        }
        return new Report(cases, events, List.copyOf(faults));
    }

    private List<String> faults(long id, List<Entry> entries) {
        var faults = new ArrayList<String>();
        var previous = "";
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (entry.seq() != i + 1) {
                faults.add("第 " + (i + 1) + " 条记录缺失");
                return faults;
            }
            if (!entry.intact()) {
                faults.add("第 " + entry.seq() + " 条记录的内容与摘要不符");
            }
            if (!EntryText.previousHash(entry).equals(previous)) {
                faults.add("第 " + entry.seq() + " 条记录接不上前一条");
            }
            previous = entry.hash();
        }
        if (entries.isEmpty()) {
            faults.add("没有任何记录");
        } else if (!Casefile.replay(entries).equals(store.read(id).orElseThrow().file())) {
            faults.add("按记录重演的结果与办件行不一致");
        }
        return faults;
    }
}
