package org.tasuki.deadlines;

import java.util.Locale;

/**
 * Where a deadline stands. It climbs from running to escalated while nobody acts, and ends met, met late or cancelled. A breach
 * is recorded with its reason, never hidden. While it is open it always has an end that comes, also while it stands still.
 */
public enum DeadlineState {
    RUNNING,
    /** Those who have it were told that it comes near. */
    WARNED,
    OVER,
    /** Over, and a supervisor or the director was told. */
    ESCALATED,
    /** Standing still, as its rule allows, until somebody lets it go on, or the latest day has come. */
    PAUSED,
    MET,
    MET_LATE,
    /** The step went away without being done: another way was taken, the case withdrawn. */
    CANCELLED,
    /** A supervisor let it go; what was agreed instead runs in its place. */
    WAIVED,
    /** A date that was agreed gave way to another. */
    SUPERSEDED;

    /** As the database spells it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Still before its limit, as far as anybody has said. */
    boolean inTime() {
        return this == RUNNING || this == WARNED;
    }

    static DeadlineState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
