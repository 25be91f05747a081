package org.tasuki.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tasuki.engine.bpmn.AnyFile;
import org.tasuki.engine.bpmn.Xml;
import org.w3c.dom.Element;

/** The notes in a file of another tool, and the dotted lines that pin them to a step, whichever way somebody drew those. */
final class ForeignNotes {

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<String>> pinned = new HashMap<>();

    /** Those that stand right in this process, part or sheet. */
    void gather(Element scope) {
        for (Element child : Xml.children(scope)) {
            if (AnyFile.isBpmn(child) && child.getLocalName().equals("textAnnotation")) {
                texts.put(child.getAttribute("id"), text(child));
            } else if (AnyFile.isBpmn(child) && child.getLocalName().equals("association")) {
                pin(child.getAttribute("sourceRef"), child.getAttribute("targetRef"));
                pin(child.getAttribute("targetRef"), child.getAttribute("sourceRef"));
            }
        }
    }

    List<String> of(String step) {
        return pinned.getOrDefault(step, List.of()).stream()
                .map(texts::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private void pin(String step, String note) {
        pinned.computeIfAbsent(step, first -> new ArrayList<>()).add(note);
    }

    private static String text(Element note) {
        Stream<Element> said =
                Xml.children(note).stream().filter(child -> Objects.equals(child.getLocalName(), "text"));
        return said.map(Xml::ownText).findFirst().orElse("");
    }
}
