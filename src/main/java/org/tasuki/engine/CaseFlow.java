package org.tasuki.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.task.api.Task;
import org.flowable.task.api.TaskInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/** A case's way through the processes. Each method joins the caller's transaction; there is no step without one. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseFlow {

    /** The process that calls all others. */
    static final String WHOLE = "referral";

    private static final Set<String> HAND_OVERS = Set.of("police-referral", "support-referral");

    /** Nobody works for a case that is withdrawn; who asks for the records, and the review of an emergency, go on. */
    private static final Set<String> ENDING_WITH_THE_CASE =
            Set.of(WHOLE, "police-referral", "support-referral", "matter", "question");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final JdbcClient jdbc;

    CaseFlow(RuntimeService runtime, TaskService tasks, ManagementService management, JdbcClient jdbc) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.jdbc = jdbc;
    }

    /** Begins a referral from its first step. */
    public void start(CaseNumber number, String center) {
        runtime.startProcessInstanceByKey(
                WHOLE,
                number.value(),
                Map.of(CaseOfExecution.CASE_NUMBER, number.value(), CaseOfExecution.CENTER, center));
    }

    /** Begins a process beside the referral. Most end by themselves, whatever becomes of the case: see {@link #stop}. */
    public void startBeside(String process, CaseNumber number, String center, Map<String, Object> routing) {
        Map<String, Object> known = new HashMap<>(routing);
        known.put(CaseOfExecution.CASE_NUMBER, number.value());
        known.put(CaseOfExecution.CENTER, center);
        runtime.startProcessInstanceByKey(process, number.value(), known);
    }

    /** Completes a task with the routing values that its form declares; the next task is born before this returns. */
    public void complete(String taskId, Map<String, Object> routing) {
        management.executeCommand(new CompleteStep(taskId, routing));
    }

    /** Ends the task undone, and bears one of an earlier step of its process instead. */
    public void sendBack(String taskId, String step) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        runtime.createChangeActivityStateBuilder()
                .processInstanceId(task.getProcessInstanceId())
                .moveExecutionToActivityId(task.getExecutionId(), step)
                .changeState();
    }

    /**
     * Gives the task to a person, or back to its desk. The row alone: the engine's own way of it reads and writes ten others,
     * for a history that the timeline keeps. A task that is just being born has no row yet.
     */
    public void assign(String taskId, @Nullable String account) {
        if (CommandContextUtil.getCommandContext() != null) {
            CommandContextUtil.getTaskService().getTask(taskId).setAssignee(Objects.requireNonNull(account));
            return;
        }
        jdbc.sql("update engine.act_ru_task set assignee_ = ?, rev_ = rev_ + 1 where id_ = ?")
                .param(account)
                .param(taskId)
                .update();
    }

    /**
     * The same for one desk, whatever the file says.
     *
     * @param occasion which one of several of its kind; {@link #stopBeside} knows it by this
     */
    public void startBeside(String process, CaseNumber number, String center, String desk, String occasion) {
        startBeside(process, number, center, Map.of(CaseOfExecution.DESK, desk, CaseOfExecution.OCCASION, occasion));
    }

    /** Stops one of those that run beside the referral. */
    public void stopBeside(String process, CaseNumber number, String occasion, String reason) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .processDefinitionKey(process)
                .variableValueEquals(CaseOfExecution.OCCASION, occasion)
                .list()
                .forEach(one -> runtime.deleteProcessInstance(one.getId(), reason));
    }

    /** Stops the case wherever it stands, with all its tasks and timers, and what was begun beside it for its sake. */
    public void stop(CaseNumber number, String reason) {
        stop(number, ENDING_WITH_THE_CASE, reason);
    }

    /** Stops hand-overs that were begun beside the flow: it has come to an end, and nobody waits for their answers. */
    public void stopHandOvers(CaseNumber number, String reason) {
        stop(number, HAND_OVERS, reason);
    }

    private void stop(CaseNumber number, Set<String> processes, String reason) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .processDefinitionKeys(processes)
                .excludeSubprocesses(true)
                .list()
                .forEach(one -> stop(one.getId(), reason));
    }

    /** What was asked from a task went with that task. */
    private void stop(String instance, String reason) {
        if (runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0) {
            runtime.deleteProcessInstance(instance, reason);
        }
    }

    public boolean runs(CaseNumber number) {
        return !wholes(number).isEmpty();
    }

    /** The steps of a process at which the case has an open task; none when it is not in that process. */
    public Set<String> openSteps(CaseNumber number, String process) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .processDefinitionKey(process)
                .list()
                .stream()
                .map(TaskInfo::getTaskDefinitionKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<ProcessInstance> wholes(CaseNumber number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .processDefinitionKey(WHOLE)
                .list();
    }
}
