package org.tasuki.deadlines;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The deadlines that this transaction has opened: a task is born with its deadline, and then the inbox and the engine's timer
 * ask when it is due.
 */
final class KnownDeadlines extends ResourceHolderSupport {

    private record Place(String waitId, String rule) {}

    private final Map<Place, RunningDeadline> opened = new HashMap<>();

    static void opened(String waitId, RunningDeadline deadline) {
        current().opened.put(new Place(waitId, deadline.rule()), deadline);
    }

    static @Nullable Instant due(String waitId, String rule) {
        RunningDeadline known = current().opened.get(new Place(waitId, rule));
        return known == null ? null : known.dueAt();
    }

    /** Soonest first; none when they were opened before. */
    static List<RunningDeadline> ofWait(String waitId) {
        return current().opened.entrySet().stream()
                .filter(one -> one.getKey().waitId().equals(waitId))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(RunningDeadline::dueAt))
                .toList();
    }

    /** Something about them changed: the rows tell. */
    static void forget() {
        current().opened.clear();
    }

    private static KnownDeadlines current() {
        if (TransactionSynchronizationManager.getResource(KnownDeadlines.class) instanceof KnownDeadlines known) {
            return known;
        }
        KnownDeadlines fresh = new KnownDeadlines();
        TransactionSynchronizationManager.bindResource(KnownDeadlines.class, fresh);
        TransactionSynchronizationManager.registerSynchronization(
                new ResourceHolderSynchronization<>(fresh, KnownDeadlines.class) {});
        return fresh;
    }
}
