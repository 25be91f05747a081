package org.tasuki.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.flowable.engine.delegate.DelegateExecution;

/** The waiting place that a timer on its boundary belongs to: its execution, process and step, and the rule of the timer. */
record Wait(String id, String process, String step, String rule) {

    private static final Pattern DUE = Pattern.compile("\\$\\{deadlines\\.due\\(execution, *'([a-z0-9-]+)'\\)}");

    /** @throws IllegalStateException when the execution is not at a boundary timer with a deadline rule */
    static Wait ofTimer(DelegateExecution timer) {
        FlowElement element = timer.getCurrentFlowElement();
        if (element instanceof BoundaryEvent boundary
                && boundary.getEventDefinitions().get(0) instanceof TimerEventDefinition definition) {
            Matcher matcher = DUE.matcher(definition.getTimeDate());
            if (matcher.matches()) {
                return new Wait(
                        timer.getParentId(),
                        processKey(timer.getProcessDefinitionId()),
                        boundary.getAttachedToRefId(),
                        matcher.group(1));
            }
        }
        throw new IllegalStateException("a timer without a deadline rule");
    }

    /** Definition ids are {@code key:version:id}. */
    static String processKey(String definitionId) {
        return definitionId.substring(0, definitionId.indexOf(':'));
    }
}
