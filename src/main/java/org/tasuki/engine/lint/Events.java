package org.tasuki.engine.lint;

import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.Xml;

/** Each event says what it is about, and each error is caught by the part it is thrown in. */
final class Events implements LintRule {

    @Override
    public void inspect(Inspection inspection) {
        inspection.graph().nodes().forEach(node -> defined(inspection, node));
        inspection.nodes("endEvent").stream()
                .filter(end -> end.has("errorEventDefinition") && !isCaught(inspection, end))
                .forEach(end -> inspection.find(
                        end,
                        "このエラーを受け止める境界イベントがありません。囲んでいる部分に付けてください。",
                        "No boundary event catches this error. Attach one to the part around it."));
    }

    private static void defined(Inspection inspection, FlowNode node) {
        long definitions = Xml.children(node.xml()).stream()
                .filter(child -> Xml.word(child).endsWith("EventDefinition"))
                .count();
        boolean catches = node.is("boundaryEvent") || node.is("intermediateCatchEvent");
        if (definitions > 1 || catches && definitions == 0) {
            inspection.find(
                    node,
                    "イベントの種類（タイマー、エラーなど）を一つだけ書いてください。",
                    "Give the event exactly one definition, such as a timer or an error.");
        }
    }

    private static boolean isCaught(Inspection inspection, FlowNode end) {
        return inspection.graph().contains(end.scope())
                && inspection.graph().boundaryEvents(inspection.graph().node(end.scope())).stream()
                        .anyMatch(event -> error(event).equals(error(end)));
    }

    private static String error(FlowNode event) {
        return Xml.children(event.xml(), "errorEventDefinition")
                .map(definition -> definition.getAttribute("errorRef"))
                .findFirst()
                .orElse("");
    }
}
