package org.tasuki.engine;

import java.util.Locale;

/** Why a task cannot be moved to a step. */
public enum Hindrance {
    /** The step is inside, or outside, a part of the process that begins and ends as a whole. */
    PART,
    /** It is on another of several ways that run side by side. */
    BRANCH,
    /** An agency does it, or is doing this one: what it is told goes another way. */
    AGENCY,
    /** Between them the system sends or marks something, which would be left out or done twice. */
    SENT,
    /** What is decided after it needs an answer that nobody has given. */
    ANSWER;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
