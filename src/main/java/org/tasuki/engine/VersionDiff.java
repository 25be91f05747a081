package org.tasuki.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.ProcessFile;
import org.tasuki.engine.bpmn.SequenceFlow;
import org.tasuki.engine.bpmn.UnreadableProcess;
import org.tasuki.engine.bpmn.Xml;
import org.tasuki.terms.Text;
import org.w3c.dom.Element;

/** What another version of a process adds, takes away, changes and moves. */
public final class VersionDiff {

    /** What an element says by itself, and where it is. */
    private record Fact(StepKind step, boolean arrow, Text name, String content, String place) {}

    private static final Set<String> ELSEWHERE = Set.of("incoming", "outgoing");

    private VersionDiff() {}

    /** Both have been found sound by the linter. */
    public static List<Difference> between(byte[] before, byte[] after) {
        Map<String, Fact> old = facts(before);
        Map<String, Fact> now = facts(after);
        List<Difference> found = new ArrayList<>();
        now.forEach((id, fact) -> {
            Fact was = old.get(id);
            if (was == null) {
                found.add(of(Difference.Kind.ADDED, id, fact));
            } else if (!was.content().equals(fact.content())) {
                found.add(of(Difference.Kind.CHANGED, id, fact));
            } else if (!was.place().equals(fact.place())) {
                found.add(of(Difference.Kind.MOVED, id, fact));
            }
        });
        old.forEach((id, fact) -> {
            if (!now.containsKey(id)) {
                found.add(of(Difference.Kind.REMOVED, id, fact));
            }
        });
        return List.copyOf(found);
    }

    private static Difference of(Difference.Kind kind, String id, Fact fact) {
        return new Difference(kind, id, fact.step(), fact.arrow(), fact.name());
    }

    private static Map<String, Fact> facts(byte[] xml) {
        ProcessFile file = read(xml);
        Map<String, String> drawn = Xml.tree(file.definitions())
                .filter(element -> Xml.word(element).equals("bpmndi:BPMNShape"))
                .collect(Collectors.toMap(
                        shape -> shape.getAttribute("bpmnElement"), VersionDiff::content, (one, other) -> one));
        Map<String, Text> names = new TreeMap<>();
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (FlowNode node : file.nodes()) {
            names.put(node.id(), node.name());
            facts.put(
                    node.id(),
                    new Fact(
                            StepKind.of(node),
                            false,
                            node.name(),
                            content(node.xml()),
                            node.scope() + drawn.getOrDefault(node.id(), "")));
        }
        file.flows().forEach(flow -> facts.put(flow.id(), arrow(flow, names)));
        return facts;
    }

    private static Fact arrow(SequenceFlow flow, Map<String, Text> names) {
        Text from = names.getOrDefault(flow.source(), new Text(flow.source(), flow.source()));
        Text to = names.getOrDefault(flow.target(), new Text(flow.target(), flow.target()));
        String said = flow.name().ja().isEmpty() ? "" : "「" + flow.name().ja() + "」";
        String saidEn = flow.name().en().isEmpty() ? "" : " (" + flow.name().en() + ")";
        return new Fact(
                StepKind.GATEWAY,
                true,
                new Text(from.ja() + " → " + to.ja() + said, from.en() + " → " + to.en() + saidEn),
                flow.condition() + flow.name(),
                flow.source() + " " + flow.target());
    }

    /** All that is written in the element, without its arrows, and without the steps of a part. */
    private static String content(Element element) {
        String own = Xml.attributes(element)
                .filter(attribute -> !attribute.getName().equals("id"))
                .map(attribute -> attribute.getName() + "=" + attribute.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
        Stream<String> inside = Xml.children(element).stream()
                .filter(child -> !ELSEWHERE.contains(Xml.word(child)))
                .filter(child ->
                        child.getAttribute("id").isEmpty() || Xml.word(child).endsWith("Definition"))
                .map(VersionDiff::content);
        return Xml.word(element) + " " + own + Xml.ownText(element).strip() + inside.collect(Collectors.joining());
    }

    private static ProcessFile read(byte[] xml) {
        try {
            return ProcessFile.read("", xml);
        } catch (UnreadableProcess e) {
            throw new IllegalStateException(e.reason().en(), e);
        }
    }
}
