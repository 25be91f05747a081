package org.tasuki.engine.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.Graph;

/** A loop without a wait in it would run for ever in one transaction, and take the server with it. */
final class Loops implements LintRule {

    private static final Set<String> RESTS =
            Set.of("userTask", "receiveTask", "intermediateCatchEvent", "callActivity", "eventBasedGateway");

    @Override
    public void inspect(Inspection inspection) {
        inspection.graph().nodes().stream()
                .filter(node -> !RESTS.contains(node.kind()))
                .filter(node -> returns(inspection.graph(), node))
                .findFirst()
                .ifPresent(node -> inspection.find(
                        node,
                        "人の作業も待ちもない繰り返しです。繰り返しの中に作業を置いてください。",
                        "This loop has no task and no wait in it. Put one into the loop."));
    }

    private static boolean returns(Graph graph, FlowNode start) {
        Set<FlowNode> seen = new HashSet<>();
        List<FlowNode> edge = List.of(start);
        while (!edge.isEmpty()) {
            edge = edge.stream()
                    .flatMap(node -> graph.successors(node).stream())
                    .filter(node -> !RESTS.contains(node.kind()) && seen.add(node))
                    .toList();
        }
        return seen.contains(start);
    }
}
