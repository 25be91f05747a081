package org.tasuki.engine;

import org.flowable.common.engine.impl.cfg.IdGenerator;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.persistence.entity.ActivityInstanceEntity;
import org.flowable.engine.impl.persistence.entity.ActivityInstanceEntityManagerImpl;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.impl.persistence.entity.data.ActivityInstanceDataManager;
import org.flowable.engine.runtime.ActivityInstance;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Of a way through a diagram the engine keeps the flows that were taken, and no more: when a step began and ended, and who did
 * it, stands on the case's timeline, on the case's own clock. Its own record of that cost a quarter of a step's statements.
 */
final class FlowsTaken extends ActivityInstanceEntityManagerImpl {

    private final IdGenerator ids;

    FlowsTaken(ProcessEngineConfigurationImpl engine, ActivityInstanceDataManager rows) {
        super(engine, rows);
        this.ids = engine.getIdGenerator();
    }

    @Override
    public void recordSequenceFlowTaken(ExecutionEntity execution) {
        ActivityInstanceEntity taken = create();
        taken.setId(ids.getNextId());
        taken.setProcessDefinitionId(execution.getProcessDefinitionId());
        taken.setProcessInstanceId(execution.getProcessInstanceId());
        taken.setExecutionId(execution.getId());
        taken.setActivityId(execution.getCurrentFlowElement().getId());
        taken.setActivityType(parseActivityType(execution.getCurrentFlowElement()));
        taken.setStartTime(getClock().getCurrentTime());
        taken.setEndTime(taken.getStartTime());
        taken.setDurationInMillis(0L);
        getHistoryManager().createHistoricActivityInstance(taken);
    }

    @Override
    protected @Nullable ActivityInstance recordRuntimeActivityStart(ExecutionEntity execution) {
        return null;
    }

    @Override
    protected @Nullable ActivityInstance recordActivityInstanceEnd(ExecutionEntity execution, String deleteReason) {
        return null;
    }

    @Override
    protected void recordActivityTaskCreated(TaskEntity task, ExecutionEntity execution) {
        // The timeline says it.
    }

    @Override
    protected @Nullable ActivityInstanceEntity recordActivityTaskInfoChange(TaskEntity task) {
        return null;
    }

    @Override
    protected @Nullable ActivityInstanceEntity internalFindOrCreateActivityInstance(
            TaskEntity task, ExecutionEntity execution) {
        return null;
    }

    @Override
    public @Nullable ActivityInstanceEntity findUnfinishedActivityInstance(ExecutionEntity execution) {
        return null;
    }

    @Override
    public void deleteActivityInstancesByProcessInstanceId(String processInstanceId) {
        // There are none.
    }
}
