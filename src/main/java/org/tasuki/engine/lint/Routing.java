package org.tasuki.engine.lint;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.SequenceFlow;

/** A choice is made on something that somebody has answered before. */
final class Routing implements LintRule {

    @Override
    public void inspect(Inspection inspection) {
        inspection.graph().nodes().stream().filter(FlowNode::isChoice).forEach(gateway -> {
            List<SequenceFlow> ways = inspection.graph().outgoing(gateway).stream()
                    .filter(way -> Doors.isCondition(way.condition()))
                    .toList();
            if (!ways.isEmpty()) {
                Set<String> answered = answered(inspection, gateway);
                ways.forEach(way -> compare(inspection, way, answered));
            }
        });
    }

    private static void compare(Inspection inspection, SequenceFlow way, Set<String> answered) {
        Doors.variables(way.condition())
                .filter(variable -> !answered.contains(variable) && !Doors.VARIABLES.contains(variable))
                .distinct()
                .forEach(variable -> inspection.find(
                        way.id(),
                        "値「%s」を決める様式が、ここより前にありません。".formatted(variable),
                        "No form before this point sets %s.".formatted(variable)));
    }

    private static Set<String> answered(Inspection inspection, FlowNode gateway) {
        return inspection.graph().leadingTo(List.of(gateway)).stream()
                .flatMap(node -> set(inspection, node))
                .collect(toSet());
    }

    private static Stream<String> set(Inspection inspection, FlowNode node) {
        return switch (node.kind()) {
            case "userTask" -> inspection.knowledge().routing().apply(node.formKey()).stream();
            case "callActivity" -> node.mappings("flowable:out").stream().map(out -> out.getAttribute("target"));
            default -> Stream.of();
        };
    }
}
