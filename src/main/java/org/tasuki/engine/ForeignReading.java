package org.tasuki.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.tasuki.engine.bpmn.AnyFile;
import org.tasuki.engine.bpmn.AsWritten;
import org.tasuki.engine.bpmn.UnreadableProcess;
import org.tasuki.engine.bpmn.Xml;
import org.tasuki.terms.Text;
import org.w3c.dom.Element;

/** Tells a file by the words that it has itself, whoever wrote it: nothing is refused for being unknown. */
final class ForeignReading {

    /** What ends like this is a step; BPMN names all of its tasks, events and gateways so, also those that nobody runs. */
    private static final String STEP =
            ".*([tT]ask|Event|Gateway|[aA]ctivity|[sS]ubProcess|transaction|subChoreography|[cC]onversation)";

    private static final Set<String> NOT_TOLD = Set.of(
            "documentation",
            "extensionElements",
            "sequenceFlow",
            "laneSet",
            "association",
            "ioSpecification",
            "auditing",
            "monitoring");

    private static final int ASIDE_MOST = 100;

    /** A step before it has its number's neighbours. */
    private record Found(int number, Element xml, String inside, int scope) {}

    private final AnyFile file;
    private final Map<String, Element> elements = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, List<Element>> arrows = new HashMap<>();
    private final Map<String, String> lanes = new HashMap<>();
    private final ForeignNotes notes = new ForeignNotes();
    private final ForeignLinks links = new ForeignLinks();
    private final Map<Element, List<Found>> found = new LinkedHashMap<>();
    private int steps;
    private int flows;

    private ForeignReading(AnyFile file) {
        this.file = file;
    }

    static ForeignFile read(byte[] xml) throws NotOpened {
        try {
            return new ForeignReading(AnyFile.read(xml)).file();
        } catch (UnreadableProcess broken) {
            throw new NotOpened(broken.reason());
        }
    }

    private ForeignFile file() throws NotOpened {
        Element root = file.document().getDocumentElement();
        List<Element> processes = Xml.children(root).stream()
                .filter(child -> AnyFile.isBpmn(child) && isProcess(child))
                .toList();
        processes.forEach(process -> gather(process, process, "", 0));
        below(root, "collaboration").forEach(notes::gather);
        if (steps > ForeignFile.STEPS_MOST || flows > ForeignFile.ARROWS_MOST) {
            throw new NotOpened(tooMany());
        }
        List<Element> pools = below(root, "collaboration")
                .flatMap(one -> below(one, "participant"))
                .toList();
        pools.forEach(pool -> elements.putIfAbsent(pool.getAttribute("id"), pool));
        List<ForeignFile.Part> parts = new ArrayList<>();
        processes.forEach(process -> parts.add(part(process, poolOf(process, pools))));
        pools.stream().filter(pool -> isClosed(pool, processes)).forEach(pool -> parts.add(part(pool, pool)));
        return new ForeignFile(file.text(), drawn(root), parts, messages(root));
    }

    private Text tooMany() {
        return new Text(
                "要素が多すぎます（段階 %,d、矢印 %,d。段階は %,d、矢印は %,d まで）。"
                        .formatted(steps, flows, ForeignFile.STEPS_MOST, ForeignFile.ARROWS_MOST),
                "There is too much in the file (%,d steps, %,d arrows; %,d steps and %,d arrows at most)."
                        .formatted(steps, flows, ForeignFile.STEPS_MOST, ForeignFile.ARROWS_MOST));
    }

    /** Talks between pools are steps too, where a collaboration has such. */
    private static boolean isProcess(Element child) {
        return Set.of("process", "choreography").contains(child.getLocalName())
                || child.getLocalName().equals("collaboration")
                        && Xml.children(child).stream().anyMatch(ForeignReading::isStep);
    }

    private void gather(Element process, Element scope, String inside, int within) {
        notes.gather(scope);
        List<Found> here = found.computeIfAbsent(process, first -> new ArrayList<>());
        for (Element child : Xml.children(scope)) {
            String word = child.getLocalName();
            if (!AnyFile.isBpmn(child)) {
                continue;
            }
            if (word.equals("sequenceFlow")) {
                flows++;
                arrows.computeIfAbsent(child.getAttribute("sourceRef"), first -> new ArrayList<>())
                        .add(child);
            } else if (word.equals("laneSet")) {
                lanes(child);
            } else if (isStep(child)) {
                int number = ++steps;
                here.add(new Found(number, child, inside, within));
                if (child.hasAttribute("id")) {
                    numbers.putIfAbsent(child.getAttribute("id"), number);
                    elements.putIfAbsent(child.getAttribute("id"), child);
                }
                links.add(child);
                gather(process, child, plainly(child), number);
            }
        }
    }

    private void lanes(Element set) {
        below(set, "lane").forEach(lane -> {
            below(lane, "flowNodeRef").forEach(ref -> lanes.put(Xml.ownText(ref), plainly(lane)));
            below(lane, "childLaneSet").forEach(this::lanes);
        });
    }

