package org.tasuki.engine.lint;

import org.tasuki.engine.bpmn.FlowNode;

/** Whatever waits can run out of time: nothing stands still for ever. (User tasks: see {@link TimeLimits}.) */
final class Waits implements LintRule {

    @Override
    public void inspect(Inspection inspection) {
        inspection.nodes("receiveTask").stream()
                .filter(task -> inspection.graph().boundaryEvents(task).stream()
                        .noneMatch(event -> event.has("timerEventDefinition")))
                .forEach(task -> find(inspection, task));
        inspection.nodes("eventBasedGateway").stream()
                .filter(gateway -> inspection.graph().successors(gateway).stream()
                        .noneMatch(event -> event.has("timerEventDefinition")))
                .forEach(gateway -> find(inspection, gateway));
        inspection.nodes("intermediateCatchEvent").stream()
                .filter(event -> !event.has("timerEventDefinition") && !afterEventGateway(inspection, event))
                .forEach(event -> find(inspection, event));
    }

    private static boolean afterEventGateway(Inspection inspection, FlowNode event) {
        return inspection.graph().predecessors(event).stream().anyMatch(node -> node.is("eventBasedGateway"));
    }

    private static void find(Inspection inspection, FlowNode node) {
        inspection.find(node, "いつまでも待ち続けることがあります。タイマーを付けてください。", "This can wait for ever. Add a timer.");
    }
}
