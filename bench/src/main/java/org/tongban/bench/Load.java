package org.tongban.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** The same request again and again by so many users at once, each sending its next when the last is answered. Bounded in number. */
final class Load {

    private Load() {}

    /** What it came to. */
    record Result(int users, int requests, double perSecond, double p50Ms, double p95Ms) {

        String row(String what) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %.0f | %.1f | %.1f |\n",
                    what,
                    users,
                    requests,
                    perSecond,
                    p50Ms,
                    p95Ms);
        }
    }

    static final String HEAD = """
            | what | users | requests | per second | p50, ms | p95, ms |
            | --- | --- | --- | --- | --- | --- |
            """;

    /** @param request must throw where the answer is not the right one */
    static Result run(int users, int requests, Callable<?> request) {
        AtomicInteger begun = new AtomicInteger();
        List<Watch> watches = new ArrayList<>();
        long from = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(users)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int user = 0; user < users; user++) {
                Watch watch = new Watch();
                watches.add(watch);
                ends.add(threads.submit(() -> {
                    while (begun.incrementAndGet() <= requests) {
                        watch.step(() -> call(request));
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
        double seconds = (System.nanoTime() - from) / 1e9;
        long[] all = watches.stream()
                .flatMapToLong(watch -> LongStream.of(watch.taken()))
                .toArray();
        Arrays.sort(all);
        return new Result(
                users, requests, requests / seconds, Watch.percentileMs(all, 0.50), Watch.percentileMs(all, 0.95));
    }

    private static Object call(Callable<?> request) {
        try {
            return request.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
