package org.tasuki.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.Graph;
import org.tasuki.engine.bpmn.ProcessFile;
import org.tasuki.engine.bpmn.Xml;
import org.w3c.dom.Element;

/** Takes the facts out of a process file, all at once: XML trees are not for several threads. */
final class ProcessReading {

    private final Graph graph;

    private ProcessReading(ProcessFile file) {
        this.graph = new Graph(file);
    }

    static ProcessFacts read(ProcessFile file) {
        Element process = file.processes().get(0);
        List<StepFacts> steps = new ProcessReading(file).steps();
        return new ProcessFacts(file.key(), Xml.name(process), Xml.documentation(process), steps);
    }

    /** In the order of the file, as its author tells it. */
    private List<StepFacts> steps() {
        return graph.nodes().stream().map(this::step).toList();
    }

    private StepFacts step(FlowNode node) {
        return new StepFacts(
                node.id(),
                StepKind.of(node),
                node.name(),
                node.documentation(),
                node.roles(),
                orNull(node.formKey()),
                limit(node).orElse(null),
                orNull(node.attribute("calledElement")),
                !node.undo().isEmpty(),
                node.sendBackTo(),
                node.notBy(),
                WhatNext.after(graph, node));
    }

    private Optional<StepLimit> limit(FlowNode task) {
        return graph.boundaryEvents(task).stream()
                .flatMap(timer -> timer.rule().map(rule -> limit(timer, rule)).stream())
                .findFirst();
    }

    private StepLimit limit(FlowNode timer, String rule) {
        return new StepLimit(timer.id(), rule, timer.name(), timer.interrupts(), WhatNext.after(graph, timer));
    }

    private static @Nullable String orNull(String text) {
        return Stream.of(text).filter(some -> !some.isEmpty()).findFirst().orElse(null);
    }
}
