package org.tongban.bench;

import java.util.Arrays;
import java.util.function.Supplier;

/** Times the steps of one user. */
final class Watch {

    private long[] nanos = new long[1024];
    private int size;

    <T> T step(Supplier<T> step) {
        long from = System.nanoTime();
        T result = step.get();
        add(System.nanoTime() - from);
        return result;
    }

    private void add(long elapsed) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = elapsed;
    }

    long[] taken() {
        return Arrays.copyOf(nanos, size);
    }

    /** The value below which {@code share} of the sorted values lie, in milliseconds. */
    static double percentileMs(long[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
    }
}
