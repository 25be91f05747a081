package org.tasuki.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.InclusiveGateway;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.UserTask;
import org.jspecify.annotations.Nullable;
import org.tasuki.people.Role;

/**
 * What a move beside the arrows would break, read from the version of the process that the case is in: a join that waits for ever, a
 * way that is walked twice, a message never sent, a choice that nobody can make.
 */
final class MovesInProcess {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_]\\w*");

    private final Process process;
    private final Function<String, Set<String>> routing;

    MovesInProcess(Process process, Function<String, Set<String>> routing) {
        this.process = process;
        this.routing = routing;
    }

    /**
     * @param alone whether nothing else runs in the same process or part
     * @param known the names of what was answered for the flow
     */
    @Nullable
    Hindrance hindrance(UserTask from, UserTask to, boolean alone, Set<String> known) {
        if (from.getParentContainer() != to.getParentContainer()) {
            return Hindrance.PART;
        }
        if (ofAgency(from) || ofAgency(to)) {
            return Hindrance.AGENCY;
        }
        if (!sideBySide(from, to, alone)) {
            return Hindrance.BRANCH;
        }
        if (!automaticBefore(from).equals(automaticBefore(to))) {
            return Hindrance.SENT;
        }
        return needsAnswer(to, known) ? Hindrance.ANSWER : null;
    }

    private static boolean ofAgency(UserTask task) {
        return task.getCandidateGroups().stream().map(Role::of).anyMatch(Role::ofAgency);
    }

    /** On the same ways; or outside of all that have ended, when nothing else runs. */
    private boolean sideBySide(UserTask from, UserTask to, boolean alone) {
        Set<String> here = ways(from);
        Set<String> there = ways(to);
        return here.equals(there) || alone && here.containsAll(there);
    }

    /** The arrows out of splits in between whose ends the node stands. */
    private Set<String> ways(FlowNode node) {
        Set<String> ways = new HashSet<>();
        for (FlowNode split : inScope(node)) {
            boolean splits = split instanceof ParallelGateway || split instanceof InclusiveGateway;
            if (splits && split.getOutgoingFlows().size() > 1) {
                FlowNode join = join(split);
                split.getOutgoingFlows().stream()
                        .filter(way -> reach(List.of(target(way)), join).contains(node) && node != join)
                        .forEach(way -> ways.add(way.getId()));
            }
        }
        return ways;
    }

    /** The first node that every way from the split comes to; null when they end apart. */
    private @Nullable FlowNode join(FlowNode split) {
        Set<FlowNode> after = reach(next(split).toList(), null);
        Set<FlowNode> common = after.stream()
                .filter(node -> reach(next(split).toList(), node).stream()
                        .noneMatch(one -> one != node && next(one).findAny().isEmpty()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return common.stream()
                .filter(node -> reach(next(split).toList(), node).stream()
                        .noneMatch(one -> one != node && common.contains(one)))
                .findFirst()
                .orElse(null);
    }

    /** What the system has done by itself on every way from the start to the node. */
    private Set<FlowNode> automaticBefore(FlowNode node) {
        List<FlowNode> scope = inScope(node);
        List<FlowNode> starts =
                scope.stream().filter(StartEvent.class::isInstance).toList();
        return scope.stream()
                .filter(ServiceTask.class::isInstance)
                .filter(service -> !reach(starts, service).contains(node))
                .collect(Collectors.toSet());
    }

    /** Whether a choice comes after it that asks for something that was never answered, nor will be on the way. */
    private boolean needsAnswer(UserTask to, Set<String> known) {
        return reach(List.of(to), null).stream()
                .flatMap(node -> node.getOutgoingFlows().stream())
                .flatMap(MovesInProcess::names)
                .distinct()
                .filter(name -> !known.contains(name) && anybodyAnswers(name))
                .anyMatch(name -> unanswered(to, name));
    }

    private boolean anybodyAnswers(String name) {
        return process.findFlowElementsOfType(UserTask.class, true).stream().anyMatch(task -> answers(task, name));
    }

    private boolean unanswered(UserTask to, String name) {
        if (answers(to, name)) {
            return false;
        }
        Set<FlowNode> seen = new LinkedHashSet<>(List.of(to));
        Deque<FlowNode> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            FlowNode node = open.remove();
            if (node.getOutgoingFlows().stream().flatMap(MovesInProcess::names).anyMatch(name::equals)) {
                return true;
            }
            next(node)
                    .filter(one -> !(one instanceof UserTask task && answers(task, name)))
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return false;
    }

    private boolean answers(UserTask task, String name) {
        return task.getFormKey() != null && routing.apply(task.getFormKey()).contains(name);
    }

    private static Stream<String> names(SequenceFlow flow) {
        return flow.getConditionExpression() == null
                ? Stream.of()
                : NAME.matcher(flow.getConditionExpression()).results().map(MatchResult::group);
    }

    /** The given nodes and all that come after them in the same scope, as far as that one. */
    private static Set<FlowNode> reach(List<FlowNode> from, @Nullable FlowNode asFarAs) {
        Set<FlowNode> seen = new LinkedHashSet<>(from);
        Deque<FlowNode> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            FlowNode node = open.remove();
            if (node != asFarAs) {
                next(node).filter(seen::add).forEach(open::add);
            }
        }
        return seen;
    }

    /** A timer that takes nothing away bears a way of its own beside this one. */
    private static Stream<FlowNode> next(FlowNode node) {
        Stream<FlowNode> along = node.getOutgoingFlows().stream().map(MovesInProcess::target);
        if (!(node instanceof Activity activity)) {
            return along;
        }
        return Stream.concat(along, activity.getBoundaryEvents().stream().filter(BoundaryEvent::isCancelActivity));
    }

    private static FlowNode target(SequenceFlow flow) {
        return (FlowNode) flow.getTargetFlowElement();
    }

    private static List<FlowNode> inScope(FlowNode node) {
        return node.getParentContainer().getFlowElements().stream()
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast)
                .toList();
    }
}
