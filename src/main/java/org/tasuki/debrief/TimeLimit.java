package org.tasuki.debrief;

import java.util.Locale;

/** What became of the time limit of a step. */
public enum TimeLimit {
    MET,
    /** Done, and after its time. */
    LATE,
    /** Nobody did it, and its time took it away. */
    MISSED,
    /** Still to be done, and its time is over. */
    OVER,
    /** Still to be done, in time. */
    OPEN,
    NONE;

    public boolean broken() {
        return this == LATE || this == MISSED || this == OVER;
    }

    /** As messages spell it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
