package org.tasuki.deadlines;

/** What came of a decision on a deadline. */
public enum Decided {
    DONE,
    /** Its rule does not allow it. */
    NOT_ALLOWED,
    /** It is over, or has ended, or stands still already; of a resumption: it does not stand still. */
    NOT_RUNNING,
    /** The day is past, or too far away. */
    DAY_OUT_OF_RANGE
}
