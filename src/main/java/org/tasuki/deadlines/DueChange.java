package org.tasuki.deadlines;

import java.util.Locale;

/** Why a due time moved. */
public enum DueChange {
    /** A start, or a date that was given, was corrected. */
    FACT,
    CALENDAR,
    /** Another version of its rule, because somebody asked for it. */
    RULE,
    /** It stands still. */
    PAUSE,
    /** It goes on. */
    RESUME,
    /** Another date was agreed. */
    WAIVER;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
