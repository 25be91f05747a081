package org.tasuki.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tasuki.engine.Drawing.Box;
import org.tasuki.engine.Drawing.Edge;
import org.tasuki.engine.Drawing.Point;
import org.tasuki.engine.Drawing.Shape;
import org.tasuki.engine.bpmn.Xml;
import org.w3c.dom.Element;

/** Reads the picture in a process file (BPMN DI). A number that is none, or that no sheet could hold, leaves its element out. */
final class DrawingReading {

    private static final double FARTHEST = 20_000;
    private static final String DEFINITION = "EventDefinition";

    private final Element definitions;
    private final Map<String, Element> elements = new HashMap<>();
    private final Set<String> defaults;

    DrawingReading(Element definitions) {
        this.definitions = definitions;
        Xml.tree(definitions).forEach(element -> elements.putIfAbsent(element.getAttribute("id"), element));
        defaults = elements.values().stream()
                .map(element -> element.getAttribute("default"))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The first picture: other tools keep one more for each folded part. */
    Drawing drawing() {
        List<Element> drawn = Xml.children(definitions, "bpmndi:BPMNDiagram")
                .flatMap(diagram -> Xml.children(diagram, "bpmndi:BPMNPlane"))
                .findFirst()
                .map(Xml::children)
                .orElse(List.of());
        return new Drawing(
                drawn.stream()
                        .filter(one -> Xml.word(one).equals("bpmndi:BPMNShape"))
                        .flatMap(one -> shape(one).stream())
                        .toList(),
                drawn.stream()
                        .filter(one -> Xml.word(one).equals("bpmndi:BPMNEdge"))
                        .flatMap(one -> edge(one).stream())
                        .toList());
    }

    private Optional<Shape> shape(Element drawn) {
        @Nullable Element element = elements.get(drawn.getAttribute("bpmnElement"));
        return element == null
                ? Optional.empty()
                : box(drawn)
                        .map(bounds -> new Shape(
                                element.getAttribute("id"),
                                Xml.word(element),
                                event(element),
                                dashed(element),
                                !drawn.getAttribute("isExpanded").equals("false"),
                                element.getAttribute("name"),
                                bounds,
                                label(drawn)));
    }

    private Optional<Edge> edge(Element drawn) {
        @Nullable Element element = elements.get(drawn.getAttribute("bpmnElement"));
        List<Point> way = Xml.children(drawn, "di:waypoint")
                .flatMap(point -> point(point).stream())
                .toList();
        if (element == null || way.size() < 2) {
            return Optional.empty();
        }
        String id = element.getAttribute("id");
        return Optional.of(new Edge(
                id, Xml.word(element), element.getAttribute("name"), defaults.contains(id), way, label(drawn)));
    }

    private static String event(Element element) {
        return Xml.children(element).stream()
                .map(Xml::word)
                .filter(word -> word.endsWith(DEFINITION))
                .map(word -> word.substring(0, word.length() - DEFINITION.length()))
                .findFirst()
                .orElse("");
    }

    private static boolean dashed(Element element) {
        return element.getAttribute("cancelActivity").equals("false")
                || element.getAttribute("isInterrupting").equals("false");
    }

    private static @Nullable Box label(Element drawn) {
        return Xml.children(drawn, "bpmndi:BPMNLabel")
                .flatMap(label -> box(label).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<Box> box(Element drawn) {
        return Xml.children(drawn, "dc:Bounds").findFirst().flatMap(bounds -> point(bounds)
                .flatMap(corner -> number(bounds, "width").flatMap(width -> number(bounds, "height")
                        .filter(height -> width >= 0 && height >= 0)
                        .map(height -> new Box(corner.x(), corner.y(), width, height)))));
    }

    private static Optional<Point> point(Element place) {
        return number(place, "x").flatMap(x -> number(place, "y").map(y -> new Point(x, y)));
    }

    private static Optional<Double> number(Element place, String name) {
        try {
            return Optional.of(Double.parseDouble(place.getAttribute(name)))
                    .filter(number -> Math.abs(number) < FARTHEST);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
