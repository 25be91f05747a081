package org.tasuki.debrief.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.debrief.Decisions;
import org.tasuki.debrief.Doing;
import org.tasuki.debrief.IdealStep;
import org.tasuki.debrief.Spot;

/** Puts steps, and what was decided there, into words. */
@Component
class StepTold {

    private final StepWords words;
    private final Decisions decisions;

    StepTold(StepWords words, Decisions decisions) {
        this.words = words;
        this.decisions = decisions;
    }

    /**
     * What a group did.
     *
     * @param until null while it is still to be done
     * @param since how long after the group's beginning it ended; null while it has not
     * @param limit the end of the message that says what became of the limit
     * @param otherwise whether it was decided otherwise than on the ideal way
     */
    public record Done(
            Instant from,
            @Nullable Instant until,
            @Nullable Duration since,
            @Nullable Duration took,
            String limit,
            boolean broken,
            boolean done,
            List<String> decisions,
            boolean otherwise) {}

    /** What the ideal way does there. */
    public record Ideal(int place, Duration since, List<String> decisions, boolean late, boolean silent) {}

    String process(Spot spot, Locale language) {
        return words.process(spot.at().process()).in(language);
    }

    String step(Spot spot, Locale language) {
        return words.step(spot.at().process(), spot.at().step()).in(language);
    }

    Done done(Doing doing, Instant begun, boolean otherwise, Locale language) {
        Instant until = doing.until();
        return new Done(
                doing.from(),
                until,
                until == null ? null : Duration.between(begun, until),
                doing.took(),
                doing.limit().key(),
                doing.limit().broken(),
                doing.done(),
                decisions.words(doing.at(), doing.chosen(), language),
                otherwise);
    }

    Ideal ideal(IdealStep step, Locale language) {
        return new Ideal(
                step.place(),
                step.since(),
                decisions.words(step.at(), step.chosen(), language),
                step.late(),
                step.silent());
    }
}
