package org.tasuki.engine.bpmn;

import org.tasuki.terms.Text;
import org.w3c.dom.Element;

/** An arrow from one node to the next; its condition is empty where it has none. */
public record SequenceFlow(String id, String scope, String source, String target, String condition, Element xml) {

    static SequenceFlow of(String scope, Element xml) {
        String condition = Xml.children(xml, "conditionExpression")
                .map(Xml::ownText)
                .findFirst()
                .orElse("");
        return new SequenceFlow(
                xml.getAttribute("id"),
                scope,
                xml.getAttribute("sourceRef"),
                xml.getAttribute("targetRef"),
                condition,
                xml);
    }

    public Text name() {
        return Xml.name(xml);
    }

    public boolean isConditional() {
        return Xml.children(xml, "conditionExpression").findAny().isPresent();
    }
}
