package org.tasuki.engine.lint;

import java.util.HashSet;
import java.util.Set;
import org.tasuki.engine.bpmn.FlowNode;

/**
 * A task may be sent back to an earlier one of its process, from which every way comes to it again: past choices, and past no other
 * work, so that nothing else is done twice or left out.
 */
final class SentBack implements LintRule {

    @Override
    public void inspect(Inspection inspection) {
        inspection.nodes("userTask").forEach(task -> task.sendBackTo().forEach(to -> inspect(inspection, task, to)));
    }

    private static void inspect(Inspection inspection, FlowNode task, String to) {
        if (!inspection.graph().contains(to)
                || !leads(inspection, inspection.graph().node(to), task)) {
            inspection.find(
                    task,
                    "差戻し先「%s」から、分岐だけを通ってこの作業に戻れません。直前の作業を tasuki:sendBackTo に書いてください。".formatted(to),
                    "From %s no way past choices alone leads back to this task. Name the task just before it in tasuki:sendBackTo."
                            .formatted(to));
        } else if (inspection
                .knowledge()
                .aside()
                .test(inspection.graph().node(to).formKey())) {
            inspection.find(
                    task,
                    "差戻し先「%s」の回答は事例の事実や欄にも記録されるため、もう一度答えると二重になります。".formatted(to),
                    "The answer at %s is kept as a fact or in a column too, and would be kept twice.".formatted(to));
        }
    }

    /** Whether some way from there comes here past exclusive choices; on each of them somebody has work. */
    private static boolean leads(Inspection inspection, FlowNode from, FlowNode task) {
        return from.is("userTask")
                && from.scope().equals(task.scope())
                && !from.equals(task)
                && reaches(inspection, from, task, new HashSet<>());
    }

    private static boolean reaches(Inspection inspection, FlowNode from, FlowNode task, Set<FlowNode> seen) {
        return inspection.graph().outgoing(from).stream()
                .map(way -> inspection.graph().node(way.target()))
                .filter(seen::add)
                .anyMatch(next ->
                        next.equals(task) || next.is("exclusiveGateway") && reaches(inspection, next, task, seen));
    }
}
