package org.tasuki.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.UserTask;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.runtime.Execution;
import org.flowable.task.api.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.forms.Forms;

/** To which other steps of its process a task could be moved beside the arrows, and why not to the rest: docs/decisions/0045. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OtherSteps {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Forms forms;
    private final JdbcClient jdbc;

    OtherSteps(TaskService tasks, RuntimeService runtime, RepositoryService repository, Forms forms, JdbcClient jdbc) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.forms = forms;
        this.jdbc = jdbc;
    }

    /** @param hindrance null where nothing is in the way */
    public record OtherStep(String step, @Nullable Hindrance hindrance) {

        public boolean open() {
            return hindrance == null;
        }
    }

    /** In the order of the file; none when the task is gone. */
    public List<OtherStep> of(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            return List.of();
        }
        Process process = repository.getBpmnModel(task.getProcessDefinitionId()).getMainProcess();
        UserTask from = (UserTask) process.getFlowElement(task.getTaskDefinitionKey(), true);
        MovesInProcess moves = new MovesInProcess(process, forms::routingOf);
        boolean alone = alone(task);
        Set<String> known = known(task);
        return process.findFlowElementsOfType(UserTask.class, true).stream()
                .filter(to -> !to.getId().equals(from.getId()))
                .map(to -> new OtherStep(to.getId(), moves.hindrance(from, to, alone, known)))
                .toList();
    }

    /** Whether nothing else runs in the same process, or in the same part of it. */
    private boolean alone(Task task) {
        Execution here = runtime.createExecutionQuery()
                .executionId(task.getExecutionId())
                .singleResult();
        return jdbc.sql("select count(*) from engine.act_ru_execution where parent_id_ = ?")
                        .param(Objects.requireNonNull(here.getParentId()))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** The names of what has been answered for the flow. */
    private Set<String> known(Task task) {
        Map<String, Object> variables = runtime.getVariables(task.getExecutionId());
        return variables.entrySet().stream()
                .filter(one -> one.getValue() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
