package org.tasuki.engine.bpmn;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What another tool says of an element in words of its own, shown as it stands in the file. */
public final class AsWritten {

    private static final Set<String> TOLD_OTHERWISE =
            Set.of("documentation", "incoming", "outgoing", "sequenceFlow", "laneSet", "childLaneSet");
    private static final Set<String> TOLD_ATTRIBUTES = Set.of("id", "name");
    private static final int LONGEST = 400;
    private static final int MOST = 30;

    private AsWritten() {}

    /** @param nested whether an element below is told by itself */
    public static List<String> of(Element element, Predicate<Element> nested) {
        Stream<String> attributes = Xml.attributes(element)
                .filter(attribute -> !TOLD_ATTRIBUTES.contains(attribute.getName()))
                .map(AsWritten::attribute);
        Stream<String> below = Xml.children(element).stream()
                .filter(child -> !(AnyFile.isBpmn(child) && TOLD_OTHERWISE.contains(child.getLocalName())))
                .filter(child -> !nested.test(child))
                .flatMap(child -> AnyFile.isBpmn(child) && child.getLocalName().equals("extensionElements")
                        ? Xml.children(child).stream()
                        : Stream.of(child))
                .limit(MOST)
                .map(AsWritten::element);
        return Stream.concat(attributes, below).limit(MOST).toList();
    }

    /** In short: an element with what is in it, cut where it becomes long. */
    public static String element(Element element) {
        StringBuilder text = new StringBuilder();
        write(element, text);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text.toString();
    }

    private static void write(Element element, StringBuilder text) {
        if (text.length() > LONGEST) {
            return;
        }
        text.append('<').append(element.getTagName());
        Xml.attributes(element).forEach(one -> text.append(' ').append(attribute(one)));
        text.append('>').append(Xml.ownText(element));
        Xml.children(element).forEach(child -> write(child, text));
        text.append("</").append(element.getTagName()).append('>');
    }

    private static String attribute(Attr attribute) {
        String value = attribute.getValue();
        return attribute.getName() + "=\"" + (value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value)
                + "\"";
    }
}
