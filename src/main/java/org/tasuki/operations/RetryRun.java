package org.tasuki.operations;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What failed of one cause, tried again together in the background.
 *
 * @param size how many there were when somebody began it
 */
public record RetryRun(
        UUID id,
        String account,
        String center,
        String cause,
        int size,
        State state,
        Instant begunAt,
        @Nullable Instant endedAt) {

    public enum State {
        RUNNING,
        DONE,
        /** Whoever began it may not mend the flow any more. */
        STOPPED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One job.
     *
     * @param state waiting, done, waits (its limit was moved to a later time), gone (somebody was faster, or the case went on) or failed
     * @param why of one that failed: its cause this time
     */
    public record Row(
            int place, String job, String number, String process, String element, String state, @Nullable String why) {}

    /** How many of the rows that the reader may see are in each state. */
    public record Progress(int waiting, int done, int gone, int failed) {

        public int settled() {
            return done + gone + failed;
        }

        public int all() {
            return settled() + waiting;
        }
    }
}
