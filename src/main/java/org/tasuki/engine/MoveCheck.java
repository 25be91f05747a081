package org.tasuki.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.CallActivity;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowElementsContainer;
import org.flowable.bpmn.model.Gateway;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SubProcess;
import org.flowable.bpmn.model.UserTask;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.jspecify.annotations.Nullable;
import org.tasuki.engine.Standstill.Why;

/** Looks whether every place where an instance stands is there in the other version too, before anything moves. */
final class MoveCheck {

    /** A place in both versions. */
    record Standing(ExecutionEntity at, FlowElement before, FlowElement after) {

        /** Whether time limits of the place hang on this execution: of several alike, on the one that holds them together. */
        boolean waits() {
            return after instanceof Activity && !oneOfSeveral(at);
        }
    }

    private static final List<Class<? extends FlowElement>> KNOWN =
            List.of(UserTask.class, CallActivity.class, SubProcess.class, Gateway.class);

    private final Process before;
    private final Process after;
    private final Map<String, String> renamed;
    private final MovedClocks clocks;
    private final List<Standing> standing = new ArrayList<>();
    private final List<Moved.Place> places = new ArrayList<>();
    private final List<Standstill> hindrances = new ArrayList<>();

    MoveCheck(Process before, Process after, Map<String, String> renamed, MovedClocks clocks) {
        this.before = before;
        this.after = after;
        this.renamed = renamed;
        this.clocks = clocks;
    }

    List<Standing> standing() {
        return standing;
    }

    List<Moved.Place> places() {
        return List.copyOf(places);
    }

    List<Standstill> hindrances() {
        return hindrances;
    }

    static boolean atEdge(ExecutionEntity execution) {
        return execution.getCurrentFlowElement() instanceof BoundaryEvent;
    }

    private static boolean oneOfSeveral(ExecutionEntity execution) {
        return execution.getParent() != null && execution.getParent().isMultiInstanceRoot();
    }

    /** A timer that is just going off belongs to the version by which it was set. */
    void jobs(String instance) {
        if (!CommandContextUtil.getJobService()
                        .findJobsByProcessInstanceId(instance)
                        .isEmpty()
                || !CommandContextUtil.getJobService()
                        .findDeadLetterJobsByProcessInstanceId(instance)
                        .isEmpty()) {
            hindrances.add(new Standstill(instance, Why.BUSY));
        }
    }

    void executions(List<ExecutionEntity> all) {
        Map<String, Integer> branches = new HashMap<>();
        for (ExecutionEntity one : all) {
            FlowElement element = one.getCurrentFlowElement();
            if (element != null && !atEdge(one)) {
                look(one, element);
                if (!oneOfSeveral(one)) {
                    branches.merge(part(element), 1, Integer::sum);
                }
            }
        }
        branches.forEach((part, count) -> {
            if (count > 1 && !joins(before, part, true).equals(joins(after, now(part), false))) {
                hindrances.add(new Standstill(part.isEmpty() ? before.getId() : part, Why.JOIN));
            }
        });
    }

    private String now(String id) {
        return renamed.getOrDefault(id, id);
    }

    private void look(ExecutionEntity at, FlowElement element) {
        FlowElement other = after.getFlowElement(now(element.getId()), true);
        if (!(element instanceof Gateway) && !oneOfSeveral(at)) {
            places.add(new Moved.Place(element.getId(), other == null ? null : other.getId()));
        }
        Why why = why(at, element, other);
        if (why == null) {
            standing.add(new Standing(at, element, Objects.requireNonNull(other)));
        } else {
            hindrances.add(new Standstill(element.getId(), why));
        }
    }

    private @Nullable Why why(ExecutionEntity at, FlowElement element, @Nullable FlowElement other) {
        if (KNOWN.stream().noneMatch(kind -> kind.isInstance(element))) {
            return Why.WAIT;
        }
        if (other == null) {
            return Why.LOST;
        }
        if (!element.getClass().equals(other.getClass())) {
            return Why.KIND;
        }
        if (!now(part(element)).equals(part(other))) {
            return Why.SCOPE;
        }
        if (element instanceof UserTask task && !sameDesk(task, (UserTask) other)) {
            return Why.DESK;
        }
        if (element instanceof CallActivity call && !sameCall(call, (CallActivity) other)) {
            return Why.CALL;
        }
        return decided(at, element, other) ? Why.DECIDED : null;
    }

    private boolean decided(ExecutionEntity at, FlowElement element, FlowElement other) {
        List<MoveInstance.EdgeTimer> now = MoveInstance.EdgeTimer.of(other);
        return MoveInstance.EdgeTimer.of(element).stream()
                .filter(timer -> timer.among(now).isEmpty())
                .anyMatch(timer -> clocks.decided(at.getId(), timer.rule()));
    }

    private static boolean sameDesk(UserTask task, UserTask other) {
        return List.copyOf(task.getCandidateGroups()).stream()
                .sorted()
                .toList()
                .equals(other.getCandidateGroups().stream().sorted().toList());
    }

    private static boolean sameCall(CallActivity call, CallActivity other) {
        return Objects.equals(call.getCalledElement(), other.getCalledElement())
                && (call.getLoopCharacteristics() == null) == (other.getLoopCharacteristics() == null);
    }

    /** The part of the process in which it lies; empty for the process itself. */
    private static String part(FlowElement element) {
        return element.getSubProcess() == null ? "" : element.getSubProcess().getId();
    }

    /** The joins of a part, and how many branches each waits for, under their names in the other version. */
    private Map<String, Integer> joins(Process process, String part, boolean old) {
        Map<String, Integer> joins = new TreeMap<>();
        FlowElementsContainer container = part.isEmpty() ? process : (SubProcess) process.getFlowElement(part, true);
        if (container != null) {
            container.getFlowElements().stream()
                    .filter(ParallelGateway.class::isInstance)
                    .map(ParallelGateway.class::cast)
                    .filter(join -> join.getIncomingFlows().size() > 1)
                    .forEach(join -> joins.put(
                            old ? now(join.getId()) : join.getId(),
                            join.getIncomingFlows().size()));
        }
        return joins;
    }
}
