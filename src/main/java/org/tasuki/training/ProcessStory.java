package org.tasuki.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tasuki.terms.Text;

/**
 * A process as it is told: an opening, each step that people do, that calls another process or that the house does by itself, and
 * questions on it.
 */
public record ProcessStory(String process, Text intro, Map<String, StepStory> steps, List<Question> questions) {

    public Optional<StepStory> step(String id) {
        return Optional.ofNullable(steps.get(id));
    }
}
