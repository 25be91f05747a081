package org.tasuki.engine;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tasuki.engine.bpmn.ProcessFile;
import org.tasuki.engine.bpmn.UnreadableProcess;
import org.tasuki.engine.lint.Rules;

/**
 * Reads process files before the engine does, and says what must change first. A file without findings has no state
 * without an owner and a deadline, and reaches nothing but the doors on the list.
 */
public final class Linter {

    private final LintKnowledge knowledge;

    public Linter(LintKnowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** One file by itself; whether the processes it calls exist is judged by {@link #lint(Collection)}. */
    public List<Finding> lint(String fileName, InputStream xml) {
        List<Finding> findings = new ArrayList<>();
        open(ProcessSource.of(fileName, xml), findings);
        return List.copyOf(findings);
    }

    /** Files that run together: each by itself, and the calls between them. */
    public List<Finding> lint(Collection<ProcessSource> sources) {
        List<Finding> findings = new ArrayList<>();
        List<ProcessFile> files = new ArrayList<>();
        sources.forEach(source -> files.addAll(open(source, findings)));
        findings.addAll(Rules.together(files, knowledge));
        return List.copyOf(findings);
    }

    private List<ProcessFile> open(ProcessSource source, List<Finding> findings) {
        try {
            ProcessFile file = ProcessFile.read(source.name(), source.xml());
            findings.addAll(Rules.alone(file, knowledge));
            return List.of(file);
        } catch (UnreadableProcess e) {
            findings.add(new Finding(source.name(), source.name(), e.reason()));
            return List.of();
        }
    }
}
