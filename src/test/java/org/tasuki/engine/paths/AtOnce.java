package org.tasuki.engine.paths;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several people do something in the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What came of each, in this order. */
    @SafeVarargs
    public static <T> List<T> atOnce(Callable<? extends T>... deeds) {
        CyclicBarrier start = new CyclicBarrier(deeds.length);
        ExecutorService threads = Executors.newFixedThreadPool(deeds.length);
        try {
            List<Future<T>> begun = new ArrayList<>();
            for (Callable<? extends T> deed : deeds) {
                begun.add(threads.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return deed.call();
                }));
            }
            return begun.stream().map(AtOnce::<T>result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> deed) {
        try {
            return deed.get(20, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
