package org.tasuki.deadlines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/** A deadline as people read it. Instants are on the case's clock. */
public record RunningDeadline(
        String process,
        String step,
        String rule,
        Text label,
        Text source,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant warnAt,
        DeadlineState state,
        @Nullable String reason) {

    public boolean over(Instant now) {
        return !now.isBefore(dueAt);
    }
}