    private ForeignFile.Part part(Element process, Element named) {
        List<Found> here = found.getOrDefault(process, List.of());
        return new ForeignFile.Part(
                process.getAttribute("id"),
                name(named),
                both(Xml.documentation(process)),
                here.stream().map(this::step).toList(),
                Stream.concat(Stream.of(process), here.stream().map(Found::xml))
                        .flatMap(scope -> aside(scope, scope == process))
                        .limit(ASIDE_MOST)
                        .toList());
    }

    private ForeignFile.Step step(Found one) {
        Element xml = one.xml();
        String id = xml.getAttribute("id");
        String edge = xml.getAttribute("attachedToRef");
        Element host = elements.get(edge);
        return new ForeignFile.Step(
                one.number(),
                id,
                xml.getLocalName(),
                name(xml),
                both(Xml.documentation(xml)),
                lanes.getOrDefault(id, ""),
                host == null ? one.inside() : plainly(host),
                one.scope(),
                host == null ? 0 : numbers.getOrDefault(edge, 0),
                Stream.concat(
                                id.isEmpty()
                                        ? Stream.empty()
                                        : arrows.getOrDefault(id, List.of()).stream()
                                                .map(this::next),
                                links.from(xml).map(this::linked))
                        .toList(),
                notes.of(id),
                AsWritten.of(xml, child -> isStep(child) || isAside(child) && isScope(xml)));
    }

    private ForeignFile.Next next(Element arrow) {
        String target = arrow.getAttribute("targetRef");
        Element to = elements.get(target);
        Text when = both(Xml.name(arrow));
        String condition = below(arrow, "conditionExpression")
                .map(Xml::ownText)
                .findFirst()
                .orElse("");
        return new ForeignFile.Next(
                when.ja().isEmpty() ? new Text(condition, condition) : named(arrow),
                numbers.getOrDefault(target, 0),
                to == null ? new Text(target, target) : name(to));
    }

    private ForeignFile.Next linked(Element to) {
        return new ForeignFile.Next(new Text("", ""), numbers.getOrDefault(to.getAttribute("id"), 0), name(to));
    }

    private List<ForeignFile.Message> messages(Element root) {
        return below(root, "collaboration")
                .flatMap(one -> below(one, "messageFlow"))
                .limit(ForeignFile.STEPS_MOST)
                .map(flow -> new ForeignFile.Message(
                        named(flow), end(flow.getAttribute("sourceRef")), end(flow.getAttribute("targetRef"))))
                .toList();
    }

    private String end(String id) {
        Element element = elements.get(id);
        return element == null ? id : plainly(element);
    }

    /** Notes and data: no step, but somebody wrote them. */
    private static Stream<String> aside(Element scope, boolean process) {
        return process || isScope(scope)
                ? Xml.children(scope).stream().filter(ForeignReading::isAside).map(AsWritten::element)
                : Stream.empty();
    }

    private static boolean isAside(Element child) {
        return !isStep(child)
                && !(AnyFile.isBpmn(child) && NOT_TOLD.contains(child.getLocalName()))
                && !Set.of("incoming", "outgoing").contains(child.getLocalName());
    }

    private static boolean isScope(Element step) {
        return step.getLocalName().matches(".*[sS]ubProcess|transaction");
    }

    private static boolean isStep(Element element) {
        return AnyFile.isBpmn(element) && element.getLocalName().matches(STEP);
    }

    private static Element poolOf(Element process, List<Element> pools) {
        return pools.stream()
                .filter(pool -> local(pool).equals(process.getAttribute("id")))
                .filter(pool -> !pool.getAttribute("name").isBlank())
                .findFirst()
                .orElse(process);
    }

    private static boolean isClosed(Element pool, List<Element> processes) {
        Set<String> ids = new HashSet<>();
        processes.forEach(process -> ids.add(process.getAttribute("id")));
        return !ids.contains(local(pool));
    }

    /** References are qualified names, where a tool writes them so. */
    private static String local(Element pool) {
        String ref = pool.getAttribute("processRef");
        return ref.substring(ref.indexOf(':') + 1);
    }

    private static boolean drawn(Element root) {
        return Xml.children(root).stream()
                .filter(child -> Objects.equals(child.getLocalName(), "BPMNDiagram"))
                .flatMap(diagram -> Xml.children(diagram).stream())
                .anyMatch(plane -> !Xml.children(plane).isEmpty());
    }

    private static Stream<Element> below(Element parent, String word) {
        return Xml.children(parent).stream()
                .filter(child -> AnyFile.isBpmn(child) && child.getLocalName().equals(word));
    }

    /** Without a name, the id, and without that the word: something has to be called. */
    private static Text name(Element element) {
        Text name = named(element);
        String id = element.hasAttribute("id") ? element.getAttribute("id") : element.getLocalName();
        return name.ja().isEmpty() ? new Text(id, name.en().isEmpty() ? id : name.en()) : name;
    }

    /** Here blanks separate words. */
    private static Text named(Element element) {
        String name = element.getAttribute("name").strip().replaceAll("\\s+", " ");
        return both(new Text(name, Xml.name(element).en()));
    }

    private static Text both(Text text) {
        return text.en().isEmpty() ? new Text(text.ja(), text.ja()) : text;
    }

    private static String plainly(Element element) {
        return name(element).ja();
    }
}
