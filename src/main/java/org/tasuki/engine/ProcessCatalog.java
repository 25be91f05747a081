package org.tasuki.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.tasuki.engine.bpmn.EnglishCopy;
import org.tasuki.engine.bpmn.ProcessFile;
import org.tasuki.engine.bpmn.UnreadableProcess;
import org.tasuki.terms.Text;

/**
 * What the process files say, for the pages: names, reasons, roles, forms, time limits, what can come next, and the
 * diagram in either language. Read once at the start; nothing here knows of any case.
 */
@Component
public class ProcessCatalog {

    private final Map<String, ProcessFacts> facts;
    private final Map<String, Text> diagrams = new TreeMap<>();

    /** The processes on the class path. */
    public ProcessCatalog() {
        this(onClassPath());
    }

    ProcessCatalog(Collection<ProcessSource> sources) {
        Map<String, ProcessFacts> read = new TreeMap<>();
        sources.stream().map(this::read).forEach(process -> read.put(process.key(), process));
        facts = callersFirst(read);
    }

    /** Every process; one that calls stands before those that it calls, in the order of the calls. */
    public List<ProcessFacts> processes() {
        return List.copyOf(facts.values());
    }

    public Optional<ProcessFacts> process(String key) {
        return Optional.ofNullable(facts.get(key));
    }

    public Optional<StepFacts> step(String process, String step) {
        return process(process).flatMap(found -> found.step(step));
    }

    /** Where a process is called from; nowhere, if it is the way of a case itself. */
    public List<CallSite> callers(String key) {
        return facts.values().stream()
                .flatMap(caller -> caller.calls().stream()
                        .filter(call -> key.equals(call.called()))
                        .map(call -> new CallSite(caller.key(), call.id())))
                .toList();
    }

    /** The BPMN file for the viewer in the browser, its texts in the reader's language. */
    public Optional<String> diagram(String key, Locale language) {
        return Optional.ofNullable(diagrams.get(key)).map(text -> text.in(language));
    }

    private ProcessFacts read(ProcessSource source) {
        try {
            ProcessFile file = ProcessFile.read(source.name(), source.xml());
            String japanese = new String(source.xml(), StandardCharsets.UTF_8);
            diagrams.put(file.key(), new Text(japanese, EnglishCopy.of(source.name(), source.xml())));
            return ProcessReading.read(file);
        } catch (UnreadableProcess e) {
            throw new IllegalStateException(source.name() + ": " + e.reason().en(), e);
        }
    }

    private static Map<String, ProcessFacts> callersFirst(Map<String, ProcessFacts> all) {
        Map<String, ProcessFacts> ordered = new LinkedHashMap<>();
        all.values().stream()
                .filter(process -> all.values().stream()
                        .flatMap(caller -> caller.calls().stream())
                        .noneMatch(call -> process.key().equals(call.called())))
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

    private static List<ProcessSource> onClassPath() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn");
            return Arrays.stream(files).map(ProcessCatalog::open).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessSource open(Resource file) {
        try (InputStream xml = file.getInputStream()) {
            return ProcessSource.of(String.valueOf(file.getFilename()), xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
