package org.tasuki.engine.bpmn;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where a token can go. Beside the arrows it follows events at the edge of an activity, the way into an embedded part,
 * and the way out of it.
 */
public final class Graph {

    private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
    private final Map<String, List<SequenceFlow>> outgoing;
    private final Map<String, List<FlowNode>> boundaryEvents;
    private final Map<FlowNode, List<FlowNode>> successors = new LinkedHashMap<>();
    private final Map<FlowNode, List<FlowNode>> predecessors = new LinkedHashMap<>();

    public Graph(ProcessFile file) {
        file.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
        outgoing = file.flows().stream().collect(groupingBy(SequenceFlow::source));
        boundaryEvents = nodes.values().stream()
                .filter(node -> node.is("boundaryEvent"))
                .collect(groupingBy(event -> event.attribute("attachedToRef")));
        nodes.values().forEach(this::link);
    }

    private void link(FlowNode node) {
        List<FlowNode> next = next(node).distinct().toList();
        successors.put(node, next);
        next.forEach(other ->
                predecessors.computeIfAbsent(other, at -> new ArrayList<>()).add(node));
    }

    public Collection<FlowNode> nodes() {
        return nodes.values();
    }

    public boolean contains(String id) {
        return nodes.containsKey(id);
    }

    /** @throws IllegalArgumentException when the file has no such node */
    public FlowNode node(String id) {
        FlowNode node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("no such node");
        }
        return node;
    }

    public List<SequenceFlow> outgoing(FlowNode node) {
        return outgoing.getOrDefault(node.id(), List.of());
    }

    public List<FlowNode> boundaryEvents(FlowNode node) {
        return boundaryEvents.getOrDefault(node.id(), List.of());
    }

    /** The start events of a process or embedded part. */
    public List<FlowNode> starts(String scope) {
        return nodes.values().stream()
                .filter(node -> node.is("startEvent") && node.scope().equals(scope))
                .toList();
    }

    public List<FlowNode> successors(FlowNode node) {
        return successors.getOrDefault(node, List.of());
    }

    private Stream<FlowNode> next(FlowNode node) {
        Stream<FlowNode> next = Stream.concat(targets(node), boundaryEvents(node).stream());
        if (node.is("subProcess")) {
            next = Stream.concat(next, starts(node.id()).stream());
        }
        if (node.is("endEvent") && nodes.containsKey(node.scope())) {
            next = Stream.concat(next, wayOut(node, this.node(node.scope())));
        }
        return next;
    }

    /** An error leaves an embedded part by the event that catches it, every other end by the arrow. */
    private Stream<FlowNode> wayOut(FlowNode end, FlowNode part) {
        return end.has("errorEventDefinition")
                ? boundaryEvents(part).stream().filter(event -> event.has("errorEventDefinition"))
                : targets(part);
    }

    private Stream<FlowNode> targets(FlowNode node) {
        return outgoing(node).stream()
                .map(SequenceFlow::target)
                .filter(nodes::containsKey)
                .map(this::node);
    }

    public List<FlowNode> predecessors(FlowNode node) {
        return predecessors.getOrDefault(node, List.of());
    }

    /** The given nodes and all that can be reached from them, nearest first. */
    public Set<FlowNode> reachable(Collection<FlowNode> from) {
        return spread(from, this::successors);
    }

    /** The given nodes and all from which they can be reached. */
    public Set<FlowNode> leadingTo(Collection<FlowNode> to) {
        return spread(to, this::predecessors);
    }

    private static Set<FlowNode> spread(Collection<FlowNode> from, Function<FlowNode, List<FlowNode>> step) {
        Set<FlowNode> seen = new LinkedHashSet<>(from);
        Deque<FlowNode> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (FlowNode next : step.apply(open.remove())) {
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return seen;
    }
}
