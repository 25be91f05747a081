package org.tasuki.deadlines;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A due time, and what it was counted by.
 *
 * @param calendarVersion null when no calendar was asked
 * @param knownThrough the last day whose holidays were certain, when it was counted beyond that; else null
 */
record Reckoned(Due due, @Nullable Integer calendarVersion, @Nullable LocalDate knownThrough) {}
