package org.tasuki.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Opens the demo office and tells its year: the first cases before the application says that it is ready, the others
 * behind its back. A stop leaves the rest, and half a case, for the next start.
 */
@Component
@Profile("demo")
@Order
class DemoYear implements ApplicationRunner, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoYear.class);
    private static final int FIRST = 120;
    private static final int TELLERS = 2;
    private static final int ATTEMPTS = 3;

    private final Opening opening;
    private final StoryShelf shelf;
    private final Teller teller;
    private final DemoProgress progress;
    private final Clock clock;
    private final int cases;
    private final OfficeBook office = OfficeBook.read();
    private final StoryBook book = new StoryBook(office);
    private final List<Thread> behind = new java.util.concurrent.CopyOnWriteArrayList<>();
    private volatile boolean running;

    DemoYear(
            Opening opening,
            StoryShelf shelf,
            Teller teller,
            DemoProgress progress,
            Clock clock,
            @Value("${demo.cases:950}") int cases) {
        this.opening = opening;
        this.shelf = shelf;
        this.teller = teller;
        this.progress = progress;
        this.clock = clock;
        this.cases = cases;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        long from = System.nanoTime();
        opening.open(office);
        Instant anchor = shelf.anchor().orElseGet(clock::instant);
        Set<Integer> told = shelf.told();
        progress.begin(cases, (int) told.stream().filter(seq -> seq < cases).count());
        tell(untold(0, Math.min(cases, FIRST), told), anchor, TELLERS);
        for (Thread thread : behind) {
            thread.join();
        }
        behind.clear();
        LOG.info(
                "{} of {} demo cases are there, after {} ms",
                progress.done(),
                cases,
                (System.nanoTime() - from) / 1_000_000);
        tell(untold(FIRST, cases, told), anchor, 1);
    }

    private static List<Integer> untold(int from, int to, Set<Integer> told) {
        return IntStream.range(from, Math.max(from, to))
                .filter(seq -> !told.contains(seq))
                .boxed()
                .toList();
    }

    private void tell(List<Integer> stories, Instant anchor, int tellers) {
        Queue<Integer> waiting = new ConcurrentLinkedQueue<>(stories);
        Stream.generate(() -> new Thread(() -> tell(waiting, anchor), "demo-teller"))
                .limit(stories.isEmpty() ? 0 : tellers)
                .peek(behind::add)
                .forEach(this::start);
    }

    private void start(Thread thread) {
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void tell(Queue<Integer> waiting, Instant anchor) {
        Integer seq = waiting.poll();
        while (seq != null && running) {
            tell(book.story(seq, anchor));
            seq = waiting.poll();
        }
    }

    /** The engine may take up one of the case's timers just then; the same step again finds it done. */
    private void tell(Story story) {
        for (int attempt = 1; running; attempt++) {
            try {
                teller.tell(story, () -> !running);
                if (running) {
                    progress.told();
                }
                return;
            } catch (RuntimeException failed) {
                if (running && attempt == ATTEMPTS) {
                    LOG.error("demo case {} could not be told", story.seq(), failed);
                    progress.missed();
                    return;
                }
            }
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the engine and the database stop: the step at hand ends, the rest waits for the next start. */
    @Override
    public void stop() {
        running = false;
        behind.forEach(DemoYear::await);
    }

    private static void await(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
