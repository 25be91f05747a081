package org.tasuki.demo;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How far the demo office's year has been told, for a page to show while it fills up. */
@Component
@Profile("demo")
public class DemoProgress {

    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile int total;

    /** Cases told so far, those of earlier starts included. */
    public int done() {
        return done.get();
    }

    public int total() {
        return total;
    }

    /** Cases that could not be told to their end in this start; the log says why. */
    public int failed() {
        return failed.get();
    }

    public boolean finished() {
        return done() + failed() >= total;
    }

    void begin(int all, int toldBefore) {
        total = all;
        done.set(toldBefore);
    }

    void told() {
        done.incrementAndGet();
    }

    void missed() {
        failed.incrementAndGet();
    }
}
