package org.tasuki.demo;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tasuki.web.FooterLine;

/** How far the demo office's year has been told: a line at the foot of every page says so while it fills up. */
@Component
@Profile("demo")
class DemoProgress implements FooterLine {

    static final String TEMPLATE = "demo/progress";

    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile int total;

    /**
     * @param done cases told so far, those of earlier starts included
     * @param failed cases that could not be told to their end in this start; the log says why
     */
    record Filling(int done, int failed, int total) {

        public boolean finished() {
            return done + failed >= total;
        }

        boolean silent() {
            return finished() && failed == 0;
        }
    }

    Filling now() {
        return new Filling(done.get(), failed.get(), total);
    }

    @Override
    public Optional<Shown> shown() {
        return Optional.of(now()).filter(filling -> !filling.silent()).map(filling -> new Shown(TEMPLATE, filling));
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
