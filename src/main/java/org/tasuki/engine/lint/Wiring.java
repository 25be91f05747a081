package org.tasuki.engine.lint;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.SequenceFlow;
import org.tasuki.engine.bpmn.Xml;
import org.w3c.dom.Element;

/** Each element has an id of its own, and each reference leads somewhere. */
final class Wiring implements LintRule {

    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,99}");

    /** An attribute that refers, and the kind of top element that it refers to. */
    private static final Map<String, String> REFERENCES =
            Map.of("escalationRef", "escalation", "errorRef", "error", "messageRef", "message", "signalRef", "signal");

    @Override
    public void inspect(Inspection inspection) {
        Set<String> seen = new HashSet<>();
        inspection.file().nodes().forEach(node -> id(inspection, node.id(), node.scope(), seen));
        inspection.file().flows().forEach(flow -> id(inspection, flow.id(), flow.scope(), seen));
        inspection.file().flows().forEach(flow -> ends(inspection, flow));
        inspection.graph().nodes().forEach(node -> node(inspection, node));
    }

    private static void id(Inspection inspection, String id, String scope, Set<String> seen) {
        if (!ID.matcher(id).matches()) {
            inspection.find(
                    scope,
                    "id のない、または使えない文字の id を持つ要素があります。英数字で付けてください。",
                    "An element has no id, or one with odd characters. Use letters and digits.");
        } else if (!seen.add(id)) {
            inspection.find(id, "同じ id が二度使われています。", "This id is used twice.");
        }
    }

    private static void ends(Inspection inspection, SequenceFlow flow) {
        boolean joins = stands(inspection, flow.source(), flow) && stands(inspection, flow.target(), flow);
        if (!joins) {
            inspection.find(
                    flow.id(),
                    "線の両端を、同じ範囲にある要素につないでください。",
                    "Connect both ends of the arrow to elements of the same process or part.");
        }
    }

    private static boolean stands(Inspection inspection, String id, SequenceFlow flow) {
        return inspection.graph().contains(id)
                && inspection.graph().node(id).scope().equals(flow.scope());
    }

    private static void node(Inspection inspection, FlowNode node) {
        if (node.is("boundaryEvent") && !sitsOnActivity(inspection, node)) {
            inspection.find(
                    node,
                    "境界イベントを、同じ範囲にあるタスクに付けてください。",
                    "Attach the boundary event to an activity of the same process or part.");
        }
        String chosen = node.attribute("default");
        if (!chosen.isEmpty()
                && inspection.graph().outgoing(node).stream()
                        .noneMatch(flow -> flow.id().equals(chosen))) {
            inspection.find(node, "既定の線（default）がこの分岐から出ていません。", "The default flow does not leave this gateway.");
        }
        Xml.tree(node.xml())
                .filter(part -> Xml.word(part).endsWith("EventDefinition"))
                .forEach(definition -> REFERENCES.forEach((attribute, kind) -> {
                    if (Xml.word(definition).startsWith(kind)) {
                        reference(inspection, node, definition.getAttribute(attribute), kind);
                    }
                }));
    }

    private static boolean sitsOnActivity(Inspection inspection, FlowNode event) {
        String host = event.attribute("attachedToRef");
        return inspection.graph().contains(host)
                && inspection.graph().node(host).isActivity()
                && inspection.graph().node(host).scope().equals(event.scope());
    }

    private static void reference(Inspection inspection, FlowNode node, String id, String kind) {
        boolean known = Xml.children(inspection.file().definitions(), kind)
                .map((Element top) -> top.getAttribute("id"))
                .anyMatch(id::equals);
        if (!known) {
            inspection.find(
                    node,
                    "参照先の %s がファイルの先頭にありません。".formatted(kind),
                    "The %s it refers to is not declared at the top of the file.".formatted(kind));
        }
    }
}
