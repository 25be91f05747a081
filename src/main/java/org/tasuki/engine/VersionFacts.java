package org.tasuki.engine;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tasuki.engine.Difference.Of;
import org.tasuki.engine.Difference.What;
import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.ProcessFile;
import org.tasuki.engine.bpmn.SequenceFlow;
import org.tasuki.engine.bpmn.Xml;
import org.tasuki.terms.Text;
import org.w3c.dom.Element;

/** Reads of a process file what there is to compare, by the ids of its elements. */
final class VersionFacts {

    /** Arrows are compared by themselves; documentation is told. */
    private static final Set<String> ELSEWHERE = Set.of("incoming", "outgoing", "documentation");

    private static final Set<String> HOLDS = Set.of("process", "subProcess");

    /** Attributes that are told in words. */
    private static final Set<String> TOLD = Set.of(
            "id",
            "name",
            "flowable:candidateGroups",
            "flowable:formKey",
            "calledElement",
            "cancelActivity",
            "default",
            "attachedToRef",
            "tasuki:sendBackTo",
            "tasuki:undo");

    private static final Text GATEWAY = new Text("分岐・合流", "split or join");

    private final ProcessFile file;
    private final Map<String, String> drawn;
    private final Map<String, Text> names = new TreeMap<>();
    private final Map<String, VersionFact> facts = new LinkedHashMap<>();

    private VersionFacts(ProcessFile file) {
        this.file = file;
        this.drawn = Xml.tree(file.definitions())
                .filter(element -> Xml.word(element).equals("bpmndi:BPMNShape"))
                .collect(Collectors.toMap(
                        shape -> shape.getAttribute("bpmnElement"), VersionFacts::all, (one, other) -> one));
    }

    static Map<String, VersionFact> of(ProcessFile file) {
        VersionFacts reading = new VersionFacts(file);
        file.processes().forEach(reading::process);
        file.nodes().forEach(node -> reading.names.put(node.id(), node.name()));
        file.nodes().forEach(node -> reading.names.put(node.id(), reading.named(node)));
        file.nodes().forEach(reading::node);
        file.flows().forEach(reading::arrow);
        return reading.facts;
    }

    /** All that is written, as one text. */
    static String whole(ProcessFile file) {
        return all(file.definitions(), Set.of());
    }

    /** What stands beside it in the file belongs to it too: the words for errors and escalations. */
    private void process(Element process) {
        String beside = Xml.children(file.definitions()).stream()
                .filter(other ->
                        !Xml.word(other).equals("process") && !Xml.word(other).equals("bpmndi:BPMNDiagram"))
                .map(VersionFacts::all)
                .collect(Collectors.joining());
        Map<What, Text> said = said(process);
        String id = process.getAttribute("id");
        facts.put(
                id,
                new VersionFact(
                        Of.PROCESS, StepKind.PART, Xml.name(process), said, Map.of(), rest(process) + beside, ""));
    }

    private void node(FlowNode node) {
        Map<What, Text> said = said(node.xml());
        Map<What, String> ids = new EnumMap<>(What.class);
        put(said, What.ROLES, String.join(" ", node.roles().stream().sorted().toList()));
        put(said, What.FORM, node.formKey());
        put(said, What.CALLED, node.attribute("calledElement"));
        put(said, What.LIMIT, node.rule().orElse(""));
        if (node.is("boundaryEvent")) {
            put(said, What.ENDS, String.valueOf(node.interrupts()));
        }
        if (node.isChoice()) {
            String otherwise = otherwise(node.attribute("default"));
            said.put(What.CONDITION, otherwise.isEmpty() ? new Text("", "") : name(otherwise));
            ids.put(What.CONDITION, otherwise);
        }
        put(said, What.UNDO, node.undo());
        said.put(What.SENT_BACK, listed(node.sendBackTo()));
        ids.put(What.SENT_BACK, String.join(" ", node.sendBackTo()));
        String place = node.scope() + " " + node.attribute("attachedToRef") + drawn.getOrDefault(node.id(), "");
        facts.put(
                node.id(),
                new VersionFact(
                        Of.STEP, StepKind.of(node), name(node.id()), said, ids, node.kind() + rest(node.xml()), place));
    }

