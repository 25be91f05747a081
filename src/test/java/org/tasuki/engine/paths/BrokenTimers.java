package org.tasuki.engine.paths;

import org.flowable.engine.ManagementService;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.job.api.Job;
import org.flowable.job.service.JobServiceConfiguration;
import org.flowable.job.service.impl.asyncexecutor.ExecuteAsyncRunnable;
import org.flowable.job.service.impl.asyncexecutor.JobExecutionObservationProvider;
import org.flowable.job.service.impl.persistence.entity.JobEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.people.Acting;

/** Lets a timer fail by the engine's own way of running it, as often as asked: three times, and the engine gives it up. */
record BrokenTimers(
        JdbcClient jdbc, ManagementService jobs, ProcessEngineConfiguration engine, Sabotage sabotage, Acting acting) {

    /** @return the job */
    String fails(Story story, String step, int times) {
        String job = ofStep(story, step);
        for (int i = 0; i < times; i++) {
            sabotage.at(Sabotage.Moment.TIMER_FIRED);
            Job ready = jobs.moveTimerToExecutableJob(job);
            JobServiceConfiguration service = ((ProcessEngineConfigurationImpl) engine).getJobServiceConfiguration();
            new ExecuteAsyncRunnable(
                            (JobEntity) ready,
                            service,
                            service.getJobEntityManager(),
                            null,
                            JobExecutionObservationProvider.NOOP)
                    .run();
        }
        return job;
    }

    String ofStep(Story story, String step) {
        return acting.as(StoryOffice.SYSTEM, () -> jdbc.sql(
                        """
                select id_ from engine.act_ru_timer_job where element_id_ = ? and process_instance_id_ in
                    (select id_ from engine.act_ru_execution where business_key_ = ?)
                """)
                .params(step + "Due", story.number().value())
                .query(String.class)
                .single());
    }
}
