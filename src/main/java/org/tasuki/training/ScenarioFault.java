package org.tasuki.training;

import org.tasuki.engine.StepPlace;
import org.tasuki.terms.Text;

/**
 * Where a scenario no longer fits the processes.
 *
 * @param scenario its key
 * @param place of the step on its way, from 1
 */
public record ScenarioFault(String scenario, int place, StepPlace step, Text problem) {

    @Override
    public String toString() {
        return "%s, %d (%s): %s / %s".formatted(scenario, place, step, problem.ja(), problem.en());
    }
}
