package org.tasuki.training;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.tasuki.engine.StepPlace;
import org.tasuki.terms.Text;

/**
 * A named way of a case through the processes, made up for training.
 *
 * @param key the name of its file
 * @param begins the process at whose beginning it begins
 */
public record Scenario(String key, Text name, Text about, String begins, List<Step> way) {

    /**
     * One that somebody brings.
     *
     * @param file what it is called where something is wrong with it
     * @throws FaultyStory naming the place, and what is wrong with it
     */
    public static Scenario read(String key, String file, Resource yaml) {
        return ScenarioFile.read(key, file, yaml);
    }

    /**
     * What happens at a step of the way.
     *
     * @param beside whether its process begins here, beside the case: a matter, a question, a review
     * @param after how long after the step before
     * @param answers the values that are chosen, by process variable
     * @param services how many services are asked; 0 where that is not asked
     * @param late whether the limit passes before it is done
     * @param silent whether it is not done at all, and its limit takes it away
     */
    public record Step(
            StepPlace at,
            boolean beside,
            Text happens,
            Duration after,
            Map<String, String> answers,
            int services,
            boolean late,
            boolean silent) {

        /** Answers of the urgency sheet that come to this urgency. */
        private static final Map<String, String> URGENT =
                Map.of("AA", "graveResult", "A", "graveLikely", "B", "requested", "C", "effects");

        private static final String URGENCY = "urgency";

        /** The answers as the step's form asks for them: an urgency is not chosen there, it comes of the sheet. */
        public Map<String, String> onTheForm() {
            Map<String, String> asked = new LinkedHashMap<>(answers);
            String sheet = URGENT.get(Objects.requireNonNullElse(asked.remove(URGENCY), ""));
            if (sheet != null) {
                asked.put(sheet, "yes");
            }
            return asked;
        }
    }
}
