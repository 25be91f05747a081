package org.tasuki.engine;

import org.flowable.common.engine.impl.interceptor.CommandContext;
import org.flowable.engine.impl.jobexecutor.TriggerTimerEventJobHandler;
import org.flowable.job.service.impl.persistence.entity.JobEntity;
import org.flowable.variable.api.delegate.VariableScope;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** A timer goes off: the system acts, for the center whose case it is, until the transaction ends. */
class CaseTimer extends TriggerTimerEventJobHandler {

    private final Acting acting;
    private final CaseLock lock;

    CaseTimer(Acting acting, CaseLock lock) {
        this.acting = acting;
        this.lock = lock;
    }

    @Override
    public void execute(JobEntity job, String configuration, VariableScope scope, CommandContext context) {
        if (!lock.holdOf(job.getProcessInstanceId(), job.getExecutionId())) {
            // Somebody was faster, and the timer went with the task: deleting the job tells the engine so.
            return;
        }
        if (acting.current().equals(Actor.NOBODY)) {
            acting.untilTransactionEnds(
                    Actor.system(CaseOfExecution.of(job.getExecutionId()).center()));
        }
        super.execute(job, configuration, scope, context);
    }
}
