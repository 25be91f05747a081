package org.tasuki.engine.lint;

import java.util.ArrayList;
import java.util.List;
import org.tasuki.engine.Finding;
import org.tasuki.engine.LintKnowledge;
import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.Graph;
import org.tasuki.engine.bpmn.ProcessFile;
import org.tasuki.terms.Text;

/** One file on the table: what the rules look at, and what they have found so far. */
final class Inspection {

    private final ProcessFile file;
    private final Graph graph;
    private final LintKnowledge knowledge;
    private final List<Finding> findings = new ArrayList<>();

    Inspection(ProcessFile file, LintKnowledge knowledge) {
        this.file = file;
        this.graph = new Graph(file);
        this.knowledge = knowledge;
    }

    ProcessFile file() {
        return file;
    }

    Graph graph() {
        return graph;
    }

    LintKnowledge knowledge() {
        return knowledge;
    }

    List<FlowNode> nodes(String kind) {
        return graph.nodes().stream().filter(node -> node.is(kind)).toList();
    }

    void find(FlowNode node, String ja, String en) {
        find(node.id(), ja, en);
    }

    void find(String element, String ja, String en) {
        find(element, new Text(ja, en));
    }

    void find(String element, Text message) {
        findings.add(new Finding(file.name(), element.isEmpty() ? file.key() : element, message));
    }

    List<Finding> findings() {
        return findings;
    }
}
