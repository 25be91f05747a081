package org.tasuki.engine.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.Graph;
import org.tasuki.engine.bpmn.ProcessFile;
import org.tasuki.engine.bpmn.Xml;

/** A process as it would run: tokens on its diagram, moved by the answers that are given. */
public final class Run {

    private final Stage stage;
    private final String process;
    private final Graph graph;
    private final Map<String, String> variables;
    private final List<Token> tokens = new ArrayList<>();

    private Run(Stage stage, ProcessFile file, Map<String, String> variables) {
        this.stage = stage;
        this.process = file.key();
        this.graph = new Graph(file);
        this.variables = new HashMap<>(variables);
    }

    /** One that nobody has a file of is over at once: that it is missing is the linter's to say. */
    public static List<Run> begin(Stage stage, String process, Map<String, String> variables) {
        return stage.file(process).stream()
                .map(file -> {
                    Run run = new Run(stage, file, variables);
                    String scope = file.processes().get(0).getAttribute("id");
                    run.graph.starts(scope).forEach(run::leave);
                    return run;
                })
                .toList();
    }

    public boolean isOver() {
        return tokens.isEmpty();
    }

    /** The tasks at which it waits, those of called processes included, the oldest first. */
    public Stream<Waiting> waiting() {
        return List.copyOf(tokens).stream()
                .flatMap(token -> token.at().is("userTask")
                        ? Stream.of(new Waiting(this, token))
                        : token.called().stream().flatMap(Run::waiting));
    }

    /** To be called on the outermost process after each move. */
    public void settle() {
        Settling.of(this);
    }

    String process() {
        return process;
    }

    Graph graph() {
        return graph;
    }

    List<Token> tokens() {
        return tokens;
    }

    Map<String, String> variables() {
        return variables;
    }

    Stage stage() {
        return stage;
    }

    void leave(FlowNode node) {
        Fork.ways(graph, node, variables).forEach(way -> arrive(graph.node(way.target())));
    }

    private void arrive(FlowNode node) {
        stage.moves();
        switch (node.kind()) {
            case "serviceTask" -> {
                stage.passed(process, node.id());
                leave(node);
            }
            case "callActivity" -> call(node);
            case "subProcess" -> {
                tokens.add(new Token(node));
                graph.starts(node.id()).forEach(this::leave);
            }
            case "exclusiveGateway" -> leave(node);
            case "endEvent" -> new Ending(this).at(node);
            default -> tokens.add(new Token(node));
        }
    }

    private void call(FlowNode call) {
        stage.passed(process, call.id());
        Map<String, String> handed =
                new HashMap<>(Xml.flowable(call.xml(), "inheritVariables").equals("true") ? variables : Map.of());
        call.mappings("flowable:in")
                .forEach(in -> handed.put(
                        in.getAttribute("target"), variables.getOrDefault(in.getAttribute("source"), "none")));
        List<Run> called = new ArrayList<>();
        for (int i = 0; i < times(call); i++) {
            called.addAll(begin(stage, call.attribute("calledElement"), handed));
        }
        tokens.add(new Token(call, called));
    }

    /** A call for each of several things: the answers say how many there are. */
    private int times(FlowNode call) {
        return Xml.children(call.xml(), "multiInstanceLoopCharacteristics")
                .map(each -> variables.getOrDefault(Xml.flowable(each, "collection"), "1"))
                .map(number -> number.matches("[1-9]") ? Integer.parseInt(number) : 1)
                .findFirst()
                .orElse(1);
    }
}
