package org.tasuki.engine.lint;

import java.util.List;
import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.SequenceFlow;

/** A choice always has a way on, and conditions stand only where a choice is made. */
final class Gateways implements LintRule {

    @Override
    public void inspect(Inspection inspection) {
        inspection.graph().nodes().forEach(node -> {
            if (node.isChoice()) {
                choice(inspection, node);
            } else {
                plain(inspection, node);
            }
        });
    }

    private static void choice(Inspection inspection, FlowNode gateway) {
        List<SequenceFlow> ways = inspection.graph().outgoing(gateway);
        String chosen = gateway.attribute("default");
        List<SequenceFlow> open = ways.stream()
                .filter(way -> !way.isConditional() && !way.id().equals(chosen))
                .toList();
        if (chosen.isEmpty() && open.isEmpty() && !ways.isEmpty()) {
            inspection.find(
                    gateway,
                    "どの条件にも当たらないと止まります。既定の線（default）を決めてください。",
                    "The case stops when no condition holds. Choose a default flow.");
        }
        if (gateway.is("exclusiveGateway") && open.size() + (chosen.isEmpty() ? 0 : 1) > 1) {
            inspection.find(
                    gateway,
                    "条件のない線が複数あります。一つを残して条件を付けてください。",
                    "More than one way has no condition. Give all but one a condition.");
        }
        ways.stream()
                .filter(way -> way.id().equals(chosen) && way.isConditional())
                .forEach(way -> inspection.find(way.id(), "既定の線には条件を付けません。", "A default flow has no condition."));
    }

    private static void plain(Inspection inspection, FlowNode node) {
        inspection.graph().outgoing(node).stream()
                .filter(SequenceFlow::isConditional)
                .forEach(way -> inspection.find(
                        way.id(),
                        "条件は分岐（排他・包含ゲートウェイ）から出る線にだけ書いてください。",
                        "Conditions belong on flows out of exclusive or inclusive gateways."));
    }
}
