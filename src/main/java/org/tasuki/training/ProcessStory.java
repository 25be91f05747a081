package org.tasuki.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tasuki.terms.Text;

/**
 * A process as it is told.
 *
 * @param steps each that people do, that calls another process or that the house does by itself
 * @param events each beginning, end and event that a walkthrough comes by
 */
public record ProcessStory(
        String process, Text intro, Map<String, StepStory> steps, Map<String, Text> events, List<Question> questions) {

    public Optional<StepStory> step(String id) {
        return Optional.ofNullable(steps.get(id));
    }

    /** What happens there, of a step as of an event. */
    public Optional<Text> told(String id) {
        return step(id).map(StepStory::story).or(() -> Optional.ofNullable(events.get(id)));
    }
}
