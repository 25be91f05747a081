package org.tasuki.deadlines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/**
 * A due time moved, in the transaction that moves it; the engine's timer and the inbox follow there.
 *
 * @param timer whether the engine still has a timer for it
 * @param dueAt on the case's clock
 */
public record DueMoved(
        long deadline,
        CaseNumber number,
        String center,
        String waitId,
        String process,
        String step,
        String rule,
        boolean timer,
        Instant dueAt,
        @Nullable Instant warnAt,
        DueChange why,
        Standing standing) {}
