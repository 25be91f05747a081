package org.tasuki.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/**
 * An open task as its desk sees it. Instants are on the case's clock; {@code now} is that clock's own.
 *
 * @param standing how its limit runs: running, paused (停止中), agreed (免除)
 * @param dueHere when it is due on the office's clock, by which lists are sorted
 * @param raised whether a supervisor put it first (優先); the limit is what it was
 * @param addressee the agency that the hand-over is meant for
 */
public record InboxItem(
        String taskId,
        CaseNumber number,
        String center,
        String desk,
        @Nullable String agency,
        @Nullable String assignee,
        String process,
        String step,
        String form,
        String waitId,
        @Nullable String handOver,
        @Nullable String addressee,
        Instant bornAt,
        Instant dueAt,
        Instant dueHere,
        @Nullable Instant warnAt,
        Instant now,
        String standing,
        String urgency,
        boolean raised,
        @Nullable String childName,
        @Nullable String childKana,
        @Nullable LocalDate childBirthDate) {

    /** How far the case's clock runs ahead of the office's. */
    Duration ahead() {
        return Duration.between(dueHere, dueAt);
    }

    public boolean over() {
        return !now.isBefore(dueAt);
    }

    /** Past the rule's first warning point, and not yet over. */
    public boolean nearlyOver() {
        return !over() && warnAt != null && !now.isBefore(warnAt);
    }
}
