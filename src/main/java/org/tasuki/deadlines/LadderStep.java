package org.tasuki.deadlines;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step of the ladder that a deadline climbs while nobody acts.
 *
 * @param to the key of the role that hears of it; null for whoever has the task
 * @param at on the case's clock
 */
public record LadderStep(Kind kind, @Nullable String to, Instant at) {

    /** In the order in which they come at one moment. */
    public enum Kind {
        WARNING,
        OVER,
        ESCALATED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All of one due time, in order; which is which is told by the place in this list. */
    static List<LadderStep> of(DeadlineRule rule, Due due) {
        Stream<LadderStep> warnings = due.warnings().stream().map(at -> new LadderStep(Kind.WARNING, null, at));
        Stream<LadderStep> over = Stream.of(new LadderStep(Kind.OVER, null, due.at()));
        Stream<LadderStep> rungs =
                rule.ladder().stream().map(rung -> new LadderStep(Kind.ESCALATED, rung.to(), rung.at(due.at())));
        return Stream.of(warnings, over, rungs)
                .flatMap(steps -> steps)
                .sorted(Comparator.comparing(LadderStep::at).thenComparing(LadderStep::kind))
                .toList();
    }
}
