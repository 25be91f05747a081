package org.tasuki.demo;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.tasuki.deadlines.BusinessCalendar;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

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

    private final Opening opening;
    private final Acting acting;
    private final StoryShelf shelf;
    private final Teller teller;
    private final DemoProgress progress;
    private final Clock clock;
    private final int cases;
    private final OfficeBook office = OfficeBook.read();
    private final StoryBook book;
    private final List<Thread> behind = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    DemoYear(
            Opening opening,
            Acting acting,
            StoryShelf shelf,
            Teller teller,
            DemoProgress progress,
            BusinessCalendar calendar,
            Clock clock,
            @Value("${demo.cases:950}") int cases) {
        this.opening = opening;
        this.acting = acting;
        this.shelf = shelf;
        this.teller = teller;
        this.progress = progress;
        this.book = new StoryBook(office, calendar);
        this.clock = clock;
        this.cases = cases;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        long from = System.nanoTime();
        if (opening.open(office)) {
            acting.as(Actor.system(office.center().key()), () -> opening.divide(office));
        }
        Instant anchor = shelf.anchor().orElseGet(clock::instant);
        Set<Integer> told = shelf.told();
        progress.begin(cases, (int) told.stream().filter(seq -> seq < cases).count());
        tell(untold(0, Math.min(cases, FIRST), told, anchor), TELLERS);
        for (Thread thread : behind) {
            thread.join();
        }
        behind.clear();
        LOG.info(
                "{} of {} demo cases are there, after {} ms",
                progress.now().done(),
                cases,
                (System.nanoTime() - from) / 1_000_000);
        tell(untold(FIRST, cases, told, anchor), 1);
    }

    /** In the order in which they came in, so that case numbers follow the days. */
    private List<Story> untold(int from, int to, Set<Integer> told, Instant anchor) {
        return IntStream.range(from, Math.max(from, to))
                .filter(seq -> !told.contains(seq))
                .mapToObj(seq -> book.story(seq, anchor))
                .sorted(comparing(Story::opened).thenComparing(Story::seq))
                .toList();
    }

    private void tell(List<Story> stories, int tellers) {
        Queue<Story> waiting = new ConcurrentLinkedQueue<>(stories);
        Stream.generate(() -> new Thread(() -> tell(waiting), "demo-teller"))
                .limit(stories.isEmpty() ? 0 : tellers)
                .peek(behind::add)
                .forEach(this::start);
    }

    private void start(Thread thread) {
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void tell(Queue<Story> waiting) {
        Story story = waiting.poll();
        while (story != null && running) {
            tell(story);
            story = waiting.poll();
        }
    }

    /** A story that cannot be told is left to the next start; the others go on. */
    private void tell(Story story) {
        try {
            teller.tell(story, () -> !running);
            if (running) {
                progress.told();
            }
        } catch (RuntimeException failed) {
            if (running) {
                LOG.error("demo case {} could not be told", story.seq(), failed);
                progress.missed();
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
