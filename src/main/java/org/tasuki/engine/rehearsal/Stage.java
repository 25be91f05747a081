package org.tasuki.engine.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tasuki.engine.StepPlace;
import org.tasuki.engine.bpmn.ProcessFile;

/** What all the processes of one rehearsal share: the files, and what was passed through without anybody's doing. */
public final class Stage {

    /** So many moves between two answers are a circle in which nobody is asked anything. */
    private static final int MOST = 500;

    private final Map<String, ProcessFile> files;
    private final List<StepPlace> passed = new ArrayList<>();
    private int moves;

    public Stage(Map<String, ProcessFile> files) {
        this.files = Map.copyOf(files);
    }

    Optional<ProcessFile> file(String process) {
        return Optional.ofNullable(files.get(process));
    }

    void passed(String process, String step) {
        passed.add(new StepPlace(process, step));
    }

    /** The calls and the steps of the house itself, in the order in which they came. */
    public List<StepPlace> passed() {
        return List.copyOf(passed);
    }

    void answered() {
        moves = 0;
    }

    void moves() {
        if (++moves > MOST) {
            throw new IllegalStateException("a process goes round in a circle without a task");
        }
    }
}
