package org.tasuki.engine;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.impl.util.ProcessDefinitionUtil;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;

/** The waiting place that a timer on its boundary belongs to: its execution, process and step, and the rule of the timer. */
record Wait(String id, String process, String step, String rule) {

    private static final Pattern DUE = Pattern.compile("\\$\\{deadlines\\.due\\(execution, *'([a-z0-9-]+)'\\)}");

    /** @throws IllegalStateException when the execution is not at a boundary timer with a deadline rule */
    static Wait ofTimer(DelegateExecution timer) {
        return of(timer.getCurrentFlowElement(), timer.getParentId(), processKey(timer.getProcessDefinitionId()))
                .orElseThrow(() -> new IllegalStateException("a timer without a deadline rule"));
    }

    /** The waits that the timers on a task's boundary stand for. */
    static List<Wait> of(TaskEntity task) {
        FlowElement element = ProcessDefinitionUtil.getProcess(task.getProcessDefinitionId())
                .getFlowElement(task.getTaskDefinitionKey(), true);
        return ((Activity) element)
                .getBoundaryEvents().stream()
                        .flatMap(event ->
                                of(event, task.getExecutionId(), processKey(task.getProcessDefinitionId())).stream())
                        .toList();
    }

    private static Optional<Wait> of(FlowElement element, String id, String process) {
        return rule(element).map(rule -> new Wait(id, process, ((BoundaryEvent) element).getAttachedToRefId(), rule));
    }

    /** The rule that the timer at an edge counts by. */
    static Optional<String> rule(FlowElement element) {
        return element instanceof BoundaryEvent boundary
                        && boundary.getEventDefinitions().get(0) instanceof TimerEventDefinition definition
                ? Optional.of(DUE.matcher(definition.getTimeDate()))
                        .filter(Matcher::matches)
                        .map(found -> found.group(1))
                : Optional.empty();
    }

    /** Definition ids are {@code key:version:id}. */
    static String processKey(String definitionId) {
        return definitionId.substring(0, definitionId.indexOf(':'));
    }
}
