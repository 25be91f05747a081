package org.tasuki.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tasuki.engine.bpmn.ProcessFile;
import org.tasuki.engine.bpmn.UnreadableProcess;
import org.tasuki.engine.rehearsal.Stage;

/** Process files that are rehearsed together: those at work, or some of them in a version that is not. */
public final class Rehearsals {

    private final Map<String, ProcessFile> files;
    private final Map<String, ProcessFacts> facts;

    private Rehearsals(Map<String, ProcessFile> files) {
        this.files = files;
        this.facts = new HashMap<>();
        files.forEach((key, file) -> facts.put(key, ProcessReading.read(file)));
    }

    /** @throws IllegalArgumentException when one of them cannot be read, holds no process, or has an arrow into nothing */
    public static Rehearsals of(Collection<ProcessSource> sources) {
        Map<String, ProcessFile> files = new HashMap<>();
        sources.forEach(source -> put(files, source));
        return new Rehearsals(files);
    }

    /**
     * The same with this version of one of them.
     *
     * @throws IllegalArgumentException when it cannot be read, holds no process, or has an arrow into nothing
     */
    public Rehearsals with(ProcessSource version) {
        Map<String, ProcessFile> files = new HashMap<>(this.files);
        put(files, version);
        return new Rehearsals(files);
    }

    public boolean knows(String process) {
        return files.containsKey(process);
    }

    public Optional<ProcessFacts> process(String process) {
        return Optional.ofNullable(facts.get(process));
    }

    public Optional<StepFacts> step(StepPlace place) {
        return process(place.process()).flatMap(found -> found.step(place.step()));
    }

    /** A case on paper, at the beginning of this process. */
    public Rehearsal begin(String process) {
        return new Rehearsal(new Stage(files), process);
    }

    private static void put(Map<String, ProcessFile> files, ProcessSource source) {
        try {
            ProcessFile file = ProcessFile.read(source.name(), source.xml());
            if (file.processes().isEmpty()) {
                throw new IllegalArgumentException(source.name() + ": there is no process in it");
            }
            files.put(file.key(), file);
        } catch (UnreadableProcess unreadable) {
            throw new IllegalArgumentException(
                    source.name() + ": " + unreadable.reason().en(), unreadable);
        }
    }
}
