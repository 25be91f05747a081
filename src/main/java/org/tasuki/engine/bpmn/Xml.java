package org.tasuki.engine.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tasuki.terms.Text;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** How the elements of a process file are named and read. */
public final class Xml {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String FLOWABLE = "http://flowable.org/bpmn";
    static final String I18N = "http://www.omg.org/spec/BPMN/non-normative/extensions/i18n/1.0";
    static final String TASUKI = "https://tasuki.example/bpmn";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String LANGUAGE = "http://www.w3.org/XML/1998/namespace";

    /** BPMN's own words stand bare; other vocabularies keep the prefix that everybody knows them by. */
    private static final Map<String, String> PREFIXES = Map.of(
            BPMN,
            "",
            FLOWABLE,
            "flowable:",
            I18N,
            "i18n:",
            TASUKI,
            "tasuki:",
            XSI,
            "xsi:",
            LANGUAGE,
            "xml:",
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "bpmndi:",
            "http://www.omg.org/spec/DD/20100524/DC",
            "dc:",
            "http://www.omg.org/spec/DD/20100524/DI",
            "di:");

    private Xml() {}

    /** The name without regard to the prefix the author chose: {@code userTask}, {@code flowable:in}. */
    public static String word(Element element) {
        return prefixed(element.getNamespaceURI(), element.getLocalName());
    }

    /** As for elements; an attribute without a namespace belongs to its element, and stands bare. */
    public static String word(Attr attribute) {
        return attribute.getNamespaceURI() == null
                ? attribute.getName()
                : prefixed(attribute.getNamespaceURI(), attribute.getLocalName());
    }

    /** As its author wrote it, for a sentence: what is allowed is told by {@link #word}, since anybody may choose any prefix. */
    public static String shown(Element element) {
        return shown(word(element), element);
    }

    public static String shown(Attr attribute) {
        return shown(word(attribute), attribute);
    }

    private static String shown(String word, Node node) {
        return word.startsWith("{") ? "%s (%s)".formatted(node.getNodeName(), node.getNamespaceURI()) : word;
    }

    private static String prefixed(String namespace, String local) {
        String prefix = namespace == null ? null : PREFIXES.get(namespace);
        return prefix == null ? "{%s}%s".formatted(namespace, local) : prefix + local;
    }

    public static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    public static Stream<Element> children(Element parent, String word) {
        return children(parent).stream().filter(child -> word(child).equals(word));
    }

    /** The element and everything below it, in the order of the file. */
    public static Stream<Element> tree(Element top) {
        return Stream.concat(Stream.of(top), children(top).stream().flatMap(Xml::tree));
    }

    /** The attributes, without the declarations of namespaces. */
    public static Stream<Attr> attributes(Element element) {
        var all = element.getAttributes();
        return IntStream.range(0, all.getLength())
                .mapToObj(at -> (Attr) all.item(at))
                .filter(attribute -> !attribute.getName().equals("xmlns")
                        && !attribute.getName().startsWith("xmlns:"));
    }

    public static String flowable(Element element, String attribute) {
        return element.getAttributeNS(FLOWABLE, attribute);
    }

    /** What BPMN and the engine have no word for; the engine reads past it. */
    static String tasuki(Element element, String attribute) {
        return element.getAttributeNS(TASUKI, attribute);
    }

    /** The text between an element's own tags, comments left out, elements below it not included. */
    public static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString().strip();
    }

    /** The name in both languages; an empty text where one is missing. */
    public static Text name(Element element) {
        // A space in a Japanese name only tells the diagram where to break the line.
        return new Text(element.getAttribute("name").replaceAll("\\s+", ""), translation(element, "@name"));
    }

    /** The documentation in both languages; an empty text where one is missing. */
    public static Text documentation(Element element) {
        String ja =
                children(element, "documentation").map(Xml::ownText).findFirst().orElse("");
        return new Text(ja, translation(element, "documentation"));
    }

    private static String translation(Element element, String target) {
        return translations(element)
                .filter(entry -> entry.getAttribute("target").equals(target))
                .map(Xml::ownText)
                .findFirst()
                .orElse("");
    }

    private static Stream<Element> translations(Element element) {
        return children(element, "extensionElements")
                .flatMap(extension -> children(extension, "i18n:translation"))
                .filter(entry -> entry.getAttributeNS(LANGUAGE, "lang").equals("en"));
    }
}
