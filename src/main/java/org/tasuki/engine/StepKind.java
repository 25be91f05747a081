package org.tasuki.engine;

import java.util.Map;
import org.tasuki.engine.bpmn.FlowNode;

/** What a step of a process is, in the words of the pages. */
public enum StepKind {
    START,
    /** People's work. */
    TASK,
    /** Done by the system itself. */
    AUTOMATIC,
    /** Another process. */
    CALL,
    /** A part with steps of its own, drawn in the same diagram. */
    PART,
    /** One of several ways is chosen, or several begin or end together. */
    GATEWAY,
    /** A time limit, or another event at the edge of a step. */
    EVENT,
    END;

    private static final Map<String, StepKind> KINDS = Map.of(
            "startEvent", START,
            "userTask", TASK,
            "serviceTask", AUTOMATIC,
            "receiveTask", EVENT,
            "callActivity", CALL,
            "subProcess", PART,
            "boundaryEvent", EVENT,
            "intermediateCatchEvent", EVENT,
            "endEvent", END);

    static StepKind of(FlowNode node) {
        return KINDS.getOrDefault(node.kind(), GATEWAY);
    }
}
