package org.tasuki.engine.lint;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tasuki.engine.bpmn.FlowNode;

/** One start, no step that nobody reaches, no step that leads nowhere. */
final class Paths implements LintRule {

    @Override
    public void inspect(Inspection inspection) {
        String key = inspection.file().key();
        List<String> scopes = Stream.concat(
                        Stream.of(key), inspection.nodes("subProcess").stream().map(FlowNode::id))
                .toList();
        if (scopes.stream().filter(scope -> !startsOnce(inspection, scope)).count() == 0) {
            unreached(inspection, key);
            endless(inspection);
        }
    }

    private static boolean startsOnce(Inspection inspection, String scope) {
        int starts = inspection.graph().starts(scope).size();
        if (starts != 1) {
            inspection.find(
                    scope,
                    "開始イベントを一つだけ置いてください（%d 個あります）。".formatted(starts),
                    "Place exactly one start event (there are %d).".formatted(starts));
        }
        return starts == 1;
    }

    private static void unreached(Inspection inspection, String key) {
        Set<FlowNode> reached = inspection.graph().reachable(inspection.graph().starts(key));
        inspection.graph().nodes().stream()
                .filter(node -> !reached.contains(node))
                .forEach(node -> inspection.find(
                        node, "どこからもたどり着けません。線をつなぐか、削除してください。", "Nothing leads here. Connect it, or remove it."));
    }

    private static void endless(Inspection inspection) {
        List<FlowNode> stops = inspection.graph().nodes().stream()
                .filter(node -> inspection.graph().outgoing(node).isEmpty())
                .toList();
        stops.stream()
                .filter(node -> !node.is("endEvent"))
                .forEach(node -> inspection.find(
                        node, "ここで道が途切れます。終了イベントまでつないでください。", "The way breaks off here. Lead it to an end event."));
        Set<FlowNode> ending = inspection.graph().leadingTo(stops);
        inspection.graph().nodes().stream()
                .filter(node -> !ending.contains(node))
                .findFirst()
                .ifPresent(node -> inspection.find(node, "ここからは終了にたどり着けません。", "No way leads from here to an end."));
    }
}
