package org.tasuki.engine.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A process file, opened: its processes, nodes and flows, those of embedded parts included. */
public final class ProcessFile {

    /** A file with more is not a process file; whoever reads a stream may stop there. */
    public static final int LIMIT = SafeXml.LIMIT;

    private static final Set<String> NOT_NODES =
            Set.of("documentation", "extensionElements", "incoming", "outgoing", "sequenceFlow");

    private final String name;
    private final Document document;
    private final List<FlowNode> nodes = new ArrayList<>();
    private final List<SequenceFlow> flows = new ArrayList<>();

    private ProcessFile(String name, Document document) {
        this.name = name;
        this.document = document;
        processes().forEach(this::gather);
    }

    public static ProcessFile read(String name, byte[] xml) throws UnreadableProcess {
        return new ProcessFile(name, SafeXml.read(xml));
    }

    private void gather(Element scope) {
        String id = scope.getAttribute("id");
        for (Element child : Xml.children(scope)) {
            String word = Xml.word(child);
            if (word.equals("sequenceFlow")) {
                flows.add(SequenceFlow.of(id, child));
            } else if (!NOT_NODES.contains(word)) {
                nodes.add(new FlowNode(child.getAttribute("id"), word, id, child));
                if (word.equals("subProcess")) {
                    gather(child);
                }
            }
        }
    }

    public String name() {
        return name;
    }

    /** What the process in it must be called: the file's name without folder and ending. */
    public String key() {
        String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return plain.endsWith(".bpmn") ? plain.substring(0, plain.length() - ".bpmn".length()) : plain;
    }

    public Document document() {
        return document;
    }

    public Element definitions() {
        return document.getDocumentElement();
    }

    public List<Element> processes() {
        return Xml.children(definitions(), "process").toList();
    }

    public List<FlowNode> nodes() {
        return List.copyOf(nodes);
    }

    public List<SequenceFlow> flows() {
        return List.copyOf(flows);
    }
}
