package org.tasuki.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.tasuki.terms.Japan;

/**
 * When something is due.
 *
 * @param rule the rule's id
 * @param version the day from which this version of the rule is in effect
 * @param at the first instant that is too late; a timer fires then
 * @param warnings in order, from the start on and before {@code at}
 */
public record Due(String rule, LocalDate version, Instant start, Instant at, List<Instant> warnings) {

    public Due {
        warnings = List.copyOf(warnings);
    }

    /** The last day on which it is in time, in Japan: a limit that ends at 24:00 of 7 June is due by 7 June. */
    public LocalDate day() {
        return at.equals(start) ? Limit.day(at) : Limit.day(at.minusNanos(1));
    }

    /** Whether the last day counts to its end, so that a page shows the day alone. */
    public boolean wholeDay() {
        return !at.equals(start) && LocalTime.ofInstant(at, Japan.ZONE).equals(LocalTime.MIDNIGHT);
    }

    public boolean passedAt(Instant now) {
        return !now.isBefore(at);
    }
}
