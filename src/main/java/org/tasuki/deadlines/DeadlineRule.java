package org.tasuki.deadlines;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/**
 * One version of a time limit.
 *
 * @param starts {@link #TASK}, or the name of the fact that starts the clock
 * @param stops {@link #TASK}, or the name of the fact that stops it
 * @param warnings how long before the limit, the longest first
 * @param ladder who hears of a missed limit, in order of time
 * @param source the law behind it, or that it is an office default
 * @param waivable whether a supervisor may let it go for a date that is agreed instead; never a limit of the law
 * @param pause whether it may stand still; null when it never does
 */
public record DeadlineRule(
        String id,
        Text label,
        Limit limit,
        String starts,
        String stops,
        List<Duration> warnings,
        List<Rung> ladder,
        Text source,
        Mark mark,
        LocalDate effectiveFrom,
        boolean waivable,
        @Nullable PauseRule pause) {

    /** The clock starts when the task is born, or stops when it is done. */
    public static final String TASK = "task";

    public DeadlineRule {
        warnings = warnings.stream().sorted(reverseOrder()).toList();
        ladder = ladder.stream().sorted(comparing(Rung::after)).toList();
    }

    /**
     * When it is due. A warning that would come before the start comes at the start.
     *
     * @throws IllegalArgumentException naming the rule, when the calendar does not reach that far or no date is given
     */
    public Due due(Instant start, BusinessCalendar calendar, @Nullable LocalDate given) {
        return due(start, calendar, given, List.of());
    }

    /** The same, after the times in which it stood still. */
    Due due(Instant start, BusinessCalendar calendar, @Nullable LocalDate given, List<Pause> pauses) {
        return endingAt(start, Pause.after(end(start, calendar, given), limit, pauses));
    }

    /** For a limit that was waived: the end of the day that was agreed instead. */
    Due agreed(Instant start, LocalDate day) {
        return endingAt(start, Limit.endOf(day));
    }

    private Due endingAt(Instant start, Instant at) {
        List<Instant> points = warnings.stream()
                .map(at::minus)
                .map(point -> point.isBefore(start) ? start : point)
                .filter(point -> point.isBefore(at))
                .distinct()
                .toList();
        return new Due(id, effectiveFrom, start, at, points);
    }

    private Instant end(Instant start, BusinessCalendar calendar, @Nullable LocalDate given) {
        try {
            return limit.due(start, calendar, given);
        } catch (IllegalArgumentException cause) {
            throw new IllegalArgumentException("deadline rule " + id + ": " + cause.getMessage(), cause);
        }
    }
}
