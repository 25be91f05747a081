package org.tasuki.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/**
 * A task went from one hand to another, in the transaction that moves it; taking an unclaimed task tells nobody anything.
 *
 * @param from who had it; null when it lay on its desk
 * @param to who has it now; null when it lies on its desk again
 * @param by who moved it
 * @param at on the case's clock
 */
public record HandedOn(
        CaseNumber number,
        String center,
        String taskId,
        @Nullable String from,
        @Nullable String to,
        String by,
        Instant dueAt,
        Instant at) {}
