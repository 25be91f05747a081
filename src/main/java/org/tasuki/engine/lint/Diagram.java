package org.tasuki.engine.lint;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.stream.Stream;
import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.SequenceFlow;
import org.tasuki.engine.bpmn.Xml;

/** What runs is drawn, and what is drawn runs. */
final class Diagram implements LintRule {

    @Override
    public void inspect(Inspection inspection) {
        Set<String> shapes = drawn(inspection, "bpmndi:BPMNShape", "dc:Bounds");
        Set<String> edges = drawn(inspection, "bpmndi:BPMNEdge", "di:waypoint");
        inspection.file().nodes().stream().map(FlowNode::id).forEach(id -> expect(inspection, shapes, id));
        inspection.file().flows().stream().map(SequenceFlow::id).forEach(id -> expect(inspection, edges, id));
        Stream.concat(shapes.stream(), edges.stream())
                .forEach(id -> inspection.find(
                        id,
                        "図にだけあってプロセスにない要素です。図から削除してください。",
                        "This is in the diagram but not in the process. Remove it from the diagram."));
    }

    /** The ids drawn by elements of this kind that have a place. */
    private static Set<String> drawn(Inspection inspection, String kind, String place) {
        return Xml.tree(inspection.file().definitions())
                .filter(element -> Xml.word(element).equals(kind))
                .filter(element -> Xml.children(element, place).findAny().isPresent())
                .map(element -> element.getAttribute("bpmnElement"))
                .collect(toSet());
    }

    /** Crosses the id off what is drawn. */
    private static void expect(Inspection inspection, Set<String> drawn, String id) {
        if (!drawn.remove(id)) {
            inspection.find(id, "図に描かれていません。", "This is missing from the diagram.");
        }
    }
}
