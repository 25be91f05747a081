package org.tasuki.deadlines;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a deadline has climbed. The engine's timer says when it is over, since the diagram shows it there; what comes before
 * and after wakes by itself.
 *
 * @param announced how many of the steps have been
 * @param timer whether the engine's timer is still to go off; once it has, the end of a time set anew comes like the rest
 */
record Ladder(List<LadderStep> steps, int announced, boolean timer) {

    /** What has come by now and waits for no timer. */
    List<LadderStep> come(Instant now) {
        return steps.stream()
                .skip(announced)
                .takeWhile(step -> !isTheTimers(step) && !step.at().isAfter(now))
                .toList();
    }

    /** What the engine's timer brings: the end of the time, with the warnings that nobody gave and the rungs at that moment. */
    List<LadderStep> passed(Instant now) {
        return steps.stream()
                .skip(announced)
                .takeWhile(step ->
                        step.kind() != LadderStep.Kind.ESCALATED || !step.at().isAfter(now))
                .toList();
    }

    /** When it wakes next; never at the end of the time itself, which is the engine's to say. */
    @Nullable
    Instant wakesAt() {
        return next().filter(step -> !isTheTimers(step)).map(LadderStep::at).orElse(null);
    }

    private boolean isTheTimers(LadderStep step) {
        return timer && step.kind() == LadderStep.Kind.OVER;
    }

    private Optional<LadderStep> next() {
        return steps.stream().skip(announced).findFirst();
    }

    Ladder after(int more) {
        return new Ladder(steps, announced + more, timer);
    }
}
