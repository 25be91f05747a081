package org.tasuki.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/**
 * A deadline as people read it. Instants are on the case's clock.
 *
 * @param agreed whether its end was agreed when a limit was waived
 * @param knownThrough up to when the holidays that it was counted by are certain, when it lies beyond: it is provisional then
 */
public record RunningDeadline(
        long id,
        String process,
        String step,
        String rule,
        Text label,
        Text source,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant warnAt,
        DeadlineState state,
        boolean agreed,
        @Nullable LocalDate knownThrough,
        boolean waivable,
        @Nullable PauseRule pause) {

    public boolean paused() {
        return state == DeadlineState.PAUSED;
    }

    /** Still to be let go, or to be stopped: what is over is over. */
    public boolean open(Instant now) {
        return state.inTime() && !over(now);
    }

    public boolean over(Instant now) {
        return !now.isBefore(dueAt);
    }
}
