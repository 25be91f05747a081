package org.tasuki.notices;

import java.util.Locale;

/** What is told of a task: of its deadline, as the ladder says it, or of who has it. */
public enum NoticeKind {
    WARNING,
    OVER,
    ESCALATED,
    /** Nobody has taken it for too long. */
    UNCLAIMED,
    /** The reader was given it. */
    GIVEN,
    /** Another has it now, who was the reader's. */
    TAKEN,
    /** A colleague answered what was asked from it. */
    ANSWERED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