    /** Where the way leads that is taken when no condition holds. */
    private String otherwise(String arrow) {
        return file.flows().stream()
                .filter(flow -> flow.id().equals(arrow))
                .map(SequenceFlow::target)
                .findFirst()
                .orElse("");
    }

    /** A limit of 14 days is at the edge of many steps. */
    private Text named(FlowNode node) {
        Text own = node.name().ja().isEmpty() && node.isGateway() ? GATEWAY : node.name();
        Text step = names.get(node.attribute("attachedToRef"));
        return step == null ? own : new Text(step.ja() + "：" + own.ja(), step.en() + ": " + own.en());
    }

    private void arrow(SequenceFlow flow) {
        Text from = name(flow.source());
        Text to = name(flow.target());
        Text name = new Text(
                led(flow.source(), from.ja()) + " → " + led(flow.target(), to.ja())
                        + said("「%s」", flow.name().ja()),
                led(flow.source(), from.en()) + " → " + led(flow.target(), to.en())
                        + said(" (%s)", flow.name().en()));
        Map<What, Text> said = said(flow.xml());
        put(said, What.CONDITION, flow.condition());
        String way = flow.scope() + " " + flow.source() + " " + flow.target();
        facts.put(flow.id(), new VersionFact(Of.ARROW, StepKind.GATEWAY, name, said, Map.of(), "", way));
    }

    private Text name(String id) {
        return names.getOrDefault(id, new Text(id, id));
    }

    private Text listed(List<String> steps) {
        return new Text(
                steps.stream().map(id -> name(id).ja()).collect(Collectors.joining("、")),
                steps.stream().map(id -> name(id).en()).collect(Collectors.joining(", ")));
    }

    private static String led(String id, String name) {
        return name.isEmpty() ? id : name;
    }

    private static String said(String words, String name) {
        return name.isEmpty() ? "" : words.formatted(name);
    }

    private static Map<What, Text> said(Element element) {
        Map<What, Text> said = new EnumMap<>(What.class);
        said.put(What.NAME, Xml.name(element));
        said.put(What.DOCUMENTATION, Xml.documentation(element));
        return said;
    }

    private static void put(Map<What, Text> said, What what, String value) {
        said.put(what, new Text(value, value));
    }

    /** What is written in the element and has not been told. */
    private static String rest(Element element) {
        boolean holds = HOLDS.contains(Xml.word(element));
        return attributes(element, TOLD)
                + Xml.children(element).stream()
                        .filter(child -> !ELSEWHERE.contains(Xml.word(child)))
                        .filter(child -> !holds || child.getAttribute("id").isEmpty())
                        .map(VersionFacts::untold)
                        .collect(Collectors.joining());
    }

    private static String untold(Element child) {
        return switch (Xml.word(child)) {
            case "extensionElements" ->
                Xml.children(child).stream()
                        .filter(one -> !Xml.word(one).equals("i18n:translation"))
                        .map(VersionFacts::all)
                        .collect(Collectors.joining());
            case "timerEventDefinition" -> "timer";
            default -> all(child);
        };
    }

    private static String all(Element element) {
        return all(element, Set.of("id"));
    }

    private static String all(Element element, Set<String> without) {
        return "<" + Xml.word(element) + " " + attributes(element, without) + ">" + Xml.ownText(element)
                + Xml.children(element).stream()
                        .map(child -> all(child, without))
                        .collect(Collectors.joining());
    }

    private static String attributes(Element element, Set<String> without) {
        return Xml.attributes(element)
                .filter(attribute -> !without.contains(Xml.word(attribute)))
                .map(attribute -> Xml.word(attribute) + "=" + attribute.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
