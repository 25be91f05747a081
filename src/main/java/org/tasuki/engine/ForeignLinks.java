package org.tasuki.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tasuki.engine.bpmn.AnyFile;
import org.tasuki.engine.bpmn.Xml;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Links: an arrow that would cross the whole sheet is drawn as two events of one name, and is followed like an arrow. */
final class ForeignLinks {

    private record Place(Node scope, String name) {}

    private final Map<Place, Element> targets = new HashMap<>();

    void add(Element step) {
        if (step.getLocalName().equals("intermediateCatchEvent")) {
            link(step).forEach(name -> targets.putIfAbsent(new Place(step.getParentNode(), name), step));
        }
    }

    Stream<Element> from(Element step) {
        return step.getLocalName().equals("intermediateThrowEvent")
                ? link(step)
                        .map(name -> targets.get(new Place(step.getParentNode(), name)))
                        .filter(Objects::nonNull)
                : Stream.empty();
    }

    private static Stream<String> link(Element event) {
        return Xml.children(event).stream()
                .filter(child -> AnyFile.isBpmn(child) && child.getLocalName().equals("linkEventDefinition"))
                .map(definition -> definition.getAttribute("name"));
    }
}
