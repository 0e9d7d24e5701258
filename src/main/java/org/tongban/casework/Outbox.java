package org.tongban.casework;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.calendar.Time;

/**
 * 发件箱: tells every {@link Follower} what happened to cases, after commit: their rows leave the outbox together with what the followers
 * wrote. Many cases share a transaction as long as all goes well; else each has one of its own. A follower that fails is told again with
 * growing pauses; the others and other cases go on.
 */
@Component
public class Outbox {
    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final int BATCH = 50;
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
            told += tell(ids);
        }
        return told;
    }

    /** All of them together; if anything fails, nothing was told yet, and each has its own turn. */
    private int tell(List<Long> ids) {
        try {
            transaction.executeWithoutResult(_ -> attempt(ids, Map.of()));
            return ids.size();
        } catch (RuntimeException e) {
            return (int) ids.stream().filter(this::tell).count();
        }
    }

    /** Told again without those that failed, until nobody does: what the others wrote must not be lost with them. */
    private boolean tell(long id) {
        var failed = new HashMap<String, RuntimeException>();
        while (true) {
            try {
                transaction.executeWithoutResult(_ -> attempt(List.of(id), failed));
                return true;
            } catch (NotTaken e) {
                failed.put(e.follower, e.thrown);
            } catch (RuntimeException e) {
                log.error("办件 {} 的动态没有送出，稍后再试", CaseNumber.of(id), e);
                return false;
            }
        }
    }

    /** 没有接收: a follower threw, so that all was in vain. */
    private static final class NotTaken extends RuntimeException {
        private final String follower;
        private final transient RuntimeException thrown;

        NotTaken(String follower, RuntimeException thrown) {
            super(follower, thrown);
            this.follower = follower;
            this.thrown = thrown;
        }
    }

    /** Tells each follower what it has not heard; those that failed before fall behind. */
    private void attempt(List<Long> ids, Map<String, RuntimeException> failed) {
        var claims = outbox.claim(ids);
        var wholes = cases.readWhole(ids);
        followers.orderedStream().forEach(follower -> {
            var failure = failed.get(follower.name());
            var told = new ArrayList<Happened>();
            for (var claim : claims) {
                var one = pending(follower, claim);
                if (one != null && failure != null) {
                    fallBehind(claim.casefileId(), one, failure);
                } else if (one != null) {
                    told.add(happened(wholes, claim, one.seq()));
                    if (claim.behind().contains(one)) {
                        outbox.caughtUp(claim.casefileId(), one.follower());
                    }
                }
            }
            take(follower, told);
        });
    }

    private static void take(Follower follower, List<Happened> told) {
        if (!told.isEmpty()) {
            try {
                follower.take(told);
            } catch (RuntimeException e) {
                throw new NotTaken(follower.name(), e);
            }
        }
    }

    /** From where on it is to be told; null: nothing. Who is behind and not yet due waits with all that came since. */
    private OutboxStore.@Nullable Behind pending(Follower follower, OutboxStore.Claim claim) {
        var now = time.now();
        for (var late : claim.behind()) {
            if (late.follower().equals(follower.name())) {
                return late.nextAt().isAfter(now) ? null : late;
            }
        }
        var first = claim.first();
        return first == null ? null : new OutboxStore.Behind(follower.name(), first, 0, now);
    }

    private static Happened happened(Map<Long, CasefileStore.Whole> wholes, OutboxStore.Claim claim, int first) {
        var whole = Objects.requireNonNull(wholes.get(claim.casefileId()));
        return new Happened(
                whole.held().file(),
                whole.events().stream()
                        .filter(e -> e.seq() >= first && e.seq() <= claim.last())
                        .toList());
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
