package org.tasuki.deadlines;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tasuki.terms.CaseNumber;

/** The case clocks that this transaction has read: one step asks for its case's clock a dozen times. */
final class KnownClocks extends ResourceHolderSupport {

    private final Map<CaseNumber, Duration> ahead = new HashMap<>();

    /** Outside of a transaction nothing is remembered. */
    static Duration of(CaseNumber number, Function<CaseNumber, Duration> read) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return read.apply(number);
        }
        return current().ahead.computeIfAbsent(number, read);
    }

    static void forget(CaseNumber number) {
        current().ahead.remove(number);
    }

    private static KnownClocks current() {
        if (TransactionSynchronizationManager.getResource(KnownClocks.class) instanceof KnownClocks known) {
            return known;
        }
        KnownClocks fresh = new KnownClocks();
        TransactionSynchronizationManager.bindResource(KnownClocks.class, fresh);
        TransactionSynchronizationManager.registerSynchronization(
                new ResourceHolderSynchronization<>(fresh, KnownClocks.class) {});
        return fresh;
    }
}
