package org.tasuki.training;

import java.util.Map;
import java.util.Optional;
import org.tasuki.terms.Text;

/** A process as it is told: an opening, and each step that people do, that calls another process, or that the house does by itself. */
public record ProcessStory(String process, Text intro, Map<String, StepStory> steps) {

    public Optional<StepStory> step(String id) {
        return Optional.ofNullable(steps.get(id));
    }
}
