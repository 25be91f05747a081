package org.tasuki.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs work several times and takes the middle: one slow disk moment is nobody's fault. */
final class Rounds {

    static final int FIVE = 5;

    private Rounds() {}

    /** How many a second, when so many threads share the work. */
    static double perSecond(int threads, int pieces, Runnable piece) {
        AtomicInteger left = new AtomicInteger(pieces);
        long began = System.nanoTime();
        together(threads, () -> {
            while (left.getAndDecrement() > 0) {
                piece.run();
            }
        });
        return pieces / ((System.nanoTime() - began) / 1e9);
    }

    static void together(int threads, Runnable work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                all.add(pool.submit(work));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            pool.shutdown();
        }
    }

    static double millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }

    static double median(double... values) {
        return quantile(0.5, values);
    }

    /** @param share 0.5 for the median, 0.99 for what all but one of a hundred stay under */
    static double quantile(double share, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }
}
