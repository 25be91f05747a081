package org.tasuki.deadlines;

import java.time.Instant;
import org.tasuki.terms.CaseNumber;

/**
 * A step of the ladder has come, in the transaction that notes it. Whoever must hear of it is told there, or the step has not
 * come.
 *
 * @param deadline its id; with {@code round} and {@code step} the announcement's own name
 * @param at now, on the case's clock
 */
public record LadderClimbed(
        long deadline,
        int round,
        int step,
        CaseNumber number,
        String center,
        String waitId,
        String process,
        String place,
        String rule,
        LadderStep what,
        Instant dueAt,
        Instant at) {}
