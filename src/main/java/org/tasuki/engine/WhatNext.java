package org.tasuki.engine;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.Graph;
import org.tasuki.engine.bpmn.SequenceFlow;
import org.tasuki.terms.Text;

/** Follows the arrows from a step to the next ones that mean something to people, and collects the choices on the way. */
final class WhatNext {

    private static final Set<StepKind> STOPS =
            Set.of(StepKind.TASK, StepKind.CALL, StepKind.AUTOMATIC, StepKind.EVENT, StepKind.END);

    private final Graph graph;
    private final List<NextStep> found = new ArrayList<>();
    private final Set<FlowNode> passed = new HashSet<>();

    private WhatNext(Graph graph) {
        this.graph = graph;
    }

    static List<NextStep> after(Graph graph, FlowNode node) {
        WhatNext search = new WhatNext(graph);
        search.follow(node, List.of());
        return List.copyOf(search.found);
    }

    private void follow(FlowNode node, List<Text> choices) {
        if (passed.add(node)) {
            graph.outgoing(node).forEach(way -> reach(graph.node(way.target()), add(choices, way)));
            if (node.is("subProcess")) {
                graph.starts(node.id()).forEach(start -> follow(start, choices));
            }
        }
    }

    private void reach(FlowNode node, List<Text> choices) {
        if (leavesPart(node)) {
            waysOut(node).forEach(way -> reach(graph.node(way.target()), choices));
        } else if (node.is("subProcess")) {
            graph.starts(node.id()).forEach(start -> follow(start, choices));
        } else if (STOPS.contains(StepKind.of(node))) {
            found.add(new NextStep(join(choices), node.id(), node.name()));
        } else {
            follow(node, choices);
        }
    }

    /** Whether the whole part ends with this event, not only one of the tracks in it. */
    private boolean leavesPart(FlowNode node) {
        return graph.contains(node.scope())
                && (node.has("terminateEventDefinition") || node.has("errorEventDefinition"))
                && node.is("endEvent");
    }

    private Stream<SequenceFlow> waysOut(FlowNode end) {
        FlowNode part = graph.node(end.scope());
        return end.has("errorEventDefinition")
                ? graph.boundaryEvents(part).stream().flatMap(event -> graph.outgoing(event).stream())
                : graph.outgoing(part).stream();
    }

    private static List<Text> add(List<Text> choices, SequenceFlow way) {
        return way.name().ja().isEmpty()
                ? choices
                : Stream.concat(choices.stream(), Stream.of(way.name())).toList();
    }

    private static Text join(List<Text> choices) {
        return new Text(join(choices, Text::ja, "・"), join(choices, Text::en, ", "));
    }

    private static String join(List<Text> choices, Function<Text, String> language, String between) {
        return choices.stream().map(language).collect(joining(between));
    }
}
