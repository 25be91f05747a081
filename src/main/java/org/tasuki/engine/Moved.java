package org.tasuki.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a running case under another version of its process.
 *
 * @param places where it stands, and where it stands then
 * @param timers its time limits
 * @param hindrances why it cannot move; then nothing was changed
 */
public record Moved(List<Place> places, List<Timer> timers, List<Standstill> hindrances) {

    /** @param to null when there is no such place */
    public record Place(String step, @Nullable String to) {}

    /**
     * Moments are on the case's clock.
     *
     * @param before null for a limit that the other version adds
     * @param after null for one that it takes away
     */
    public record Timer(String step, String rule, @Nullable Instant before, @Nullable Instant after) {}

    public boolean goes() {
        return hindrances.isEmpty();
    }

    static Moved not(List<Place> places, List<Standstill> why) {
        return new Moved(places, List.of(), List.copyOf(why));
    }
}
