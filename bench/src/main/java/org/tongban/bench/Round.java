package org.tongban.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.tongban.BenchServer;

/** One turn of one contender: so many lifecycles by so many users at once, and what each of them cost. */
final class Round {

    private static final int WARM_UP_SHARE = 5;

    private final BenchServer server;
    private final Databases databases;
    private final int users;
    private final int size;
    private final AtomicInteger next = new AtomicInteger(1);

    Round(BenchServer server, Databases databases, int users, int size) {
        this.server = server;
        this.databases = databases;
        this.users = users;
        this.size = size;
    }

    /** What one lifecycle cost. */
    record Cost(
            double statements,
            double control,
            double rows,
            double walKib,
            double followersWalKib,
            double fullPages,
            double cpuMs,
            double perSecond,
            double p50Ms,
            double p95Ms) {}

    /** Puts cases on the lists and runs the code warm; counts nothing. */
    void prepare(Contender contender, int stock, Duration warmUp) {
        for (long end = System.nanoTime() + warmUp.toNanos(); System.nanoTime() < end; ) {
            run(size / WARM_UP_SHARE, n -> contender.lifecycle(n, new Watch()), () -> {});
        }
        run(stock, contender::submitOnly, () -> {});
        databases.vacuum(contender.database());
    }

    /** @param checkpoint whether one happens when half of the lifecycles are done */
    Cost measure(Contender contender, boolean checkpoint) {
        long rows = databases.rowWrites(contender);
        int warmUp = size / WARM_UP_SHARE;
        run(warmUp, n -> contender.lifecycle(n, new Watch()), () -> {});
        List<Watch> watches = new ArrayList<>();
        ThreadLocal<Watch> mine = ThreadLocal.withInitial(() -> {
            Watch watch = new Watch();
            synchronized (watches) {
                watches.add(watch);
            }
            return watch;
        });
        Mark before = Mark.now(server, contender.database());
        run(size, n -> contender.lifecycle(n, mine.get()), checkpoint ? databases::checkpoint : () -> {});
        Mark spent = Mark.now(server, contender.database()).minus(before);
        rows = databases.rowWrites(contender) - rows;
        databases.vacuum(contender.database());
        long[] steps = watches.stream()
                .flatMapToLong(watch -> LongStream.of(watch.taken()))
                .toArray();
        Arrays.sort(steps);
        return new Cost(
                (double) spent.statements() / size,
                (double) spent.control() / size,
                (double) rows / (size + warmUp),
                spent.walBytes() / 1024.0 / size,
                spent.followersWalBytes() / 1024.0 / size,
                (double) spent.fullPages() / size,
                spent.cpuNanos() / 1e6 / size,
                size / (spent.nanos() / 1e9),
                Watch.percentileMs(steps, 0.50),
                Watch.percentileMs(steps, 0.95));
    }

    @FunctionalInterface
    private interface Turn {
        void with(int n);
    }

    private void run(int count, Turn turn, Runnable atHalf) {
        AtomicInteger begun = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(users + 1)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int user = 0; user < users; user++) {
                ends.add(threads.submit(() -> {
                    for (int i = begun.incrementAndGet(); i <= count; i = begun.incrementAndGet()) {
                        if (i == count / 2) {
                            threads.submit(atHalf);
                        }
                        turn.with(next.getAndIncrement());
                    }
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
