package org.tasuki.engine;

import java.util.HashMap;
import java.util.Map;
import org.flowable.common.engine.impl.interceptor.CommandContext;
import org.flowable.engine.impl.cmd.CompleteTaskCmd;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;

/** Completes a task; its routing values go where the process instance keeps what it knows, as {@link CaseOfExecution#scope} finds it. */
final class CompleteStep extends CompleteTaskCmd {

    private static final long serialVersionUID = 1L;

    private final HashMap<String, Object> routing;

    CompleteStep(String taskId, Map<String, Object> routing) {
        super(taskId, Map.of());
        this.routing = new HashMap<>(routing);
    }

    @Override
    protected Void execute(CommandContext context, TaskEntity task) {
        if (!routing.isEmpty()) {
            CaseOfExecution.scope(CaseOfExecution.execution(task.getExecutionId()))
                    .setVariables(routing);
        }
        return super.execute(context, task);
    }
}
