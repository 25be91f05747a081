package org.tasuki.engine.lint;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tasuki.engine.Finding;
import org.tasuki.engine.LintKnowledge;
import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.ProcessFile;
import org.tasuki.terms.Text;

/** Each called process exists, gives back what its caller asks for, and never calls itself, not even by detour. */
final class CallsBetween {

    private final Map<String, ProcessFile> files;
    private final LintKnowledge knowledge;
    private final List<Finding> findings = new ArrayList<>();

    CallsBetween(List<ProcessFile> files, LintKnowledge knowledge) {
        this.files = files.stream()
                .collect(toMap(ProcessFile::key, file -> file, (first, second) -> first, LinkedHashMap::new));
        this.knowledge = knowledge;
    }

    List<Finding> inspect() {
        files.values().forEach(file -> calls(file).forEach(call -> call(file, call)));
        return findings;
    }

    private void call(ProcessFile file, FlowNode call) {
        @Nullable ProcessFile called = files.get(call.attribute("calledElement"));
        if (called == null) {
            find(
                    file,
                    call,
                    "呼び出し先のプロセス「%s」がありません。".formatted(call.attribute("calledElement")),
                    "There is no process %s to call.".formatted(call.attribute("calledElement")));
        } else if (reached(called, new HashSet<>()).contains(file.key())) {
            find(file, call, "プロセスが自分自身を呼び出すことになります。", "The process would end up calling itself.");
        } else {
            missing(called, call)
                    .forEach(value -> find(
                            file,
                            call,
                            "呼び出し先は値「%s」を決めません。".formatted(value),
                            "The called process does not set %s.".formatted(value)));
        }
    }

    private static Stream<FlowNode> calls(ProcessFile file) {
        return file.nodes().stream().filter(node -> node.is("callActivity"));
    }

    private Set<String> reached(ProcessFile from, Set<String> seen) {
        if (seen.add(from.key())) {
            calls(from).map(call -> files.get(call.attribute("calledElement"))).forEach(next -> {
                if (next != null) {
                    reached(next, seen);
                }
            });
        }
        return seen;
    }

    private Stream<String> missing(ProcessFile called, FlowNode call) {
        Set<String> set = called.nodes().stream().flatMap(this::set).collect(toSet());
        return call.mappings("flowable:out").stream()
                .map(out -> out.getAttribute("source"))
                .filter(value -> !set.contains(value));
    }

    private Stream<String> set(FlowNode node) {
        return node.is("userTask")
                ? knowledge.routing().apply(node.formKey()).stream()
                : node.mappings("flowable:out").stream().map(out -> out.getAttribute("target"));
    }

    private void find(ProcessFile file, FlowNode call, String ja, String en) {
        findings.add(new Finding(file.name(), call.id(), new Text(ja, en)));
    }
}
