package org.tasuki.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts for each one what they ask for: the generic cell rate algorithm, which has to remember a single moment of each, the
 * one at which everything that was taken will have come back. Kept in this node's memory, the least used forgotten first.
 */
final class Pace {

    static final int MOST_KEPT = 20_000;

    /** Whoever goes on and on is mentioned again after this long, and not with every request. */
    private static final Duration BURST = Duration.ofMinutes(10);

    private final Clock clock;
    private final Allowance allowance;
    private final Map<String, Used> kept = bounded();

    Pace(Clock clock, Allowance allowance) {
        this.clock = clock;
        this.allowance = allowance;
    }

    private record Used(Instant until, Instant mentioned) {}

    /**
     * @param pause how long until there is one again; zero when there was one
     * @param first whether this is the first that is refused in a burst
     */
    record Turn(Duration pause, boolean first) {

        private static final Turn FREE = new Turn(Duration.ZERO, false);

        boolean isFree() {
            return pause.isZero();
        }
    }

    synchronized Turn take(String who) {
        Instant now = clock.instant();
        Used used = kept.getOrDefault(who, new Used(now, Instant.EPOCH));
        Instant until = (used.until().isBefore(now) ? now : used.until()).plus(allowance.step());
        Duration over = Duration.between(now.plus(allowance.whole()), until);
        return over.compareTo(Duration.ZERO) > 0 ? refused(who, used, now, over) : taken(who, used, until);
    }

    private Turn taken(String who, Used used, Instant until) {
        kept.put(who, new Used(until, used.mentioned()));
        return Turn.FREE;
    }

    private Turn refused(String who, Used used, Instant now, Duration wait) {
        boolean first = used.mentioned().plus(BURST).isBefore(now);
        if (first) {
            kept.put(who, new Used(used.until(), now));
        }
        return new Turn(wait, first);
    }

    private static Map<String, Used> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Used> eldest) {
                return size() > MOST_KEPT;
            }
        };
    }
}
