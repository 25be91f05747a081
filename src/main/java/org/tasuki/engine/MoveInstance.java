package org.tasuki.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.UserTask;
import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.common.engine.impl.interceptor.CommandContext;
import org.flowable.engine.impl.delegate.ActivityBehavior;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.impl.persistence.entity.ExecutionEntityManager;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.engine.impl.util.ProcessDefinitionUtil;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.tasuki.deadlines.RunningDeadline;

/**
 * Moves a process instance in place. The engine's own migration ends a renamed task and bears another, which nobody holds, with a new
 * limit; and timers that a version adds may never go off (flowable #3074). Here executions and tasks keep their ids, and an added timer is
 * made the way the engine makes it when the step is reached.
 */
final class MoveInstance implements Command<Moved> {

    /** A timer that goes on, to be written into its row. */
    record KeptTimer(String execution, String definition, String before, String element, @Nullable String name) {}

    private final String instance;
    private final String target;
    private final Map<String, String> renamed;
    private final MovedClocks clocks;
    private final List<KeptTimer> kept = new ArrayList<>();
    private final List<TaskMoved> tasks = new ArrayList<>();
    private final List<Moved.Timer> timers = new ArrayList<>();

    MoveInstance(String instance, String target, Map<String, String> renamed, MovedClocks clocks) {
        this.instance = instance;
        this.target = target;
        this.renamed = renamed;
        this.clocks = clocks;
    }

    List<KeptTimer> kept() {
        return kept;
    }

    List<TaskMoved> tasks() {
        return tasks;
    }

    @Override
    public Moved execute(CommandContext context) {
        ExecutionEntity root =
                CommandContextUtil.getExecutionEntityManager(context).findById(instance);
        if (root == null) {
            return Moved.not(List.of(), List.of(new Standstill(instance, Standstill.Why.GONE)));
        }
        Process before = ProcessDefinitionUtil.getProcess(root.getProcessDefinitionId());
        Process after = ProcessDefinitionUtil.getProcess(target);
        List<ExecutionEntity> all =
                CommandContextUtil.getExecutionEntityManager(context).findChildExecutionsByProcessInstanceId(instance);
        MoveCheck check = new MoveCheck(before, after, renamed, clocks);
        check.jobs(instance);
        check.executions(all);
        if (!check.hindrances().isEmpty()) {
            return new Moved(check.places(), asTheyAre(all), check.hindrances());
        }
        apply(root, all, check);
        return new Moved(check.places(), List.copyOf(timers), List.of());
    }

    /** Of a case that stays, the limits stay too. */
    private List<Moved.Timer> asTheyAre(List<ExecutionEntity> all) {
        return all.stream()
                .filter(Predicate.not(MoveCheck::atEdge))
                .flatMap(one -> clocks.of(one.getId()).stream()
                        .map(limit -> new Moved.Timer(
                                String.valueOf(one.getActivityId()), limit.rule(), limit.dueAt(), limit.dueAt())))
                .toList();
    }

    private void apply(ExecutionEntity root, List<ExecutionEntity> all, MoveCheck check) {
        List<ExecutionEntity> edges = all.stream().filter(MoveCheck::atEdge).toList();
        List<MoveCheck.Standing> standing = check.standing();
        root.setProcessDefinitionId(target);
        all.stream().filter(Predicate.not(MoveCheck::atEdge)).forEach(one -> one.setProcessDefinitionId(target));
        standing.forEach(one -> one.at().setCurrentFlowElement(one.after()));
        List<TaskEntity> open = CommandContextUtil.getTaskService().findTasksByProcessInstanceId(instance);
        standing.stream().filter(MoveCheck.Standing::waits).forEach(one -> wait(one, edges, open));
    }

    private void wait(MoveCheck.Standing place, List<ExecutionEntity> edges, List<TaskEntity> open) {
        String waitId = place.at().getId();
        Optional<TaskEntity> task =
                open.stream().filter(one -> waitId.equals(one.getExecutionId())).findFirst();
        List<RunningDeadline> before = clocks.of(waitId);
        clocks.renamed(waitId, place.after().getId());
        boolean limited = limits(place, edges, task.orElse(null));
        task.ifPresent(one -> move(one, (UserTask) place.after(), limited));
        tell(place.after().getId(), before, clocks.of(waitId));
    }

