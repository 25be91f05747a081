package org.tasuki.debrief;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tasuki.engine.StepPlace;
import org.tasuki.terms.CaseNumber;

/**
 * A step of a practice case: done, taken away undone by its limit, or still to be done. Instants are on the class's clock.
 *
 * @param from when it was offered
 * @param until when it was done, or taken away; null while it is still to be done
 * @param by who did it; null where nobody did
 * @param chosen what was decided, by the process variable that it sets
 */
public record Doing(
        CaseNumber number,
        StepPlace at,
        Instant from,
        @Nullable Instant until,
        TimeLimit limit,
        @Nullable String by,
        Map<String, String> chosen) {

    /** As they ended; what is still open comes last, in the order in which it came up. */
    static final Comparator<Doing> IN_ORDER = Comparator.comparing(
                    Doing::until, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Doing::from);

    public boolean done() {
        return by != null;
    }

    public @Nullable Duration took() {
        return until == null ? null : Duration.between(from, until);
    }
}
