package org.tasuki.engine.lint;

import java.util.ArrayList;
import java.util.List;
import org.tasuki.engine.Finding;
import org.tasuki.engine.LintKnowledge;
import org.tasuki.engine.bpmn.ProcessFile;

/**
 * The rules in the order that they make sense: what is refused outright, what hangs together, what a good process has. A
 * later stage waits until the earlier one is clean, so that one mistake does not speak with ten voices.
 */
public final class Rules {

    private static final List<List<LintRule>> STAGES = List.of(
            List.of(new Vocabulary()),
            List.of(new OneProcess(), new Wiring(), new Events()),
            List.of(
                    new Expressions(),
                    new UserTasks(),
                    new TakenBack(),
                    new SentBack(),
                    new FourEyes(),
                    new TimeLimits(),
                    new Texts(),
                    new Gateways(),
                    new Waits(),
                    new Paths(),
                    new Loops(),
                    new Calls(),
                    new Routing(),
                    new Diagram()));

    private Rules() {}

    /** What one file can be judged by without the others. */
    public static List<Finding> alone(ProcessFile file, LintKnowledge knowledge) {
        Inspection inspection = new Inspection(file, knowledge);
        for (List<LintRule> stage : STAGES) {
            stage.forEach(rule -> rule.inspect(inspection));
            if (!inspection.findings().isEmpty()) {
                break;
            }
        }
        return inspection.findings();
    }

    /** What only shows when the files lie side by side: the calls between them. */
    public static List<Finding> together(List<ProcessFile> files, LintKnowledge knowledge) {
        List<Finding> findings = new ArrayList<>(new CallsBetween(files, knowledge).inspect());
        if (findings.isEmpty()) {
            findings.addAll(new BeyondRecall(files).inspect());
        }
        return findings;
    }
}