    private void move(TaskEntity task, UserTask step, boolean limited) {
        task.setProcessDefinitionId(target);
        task.setTaskDefinitionKey(step.getId());
        task.setName(step.getName());
        task.setFormKey(step.getFormKey());
        tasks.add(new TaskMoved(
                task.getId(),
                CaseOfExecution.of(task.getExecutionId()).number(),
                step.getId(),
                step.getFormKey(),
                task.getExecutionId(),
                limited));
    }

    /** @return whether a limit came or went */
    private boolean limits(MoveCheck.Standing place, List<ExecutionEntity> edges, @Nullable TaskEntity task) {
        List<EdgeTimer> old = EdgeTimer.of(place.before());
        List<EdgeTimer> now = EdgeTimer.of(place.after());
        List<EdgeTimer> gone =
                old.stream().filter(one -> one.among(now).isEmpty()).toList();
        List<EdgeTimer> added =
                now.stream().filter(one -> one.among(old).isEmpty()).toList();
        for (EdgeTimer one : old) {
            Optional<ExecutionEntity> edge = edge(place, edges, one);
            Optional<EdgeTimer> same = one.among(now);
            edge.ifPresent(there ->
                    same.ifPresentOrElse(other -> keep(there, one.event(), other.event()), () -> remove(there)));
        }
        gone.forEach(one -> clocks.drop(place.at(), one.rule()));
        added.forEach(one -> add(place, task, one));
        return !gone.isEmpty() || !added.isEmpty();
    }

    /** A timer that has gone off has left its place. */
    private static Optional<ExecutionEntity> edge(
            MoveCheck.Standing place, List<ExecutionEntity> edges, EdgeTimer timer) {
        return edges.stream()
                .filter(one -> place.at().getId().equals(one.getParentId()))
                .filter(one -> timer.event().getId().equals(one.getActivityId()))
                .findFirst();
    }

    private void keep(ExecutionEntity edge, BoundaryEvent before, BoundaryEvent after) {
        edge.setProcessDefinitionId(target);
        edge.setCurrentFlowElement(after);
        kept.add(new KeptTimer(edge.getId(), target, before.getId(), after.getId(), after.getName()));
    }

    private static void remove(ExecutionEntity edge) {
        CommandContextUtil.getExecutionEntityManager().deleteExecutionAndRelatedData(edge, "another version", false);
    }

    private void add(MoveCheck.Standing place, @Nullable TaskEntity task, EdgeTimer timer) {
        clocks.begin(place.at(), task, Wait.processKey(target), place.after().getId(), timer.rule());
        ExecutionEntityManager executions = CommandContextUtil.getExecutionEntityManager();
        ExecutionEntity edge = executions.createChildExecution(place.at());
        edge.setCurrentFlowElement(timer.event());
        edge.setScope(false);
        ((ActivityBehavior) timer.event().getBehavior()).execute(edge);
    }

    private void tell(String step, List<RunningDeadline> before, List<RunningDeadline> after) {
        Stream.concat(before.stream(), after.stream())
                .map(RunningDeadline::rule)
                .distinct()
                .forEach(rule -> timers.add(new Moved.Timer(step, rule, due(before, rule), due(after, rule))));
    }

    private static java.time.@Nullable Instant due(List<RunningDeadline> some, String rule) {
        return some.stream()
                .filter(one -> one.rule().equals(rule))
                .map(RunningDeadline::dueAt)
                .findFirst()
                .orElse(null);
    }

    /** A timer at the edge of a step, and the rule that it stands for. */
    record EdgeTimer(BoundaryEvent event, String rule) {

        static List<EdgeTimer> of(FlowElement element) {
            return element instanceof Activity activity
                    ? activity.getBoundaryEvents().stream()
                            .flatMap(event -> Wait.rule(event).map(rule -> new EdgeTimer(event, rule)).stream())
                            .toList()
                    : List.of();
        }

        /** The one among those that counts by the same rule. */
        Optional<EdgeTimer> among(List<EdgeTimer> others) {
            return others.stream().filter(other -> other.rule().equals(rule)).findFirst();
        }
    }
}
