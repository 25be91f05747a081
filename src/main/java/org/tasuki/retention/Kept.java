package org.tasuki.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long the records of an ended case are kept.
 *
 * @param until the last day that they must be kept; null: for ever
 */
public record Kept(String rule, LocalDate version, @Nullable LocalDate until) {

    /** Whether people may decide on them: the last day has passed. */
    public boolean isOver(LocalDate today) {
        return until != null && until.isBefore(today);
    }
}
