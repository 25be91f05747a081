package org.tasuki.deadlines;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where a deadline stands. It climbs from running to escalated while nobody acts, and ends in one of five ways. A breach is
 * recorded with its reason, never hidden: what is over can only be met late, waived, or replaced.
 */
public enum DeadlineState {
    RUNNING,
    /** Those who have it were told that it comes near. */
    WARNED,
    OVER,
    /** Over, and a supervisor or the director was told. */
    ESCALATED,
    /** The law stops the clock, and it will run on. */
    PAUSED,
    MET,
    MET_LATE,
    /** Somebody who may do so released the people from it, and said why. */
    WAIVED,
    /** Another deadline took its place. */
    SUPERSEDED,
    /** The step went away without being done: another way was taken, the case withdrawn. */
    CANCELLED;

    private static final Set<DeadlineState> PASSED = EnumSet.of(OVER, ESCALATED);
    private static final Set<DeadlineState> ENDED = EnumSet.of(MET, MET_LATE, WAIVED, SUPERSEDED, CANCELLED);

    /** As the database and the messages spell it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public boolean ended() {
        return ENDED.contains(this);
    }

    /** The limit has passed, and nobody has done the step. */
    public boolean passed() {
        return PASSED.contains(this);
    }

    /** Where it may go from here. */
    public Set<DeadlineState> next() {
        return switch (this) {
            case RUNNING -> EnumSet.of(WARNED, OVER, PAUSED, MET, WAIVED, SUPERSEDED, CANCELLED);
            case WARNED -> EnumSet.of(RUNNING, OVER, PAUSED, MET, WAIVED, SUPERSEDED, CANCELLED);
            case OVER -> EnumSet.of(RUNNING, ESCALATED, MET_LATE, WAIVED, SUPERSEDED);
            case ESCALATED -> EnumSet.of(RUNNING, MET_LATE, WAIVED, SUPERSEDED);
            case PAUSED -> EnumSet.of(RUNNING, MET, WAIVED, SUPERSEDED, CANCELLED);
            default -> EnumSet.noneOf(DeadlineState.class);
        };
    }

    static DeadlineState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
