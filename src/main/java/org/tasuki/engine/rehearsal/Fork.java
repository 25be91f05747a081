package org.tasuki.engine.rehearsal;

import java.util.List;
import java.util.Map;
import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.Graph;
import org.tasuki.engine.bpmn.SequenceFlow;

/** The arrows that are taken from a node, by the answers so far. */
final class Fork {

    private Fork() {}

    static List<SequenceFlow> ways(Graph graph, FlowNode node, Map<String, String> variables) {
        List<SequenceFlow> all = graph.outgoing(node);
        if (!node.isChoice()) {
            return all;
        }
        String otherwise = node.attribute("default");
        List<SequenceFlow> held = all.stream()
                .filter(way -> !way.id().equals(otherwise))
                .filter(way -> !way.isConditional() || Condition.holds(way.condition(), variables))
                .toList();
        if (held.isEmpty()) {
            return all.stream().filter(way -> way.id().equals(otherwise)).toList();
        }
        return node.is("exclusiveGateway") ? held.subList(0, 1) : held;
    }
}
