package org.tasuki.outbox;

import java.time.Duration;

/** How often a mail is tried, and how long it rests between: a server that restarts, and one that is away for a morning. */
final class Retries {

    /** With the pauses below, about seven hours. */
    static final int MOST = 12;

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Retries() {}

    /** 1, 2, 4 … minutes, an hour at most. */
    static Duration pauseAfter(int tries) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(tries - 1, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
