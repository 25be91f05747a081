package org.tasuki.engine;

import java.util.List;
import java.util.TreeSet;
import org.flowable.bpmn.model.UserTask;
import org.flowable.common.engine.impl.el.ExpressionManager;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.flowable.engine.impl.bpmn.parser.factory.DefaultActivityBehaviorFactory;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.persistence.CountingExecutionEntity;
import org.flowable.task.service.TaskService;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * User tasks without rows for their candidates: whose a task is stands in its own row, as its category, and the inbox answers who
 * may see it. The linter lets no file name a person. What is begun for a desk (a one-off task) bears its tasks there.
 */
final class InboxTasks extends DefaultActivityBehaviorFactory {

    @Override
    public UserTaskActivityBehavior createUserTaskActivityBehavior(UserTask task) {
        return new OfItsDesk(task);
    }

    private static final class OfItsDesk extends UserTaskActivityBehavior {

        private static final long serialVersionUID = 1L;

        OfItsDesk(UserTask task) {
            super(task);
        }

        /** Whether its task is done the execution knows: it counts its own. */
        @Override
        public void trigger(DelegateExecution execution, @Nullable String signal, @Nullable Object data) {
            if (execution instanceof CountingExecutionEntity row && row.isCountEnabled() && row.getTaskCount() == 0) {
                leave(execution);
            } else {
                super.trigger(execution, signal, data);
            }
        }

        @Override
        protected void handleAssignments(
                TaskService tasks,
                @Nullable String assignee,
                @Nullable String owner,
                List<String> users,
                List<String> groups,
                TaskEntity task,
                ExpressionManager expressions,
                DelegateExecution execution,
                ProcessEngineConfigurationImpl engine) {
            task.setCategory(
                    CaseOfExecution.scope(execution).getVariable(CaseOfExecution.DESK) instanceof String desk
                            ? desk
                            : String.join(",", new TreeSet<>(groups)));
        }
    }
}
