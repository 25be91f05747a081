package org.tasuki.bulk;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/**
 * A selection, and what is being done to it.
 *
 * @param order null until that is decided
 */
public record BulkRun(
        UUID id,
        String account,
        String center,
        int size,
        @Nullable Order order,
        State state,
        Instant chosenAt,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt) {

    public enum State {
        CHOSEN,
        RUNNING,
        DONE,
        /** By its owner; what was not reached stays as it was. */
        CANCELLED,
        /** Because its owner's account was closed meanwhile. */
        STOPPED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One task. */
    public record Row(
            int place,
            String taskId,
            CaseNumber number,
            String process,
            String step,
            RowState state,
            @Nullable String why) {}

    public enum RowState {
        WAITING,
        DONE,
        REFUSED
    }
}
