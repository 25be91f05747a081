package org.tasuki.engine;

import java.util.Set;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEntityEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.engine.delegate.event.AbstractFlowableEngineEventListener;
import org.flowable.engine.delegate.event.FlowableActivityEvent;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.job.api.Job;
import org.flowable.task.api.Task;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;
import org.springframework.context.ApplicationEventPublisher;

/** Tells the rooms above, in the engine's own transaction, what happened; their failure undoes the step. */
class FlowListener extends AbstractFlowableEngineEventListener {

    private final DeadlineDoor deadlines;
    private final ApplicationEventPublisher events;

    FlowListener(DeadlineDoor deadlines, ApplicationEventPublisher events) {
        super(Set.of(
                FlowableEngineEventType.TASK_CREATED,
                FlowableEngineEventType.TASK_COMPLETED,
                FlowableEngineEventType.ENTITY_DELETED,
                FlowableEngineEventType.TIMER_FIRED,
                FlowableEngineEventType.ACTIVITY_COMPLETED));
        this.deadlines = deadlines;
        this.events = events;
    }

    @Override
    protected void taskCreated(FlowableEngineEntityEvent event) {
        TaskEntity task = (TaskEntity) event.getEntity();
        CaseOfExecution of = CaseOfExecution.of(task.getExecutionId());
        deadlines.openFor(task, of);
        events.publishEvent(new TaskBorn(
                task.getId(),
                of.number(),
                of.center(),
                Wait.processKey(task.getProcessDefinitionId()),
                task.getTaskDefinitionKey(),
                task.getFormKey(),
                task.getExecutionId(),
                roles(task),
                of.handOver(),
                of.agency(),
                of.occasion()));
    }

    /** See {@link InboxTasks}. */
    static Set<String> roles(TaskEntity task) {
        return Set.of(task.getCategory().split(","));
    }

    @Override
    protected void taskCompleted(FlowableEngineEntityEvent event) {
        TaskEntity task = (TaskEntity) event.getEntity();
        task.setState(Task.COMPLETED);
        ended(task, true);
    }

    @Override
    protected void entityDeleted(FlowableEngineEntityEvent event) {
        // A completed task is deleted too, and has been told of by then.
        if (event.getEntity() instanceof TaskEntity task && !Task.COMPLETED.equals(task.getState())) {
            ended(task, false);
        }
    }

    private void ended(TaskEntity task, boolean completed) {
        CaseOfExecution of = CaseOfExecution.of(task.getExecutionId());
        events.publishEvent(new TaskEnded(
                task.getId(),
                of.number(),
                of.center(),
                Wait.processKey(task.getProcessDefinitionId()),
                task.getTaskDefinitionKey(),
                task.getExecutionId(),
                completed));
    }

    @Override
    protected void timerFired(FlowableEngineEntityEvent event) {
        ExecutionEntity timer = CaseOfExecution.execution(((Job) event.getEntity()).getExecutionId());
        CaseOfExecution of = CaseOfExecution.of(timer);
        Wait wait = Wait.ofTimer(timer);
        events.publishEvent(new TimerFired(
                of.number(),
                of.center(),
                wait.process(),
                wait.step(),
                wait.id(),
                wait.rule(),
                Aftermath.endsTheTask(timer),
                Aftermath.roles(timer)));
    }

    @Override
    protected void activityCompleted(FlowableActivityEvent event) {
        if ("endEvent".equals(event.getActivityType())
                && CaseFlow.WHOLE.equals(Wait.processKey(event.getProcessDefinitionId()))) {
            CaseOfExecution of = CaseOfExecution.of(event.getExecutionId());
            events.publishEvent(new FlowEnded(of.number(), of.center(), event.getActivityId()));
        }
    }

    @Override
    public boolean isFailOnException() {
        return true;
    }
}
