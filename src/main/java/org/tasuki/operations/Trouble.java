package org.tasuki.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tasuki.engine.Incident;

/**
 * An incident of a case that the reader may see.
 *
 * @param due when the time limit of a timer was over, on the case's clock; null where there is none
 * @param now the case's own
 */
public record Trouble(Incident incident, @Nullable Instant due, Instant now) {

    /** Those of one cause can be tried again together. */
    public String cause() {
        return incident.cause().key();
    }
}
