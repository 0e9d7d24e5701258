package org.tongban.casework;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.calendar.Time;

/**
 * 发件箱: tells every {@link Follower} what happened to cases, after commit. One transaction a case: its rows leave the outbox together
 * with what the followers wrote. A follower that fails is told again with growing pauses; the others and other cases go on.
 */
@Component
public class Outbox {
    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final int BATCH = 200;
    private static final int LONGEST_REASON = 300;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int DOUBLED_AT_MOST = 10;

    private final OutboxStore outbox;
    private final CasefileStore cases;
    private final ObjectProvider<Follower> followers;
    private final Time time;
    private final TransactionTemplate transaction;

    Outbox(
            OutboxStore outbox,
            CasefileStore cases,
            ObjectProvider<Follower> followers,
            Time time,
            PlatformTransactionManager transactions) {
        this.outbox = outbox;
        this.cases = cases;
        this.followers = followers;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Tells all that waits now; returns in how many cases something was told. */
    public int run() {
        int told = 0;
        for (long id : outbox.behind(time.now(), BATCH).stream().distinct().toList()) {
            told += tell(id) ? 1 : 0;
        }
        for (var ids = outbox.waiting(-1, BATCH); !ids.isEmpty(); ids = outbox.waiting(ids.getLast(), BATCH)) {
            for (long id : ids) {
                told += tell(id) ? 1 : 0;
            }
        }
        return told;
    }

    private boolean tell(long id) {
        var failed = new HashMap<String, RuntimeException>();
        try {
            // told again without those that failed, until nobody does: what the others wrote must not be lost with them
            while (Boolean.TRUE.equals(transaction.execute(status -> {
                boolean again = attempt(id, failed);
                if (again) {
                    status.setRollbackOnly();
                }
                return again;
            }))) {}
            return true;
        } catch (RuntimeException e) {
            log.error("办件 {} 的动态没有送出，稍后再试", CaseNumber.of(id), e);
            return false;
        }
    }

    /** Whether one more follower failed, so that all was in vain. */
    private boolean attempt(long id, Map<String, RuntimeException> failed) {
        var first = outbox.claim(id);
        var behind = new HashMap<String, OutboxStore.Behind>();
        outbox.behind(id).forEach(b -> behind.put(b.follower(), b));
        var pending = pending(first, behind);
        if (pending.isEmpty()) {
            return false;
        }
        int from = pending.stream().mapToInt(OutboxStore.Behind::seq).min().orElseThrow();
        var file = cases.read(id).orElseThrow().file();
        var entries = outbox.events(id, from);
        for (var one : pending) {
            var failure = failed.get(one.follower());
            if (failure == null) {
                failure = told(one, new Happened(file, since(entries, one.seq())));
                if (failure != null) {
                    failed.put(one.follower(), failure);
                    return true;
                }
                if (behind.containsKey(one.follower())) {
                    outbox.caughtUp(id, one.follower());
                }
            } else {
                fallBehind(id, one, failure);
            }
        }
        return false;
    }

    /** Who is to be told from where on; who is behind and not yet due waits with all that came since. */
    private List<OutboxStore.Behind> pending(@Nullable Integer first, Map<String, OutboxStore.Behind> behind) {
        var now = time.now();
        var pending = new ArrayList<OutboxStore.Behind>();
        followers.orderedStream().forEach(follower -> {
            var late = behind.get(follower.name());
            if (late == null && first != null) {
                pending.add(new OutboxStore.Behind(follower.name(), first, 0, now));
            } else if (late != null && !late.nextAt().isAfter(now)) {
                pending.add(late);
            }
        });
        return pending;
    }

    private static List<Entry> since(List<Entry> entries, int seq) {
        return entries.stream().filter(e -> e.seq() >= seq).toList();
    }

    private @Nullable RuntimeException told(OutboxStore.Behind one, Happened happened) {
        var follower = followers.stream()
                .filter(f -> f.name().equals(one.follower()))
                .findFirst()
                .orElseThrow();
        try {
            follower.take(happened);
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private void fallBehind(long id, OutboxStore.Behind one, RuntimeException failure) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(one.attempts(), DOUBLED_AT_MOST));
        var reason = String.valueOf(failure);
        log.error("{} 没有接收办件 {} 的动态，{} 后再试", one.follower(), CaseNumber.of(id), pause, failure);
        outbox.fallBehind(
                id,
                new OutboxStore.Behind(
                        one.follower(),
                        one.seq(),
                        one.attempts() + 1,
                        time.now().plus(pause)),
                reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
    }
}
