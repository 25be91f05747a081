package org.tasuki.engine;

import org.flowable.common.engine.impl.interceptor.CommandContext;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.impl.persistence.entity.ExecutionEntityManagerImpl;
import org.flowable.engine.impl.persistence.entity.data.ExecutionDataManager;
import org.flowable.variable.api.persistence.entity.VariableInstance;
import org.flowable.variable.service.impl.persistence.entity.VariableInstanceEntity;

/**
 * Ends a process instance without asking ten tables what hangs on it. Tasks, timers and waits hang on the executions below it, which
 * know how many they have and are ended before it; nobody is linked to it ({@link InboxTasks}); its variables are its own.
 */
final class InstanceEnds extends ExecutionEntityManagerImpl {

    InstanceEnds(ProcessEngineConfigurationImpl engine, ExecutionDataManager rows) {
        super(engine, rows);
    }

    @Override
    protected void deleteIdentityLinks(ExecutionEntity execution, CommandContext context, boolean tells) {
        // There are none.
    }

    @Override
    protected void deleteVariables(ExecutionEntity execution, CommandContext context, boolean counted, boolean tells) {
        if (!execution.isProcessInstanceType()
                || execution.getVariableInstancesLocal().values().stream().anyMatch(InstanceEnds::elsewhere)) {
            super.deleteVariables(execution, context, counted, tells);
        } else if (!execution.getVariableInstancesLocal().isEmpty()) {
            engineConfiguration
                    .getVariableServiceConfiguration()
                    .getVariableService()
                    .deleteVariablesByExecutionId(execution.getId());
        }
    }

    /** What is long lies in a table of its own. */
    private static boolean elsewhere(VariableInstance variable) {
        return !(variable instanceof VariableInstanceEntity row)
                || (row.getByteArrayRef() != null && row.getByteArrayRef().getId() != null);
    }

    @Override
    protected void deleteUserTasks(
            ExecutionEntity execution, String reason, CommandContext context, boolean counted, boolean tells) {
        if (!execution.isProcessInstanceType()) {
            super.deleteUserTasks(execution, reason, context, counted, tells);
        }
    }

    @Override
    protected void deleteJobs(ExecutionEntity execution, CommandContext context, boolean counted, boolean tells) {
        if (!execution.isProcessInstanceType()) {
            super.deleteJobs(execution, context, counted, tells);
        }
    }

    @Override
    protected void deleteEventSubScriptions(ExecutionEntity execution, boolean counted, boolean tells) {
        if (!execution.isProcessInstanceType()) {
            super.deleteEventSubScriptions(execution, counted, tells);
        }
    }
}
