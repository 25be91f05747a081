package org.tasuki.engine.lint;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.tasuki.engine.Finding;
import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.Graph;
import org.tasuki.engine.bpmn.ProcessFile;
import org.tasuki.people.Role;
import org.tasuki.terms.Text;

/**
 * What a step that may be taken back leads to at once is work of the center's own desks: nothing is sent, no agency is waited for,
 * no case ends. Followed into the processes that are called, and back to those that call.
 */
final class BeyondRecall {

    private final Map<String, ProcessFile> files = new LinkedHashMap<>();
    private final Map<String, Graph> graphs;
    private final List<Finding> findings = new ArrayList<>();

    BeyondRecall(List<ProcessFile> files) {
        files.forEach(file -> this.files.putIfAbsent(file.key(), file));
        this.graphs = this.files.values().stream().collect(toMap(ProcessFile::key, Graph::new));
    }

    /** A node, in its process. */
    private record Place(String process, FlowNode node) {}

    List<Finding> inspect() {
        files.forEach((key, file) -> file.nodes().stream()
                .filter(node -> !node.undo().isEmpty())
                .filter(node -> leads(new Place(key, node), new HashSet<>()))
                .forEach(node -> findings.add(new Finding(file.name(), node.id(), BEYOND))));
        return findings;
    }

    private static final Text BEYOND = new Text(
            "完了するとすぐに関係機関への送付や事例の終わりにつながることがあるため、取り消せません。tasuki:undo を削除してください。",
            "Completing it may at once send something to an agency or end the case, so it cannot be taken back. Remove tasuki:undo.");

    /** Whether something that cannot be taken back comes before the next task. */
    private boolean leads(Place from, Set<Place> seen) {
        return next(from).filter(seen::add).anyMatch(place -> switch (place.node()
                .kind()) {
            case "userTask" -> place.node().roles().stream().map(Role::of).anyMatch(Role::ofAgency);
            case "callActivity", "subProcess" -> leads(place, seen);
            case "endEvent" -> next(place).findAny().isEmpty() || leads(place, seen);
            default -> !place.node().isGateway() && !place.node().is("startEvent") || leads(place, seen);
        });
    }

    private Stream<Place> next(Place from) {
        Graph graph = graph(from.process());
        FlowNode node = from.node();
        if (node.is("callActivity")) {
            String called = node.attribute("calledElement");
            return graph(called).starts(called).stream().map(start -> new Place(called, start));
        }
        if (node.is("subProcess")) {
            return graph.starts(node.id()).stream().map(start -> new Place(from.process(), start));
        }
        return node.is("endEvent") && !graph.contains(node.scope())
                ? callers(from.process())
                : within(graph, node).map(next -> new Place(from.process(), next));
    }

    /** Each file that is called is there: it was looked for before. */
    private Graph graph(String process) {
        return Objects.requireNonNull(graphs.get(process));
    }

    /** What follows on the arrows, and after the end of an embedded part. */
    private static Stream<FlowNode> within(Graph graph, FlowNode node) {
        return node.is("endEvent")
                ? graph.successors(node).stream()
                : graph.outgoing(node).stream().map(way -> graph.node(way.target()));
    }

    private Stream<Place> callers(String process) {
        return files.entrySet().stream().flatMap(file -> file.getValue().nodes().stream()
                .filter(node -> node.attribute("calledElement").equals(process))
                .flatMap(call -> graph(file.getKey()).outgoing(call).stream())
                .map(way -> new Place(file.getKey(), graph(file.getKey()).node(way.target()))));
    }
}
