package org.tasuki.versions;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Running cases on their way to another version.
 *
 * @param renamed steps of versions before, and what each is called in this one
 */
public record Move(
        UUID id,
        UUID version,
        Map<String, String> renamed,
        int size,
        State state,
        Instant begunAt,
        @Nullable Instant endedAt) {

    public enum State {
        RUNNING,
        PAUSED,
        DONE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One case in one process.
     *
     * @param number null when the case has been erased
     * @param state waiting, moved or left
     * @param why of one that is left, as {@link org.tasuki.engine.Standstill.Why} says it, or failed
     * @param element where it stands
     */
    public record Row(
            int place,
            String instance,
            @Nullable String number,
            String state,
            @Nullable String why,
            @Nullable String element) {}

    /** How many rows are in each state. */
    public record Progress(int waiting, int moved, int left) {

        public int settled() {
            return moved + left;
        }
    }
}
