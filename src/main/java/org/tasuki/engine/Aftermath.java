package org.tasuki.engine;

import java.util.HashSet;
import java.util.Set;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.UserTask;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;

/** Who gets a task by the diagram when a time limit passes. Everybody else must be told. */
final class Aftermath {

    private final Set<String> passed = new HashSet<>();
    private final Set<String> roles = new HashSet<>();

    private Aftermath() {}

    static boolean endsTheTask(ExecutionEntity timer) {
        return ((BoundaryEvent) timer.getCurrentFlowElement()).isCancelActivity();
    }

    static Set<String> roles(ExecutionEntity timer) {
        Aftermath aftermath = new Aftermath();
        aftermath.follow((FlowNode) timer.getCurrentFlowElement());
        return Set.copyOf(aftermath.roles);
    }

    /** As far as the first task on each way; what comes after that is another matter. */
    private void follow(FlowNode node) {
        if (passed.add(node.getId())) {
            node.getOutgoingFlows().stream()
                    .map(SequenceFlow::getTargetFlowElement)
                    .forEach(next -> {
                        if (next instanceof UserTask task) {
                            roles.addAll(task.getCandidateGroups());
                        } else if (next instanceof FlowNode further) {
                            follow(further);
                        }
                    });
        }
    }
}
