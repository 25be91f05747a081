package org.tasuki.retention;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last that was proposed for a case, and what a second person said to it.
 *
 * @param keepUntil for those to be kept longer
 * @param answer null while nobody has answered
 */
public record Decision(
        long id,
        boolean erase,
        @Nullable LocalDate keepUntil,
        String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable Answer answer) {

    public record Answer(boolean approved, @Nullable String reason, String by, Instant at) {}

    /** Of a decision that has been carried out nothing is left but the case's stub, or a later day. */
    public enum State {
        NONE,
        PROPOSED,
        APPROVED,
        REFUSED
    }

    static State state(@Nullable Decision last, LocalDate today) {
        if (last == null) {
            return State.NONE;
        }
        if (last.answer() == null) {
            return State.PROPOSED;
        }
        if (!last.answer().approved()) {
            return State.REFUSED;
        }
        LocalDate until = last.keepUntil();
        return until != null && until.isBefore(today) ? State.NONE : State.APPROVED;
    }
}
