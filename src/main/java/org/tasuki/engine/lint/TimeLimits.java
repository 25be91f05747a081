package org.tasuki.engine.lint;

import java.util.List;
import java.util.Set;
import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.SequenceFlow;

/** Each task of people has one time limit, a known one, and somebody hears when it has passed. */
final class TimeLimits implements LintRule {

    private static final Set<String> WORK = Set.of("userTask", "serviceTask", "callActivity");

    @Override
    public void inspect(Inspection inspection) {
        inspection.nodes("userTask").forEach(task -> one(inspection, task));
        inspection.graph().nodes().stream()
                .filter(node -> node.has("timerEventDefinition"))
                .forEach(timer -> known(inspection, timer));
        inspection.nodes("boundaryEvent").stream()
                .filter(event -> event.has("timerEventDefinition") && !event.interrupts())
                .filter(event -> inspection.graph().outgoing(event).stream().noneMatch(flow -> heard(inspection, flow)))
                .forEach(event -> inspection.find(
                        event,
                        "期限を過ぎても誰にも伝わりません。エスカレーションの終了イベントか、次の作業につないでください。",
                        "Nobody hears that the limit has passed. Lead to an escalation end event or to a task."));
    }

    private static void one(Inspection inspection, FlowNode task) {
        List<FlowNode> timers = inspection.graph().boundaryEvents(task).stream()
                .filter(event -> event.has("timerEventDefinition"))
                .toList();
        if (timers.size() != 1) {
            inspection.find(
                    task,
                    "期限の境界タイマーをちょうど一つ付けてください（%d 個あります）。".formatted(timers.size()),
                    "Attach exactly one boundary timer with the time limit (there are %d).".formatted(timers.size()));
        }
    }

    private static void known(Inspection inspection, FlowNode timer) {
        timer.rule()
                .filter(rule -> !inspection.knowledge().rule().test(rule))
                .ifPresent(rule -> inspection.find(
                        timer,
                        "期限の規則「%s」がありません。deadlines.yaml に加えるか、名前を直してください。".formatted(rule),
                        "There is no deadline rule %s. Add it to deadlines.yaml, or correct the name."
                                .formatted(rule)));
    }

    private static boolean heard(Inspection inspection, SequenceFlow flow) {
        FlowNode target = inspection.graph().node(flow.target());
        return WORK.contains(target.kind()) || target.has("escalationEventDefinition");
    }
}
