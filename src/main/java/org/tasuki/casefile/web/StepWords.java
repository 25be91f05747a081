package org.tasuki.casefile.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tasuki.engine.NextStep;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.StepLimit;
import org.tasuki.terms.Text;

/** What processes and steps are called, and what comes after. A step that is gone from its file is called by its id. */
@Component
public class StepWords {

    private final ProcessCatalog catalog;

    StepWords(ProcessCatalog catalog) {
        this.catalog = catalog;
    }

    public Text process(String key) {
        return catalog.process(key).map(ProcessFacts::name).orElse(new Text(key, key));
    }

    public Text step(String process, String step) {
        return catalog.step(process, step).map(StepFacts::name).orElse(new Text(step, step));
    }

    /** The name of a step whose process is not at hand; ids are the same for the same work in every process. */
    public Text step(String step) {
        return catalog.processes().stream()
                .flatMap(process -> process.step(step).stream())
                .findFirst()
                .map(StepFacts::name)
                .orElse(new Text(step, step));
    }

    /** Why the step exists, and the law. */
    public Text why(String process, String step) {
        return catalog.step(process, step).map(StepFacts::documentation).orElse(new Text("", ""));
    }

    public List<NextStep> next(String process, String step) {
        return catalog.step(process, step).map(StepFacts::next).orElse(List.of());
    }

    public Optional<StepLimit> limit(String process, String step) {
        return catalog.step(process, step).flatMap(StepFacts::timeLimit);
    }
}
