package org.tasuki.engine;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tasuki.engine.bpmn.EnglishCopy;
import org.tasuki.engine.bpmn.ProcessFile;
import org.tasuki.engine.bpmn.UnreadableProcess;
import org.tasuki.terms.Text;

/**
 * What the process files say, for the pages: names, reasons, roles, forms, time limits, what can come next, and the
 * diagram in either language. Read from the versions that are at work; nothing here knows of any case.
 */
@Component
public class ProcessCatalog {

    private volatile Shelf shelf = Shelf.of(List.of(), key -> List.of());

    /** From here on these are the processes, all at once. */
    void show(Collection<ProcessSource> atWork) {
        show(atWork, key -> List.of());
    }

    /** @param former the versions of a process before the one at work, newest first */
    void show(Collection<ProcessSource> atWork, Function<String, List<ProcessSource>> former) {
        shelf = Shelf.of(atWork, former);
    }

    /** Every process; one that calls stands before those that it calls, in the order of the calls. */
    public List<ProcessFacts> processes() {
        return List.copyOf(shelf.facts.values());
    }

    public Optional<ProcessFacts> process(String key) {
        return Optional.ofNullable(shelf.facts.get(key));
    }

    /** One that is no longer in the process at work is told of as it was: cases still stand there. */
    public Optional<StepFacts> step(String process, String step) {
        Shelf now = shelf;
        return Optional.ofNullable(now.facts.get(process))
                .flatMap(found -> found.step(step).or(() -> now.formerly(process).stream()
                        .flatMap(before -> before.step(step).stream())
                        .findFirst()));
    }

    /** Where a process is called from; nowhere, if it is the way of a case itself. */
    public List<CallSite> callers(String key) {
        return shelf.facts.values().stream()
                .flatMap(caller -> caller.calls().stream()
                        .filter(call -> key.equals(call.called()))
                        .map(call -> new CallSite(caller.key(), call.id())))
                .toList();
    }

    /** The processes at work, to be walked on paper. */
    public Rehearsals rehearsals() {
        return Rehearsals.of(shelf.sources.values());
    }

    /** The BPMN file for the viewer in the browser, its texts in the reader's language. */
    public Optional<String> diagram(String key, Locale language) {
        Shelf now = shelf;
        return Optional.ofNullable(now.sources.get(key)).map(source -> now.diagrams
                .computeIfAbsent(key, first -> inBoth(source))
                .in(language));
    }

    /** The diagrams are written when somebody first opens one. */
    private record Shelf(
            Map<String, ProcessFacts> facts,
            Map<String, ProcessSource> sources,
            Map<String, Text> diagrams,
            Function<String, List<ProcessSource>> former,
            Map<String, List<ProcessFacts>> read) {

        /** Read when somebody first asks for a step that is gone. */
        List<ProcessFacts> formerly(String process) {
            return read.computeIfAbsent(process, first -> former.apply(first).stream()
                    .map(source -> ProcessReading.read(file(source)))
                    .toList());
        }

        static Shelf of(Collection<ProcessSource> sources, Function<String, List<ProcessSource>> former) {
            Map<String, ProcessFacts> facts = new TreeMap<>();
            Map<String, ProcessSource> byKey = new TreeMap<>();
            for (ProcessSource source : sources) {
                ProcessFile file = file(source);
                facts.put(file.key(), ProcessReading.read(file));
                byKey.put(file.key(), source);
            }
            return new Shelf(callersFirst(facts), byKey, new ConcurrentHashMap<>(), former, new ConcurrentHashMap<>());
        }
    }

    private static Text inBoth(ProcessSource source) {
        return new Text(new String(source.xml(), StandardCharsets.UTF_8), english(source));
    }

    private static ProcessFile file(ProcessSource source) {
        try {
            return ProcessFile.read(source.name(), source.xml());
        } catch (UnreadableProcess e) {
            throw unreadable(source, e);
        }
    }

    private static String english(ProcessSource source) {
        try {
            return EnglishCopy.of(source.name(), source.xml());
        } catch (UnreadableProcess e) {
            throw unreadable(source, e);
        }
    }

    /** Nothing is at work that the linter has not read before. */
    private static IllegalStateException unreadable(ProcessSource source, UnreadableProcess why) {
        return new IllegalStateException(source.name() + ": " + why.reason().en(), why);
    }

    private static Map<String, ProcessFacts> callersFirst(Map<String, ProcessFacts> all) {
        Map<String, ProcessFacts> ordered = new LinkedHashMap<>();
        all.values().stream()
                .filter(process -> all.values().stream()
                        .flatMap(caller -> caller.calls().stream())
                        .noneMatch(call -> process.key().equals(call.called())))
                // The way of a case; then what runs beside it.
                .sorted(Comparator.comparing(process -> process.calls().isEmpty()))
                .forEach(top -> add(top, all, ordered));
        return ordered;
    }

    private static void add(ProcessFacts process, Map<String, ProcessFacts> all, Map<String, ProcessFacts> ordered) {
        if (ordered.putIfAbsent(process.key(), process) == null) {
            process.calls().stream()
                    .flatMap(call -> Optional.ofNullable(call.called()).map(all::get).stream())
                    .forEach(called -> add(called, all, ordered));
        }
    }
}
