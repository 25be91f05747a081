package org.tasuki.engine;

import java.util.Set;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.common.engine.api.delegate.event.FlowableEntityEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.engine.delegate.event.AbstractFlowableEngineEventListener;
import org.flowable.engine.impl.jobexecutor.TriggerTimerEventJobHandler;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.job.api.Job;
import org.tasuki.deadlines.DeadlineLadder;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** A timer that the engine has given up never says that its time is over: from here on the ladder says it by itself. */
class DeadTimers extends AbstractFlowableEngineEventListener {

    private final DeadlineLadder ladder;
    private final CaseLock lock;
    private final Acting acting;

    DeadTimers(DeadlineLadder ladder, CaseLock lock, Acting acting) {
        super(Set.of(FlowableEngineEventType.JOB_MOVED_TO_DEADLETTER));
        this.ladder = ladder;
        this.lock = lock;
        this.acting = acting;
    }

    /** The base class has no word of its own for this event. */
    @Override
    public void onEvent(FlowableEvent event) {
        if (event instanceof FlowableEntityEvent gone
                && gone.getEntity() instanceof Job job
                && TriggerTimerEventJobHandler.TYPE.equals(job.getJobHandlerType())) {
            hand(job);
        }
    }

    private void hand(Job job) {
        ExecutionEntity timer = CaseOfExecution.execution(job.getExecutionId());
        CaseOfExecution of = CaseOfExecution.of(timer);
        Wait wait = Wait.ofTimer(timer);
        acting.as(Actor.system(of.center()), () -> {
            lock.hold(of.number());
            ladder.timerGone(wait.id(), wait.rule());
        });
    }

    @Override
    public boolean isFailOnException() {
        return true;
    }
}
