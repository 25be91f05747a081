package org.tasuki.engine.rehearsal;

import java.util.Map;
import org.tasuki.engine.StepPlace;

/** A task at which a process waits. Whoever moves it settles the whole afterwards. */
public record Waiting(Run run, Token token) {

    public StepPlace place() {
        return new StepPlace(run.process(), token.at().id());
    }

    public void answer(Map<String, String> answers) {
        run.stage().answered();
        run.variables().putAll(answers);
        run.tokens().remove(token);
        run.leave(token.at());
    }

    /** The limit passes: the task goes where its timer ends it, and stays otherwise. */
    public void passLimit() {
        run.stage().answered();
        run.graph().boundaryEvents(token.at()).stream()
                .filter(event -> event.has("timerEventDefinition"))
                .forEach(timer -> {
                    if (timer.interrupts()) {
                        run.tokens().remove(token);
                    }
                    run.leave(timer);
                });
    }
}
