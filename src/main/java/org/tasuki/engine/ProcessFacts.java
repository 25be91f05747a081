package org.tasuki.engine;

import java.util.List;
import java.util.Optional;
import org.tasuki.terms.Text;

/** A process as written in its file; its steps in the order of the file. */
public record ProcessFacts(String key, Text name, Text documentation, List<StepFacts> steps) {

    public Optional<StepFacts> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** The steps that people do. */
    public List<StepFacts> tasks() {
        return steps.stream().filter(step -> step.kind() == StepKind.TASK).toList();
    }

    /** The steps that lead into other processes. */
    public List<StepFacts> calls() {
        return steps.stream().filter(step -> step.kind() == StepKind.CALL).toList();
    }
}
