package org.tasuki.engine.lint;

import java.util.HashSet;
import java.util.Set;
import org.tasuki.engine.bpmn.FlowNode;

/** What a task approves was proposed at an earlier task of its process: else nobody would ever be kept from it. */
final class FourEyes implements LintRule {

    @Override
    public void inspect(Inspection inspection) {
        inspection.nodes("userTask").forEach(task -> task.notBy().stream()
                .filter(from -> !proposes(inspection, from, task))
                .forEach(from -> inspection.find(
                        task,
                        "「%s」はこの作業より前にある、同じ手順の作業ではありません。提案する作業を tasuki:notBy に書いてください。".formatted(from),
                        "%s is no task before this one. Name the task that proposes in tasuki:notBy."
                                .formatted(from))));
    }

    private static boolean proposes(Inspection inspection, String from, FlowNode task) {
        return !from.equals(task.id())
                && inspection.graph().contains(from)
                && inspection.graph().node(from).is("userTask")
                && leads(inspection, inspection.graph().node(from), task, new HashSet<>());
    }

    private static boolean leads(Inspection inspection, FlowNode from, FlowNode task, Set<FlowNode> seen) {
        return inspection.graph().outgoing(from).stream()
                .map(way -> inspection.graph().node(way.target()))
                .filter(seen::add)
                .anyMatch(next -> next.equals(task) || leads(inspection, next, task, seen));
    }
}
