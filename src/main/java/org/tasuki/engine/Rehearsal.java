package org.tasuki.engine;

import java.util.List;
import java.util.Map;
import org.tasuki.engine.rehearsal.Run;
import org.tasuki.engine.rehearsal.Stage;
import org.tasuki.engine.rehearsal.Waiting;

/** A case on paper: where it would stand after these answers, by the process files alone. Not for several threads. */
public final class Rehearsal {

    private final Stage stage;
    private final List<Run> outermost;

    Rehearsal(Stage stage, String process) {
        this.stage = stage;
        this.outermost = Run.begin(stage, process, Map.of());
        settle();
    }

    /** The tasks that are open, the oldest first; one that several parts wait at stands there several times. */
    public List<StepPlace> open() {
        return waiting().stream().map(Waiting::place).toList();
    }

    /** The calls and the steps of the house itself that the case has come through so far. */
    public List<StepPlace> passed() {
        return stage.passed();
    }

    public boolean isOver() {
        return outermost.stream().allMatch(Run::isOver);
    }

    /**
     * The task is done with these values of process variables.
     *
     * @throws IllegalArgumentException when it is not open
     */
    public void answer(StepPlace task, Map<String, String> answers) {
        at(task).answer(answers);
        settle();
    }

    /**
     * The limit of the task passes.
     *
     * @throws IllegalArgumentException when it is not open
     */
    public void passLimit(StepPlace task) {
        at(task).passLimit();
        settle();
    }

    private Waiting at(StepPlace task) {
        return waiting().stream()
                .filter(waiting -> waiting.place().equals(task))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(task + " is not open"));
    }

    private List<Waiting> waiting() {
        return outermost.stream().flatMap(Run::waiting).toList();
    }

    private void settle() {
        outermost.forEach(Run::settle);
    }
}
