package org.tasuki.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/**
 * A time in which a limit stood still. One in hours goes on to the second; one in whole days by whole days, counted by the
 * midnights that passed: the day on which it stood still and the one on which it went on are never both given.
 *
 * @param until when it went on; of one that still stands, when it will at the latest
 */
record Pause(Instant from, Instant until) {

    Pause {
        until = until.isBefore(from) ? from : until; // a clock that was set back
    }

    /** The limit's end after all of them. */
    static Instant after(Instant due, Limit limit, Collection<Pause> pauses) {
        Instant end = due;
        for (Pause pause : pauses) {
            end = end.plus(pause.length(limit));
        }
        return end;
    }

    private Duration length(Limit limit) {
        return limit instanceof CalendarHours
                ? Duration.between(from, until)
                : Duration.ofDays(ChronoUnit.DAYS.between(Limit.day(from), Limit.day(until)));
    }
}
