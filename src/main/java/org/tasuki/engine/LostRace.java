package org.tasuki.engine;

import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.job.api.JobInfo;
import org.flowable.job.service.JobServiceConfiguration;
import org.flowable.job.service.impl.asyncexecutor.AsyncRunnableExecutionExceptionHandler;

/**
 * A timer that somebody overtook is everyday life, and no fault: it is put back without a stack trace. Mostly it went with
 * its task; if it is there still, it goes off at its next turn.
 */
class LostRace implements AsyncRunnableExecutionExceptionHandler {

    @Override
    public boolean handleException(JobServiceConfiguration jobs, JobInfo job, Throwable failure) {
        if (!(failure instanceof FlowableOptimisticLockingException)) {
            return false;
        }
        jobs.getCommandExecutor().execute(context -> {
            jobs.getJobManager().unacquire(job);
            return true;
        });
        return true;
    }
}
