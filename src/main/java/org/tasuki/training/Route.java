package org.tasuki.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tasuki.engine.NextStep;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.StepKind;

/**
 * The steps of a process that are told, numbered in the order of its file. Forks are told as choices of the step before, a time limit
 * with its task, and so is an end at which only a missed limit arrives: somebody hears of it there, and nothing goes on.
 */
public record Route(String process, List<StepFacts> steps) {

    private static final Set<StepKind> DRAWN_ONLY = Set.of(StepKind.GATEWAY, StepKind.PART);

    public static Route of(ProcessFacts facts) {
        Set<String> limits = facts.steps().stream()
                .flatMap(step -> step.timeLimit().stream())
                .map(limit -> limit.timer())
                .collect(Collectors.toSet());
        Set<String> reached = facts.steps().stream()
                .filter(step -> !limits.contains(step.id()))
                .flatMap(step -> step.next().stream())
                .map(NextStep::step)
                .collect(Collectors.toSet());
        return new Route(
                facts.key(),
                facts.steps().stream()
                        .filter(step -> !DRAWN_ONLY.contains(step.kind()) && !limits.contains(step.id()))
                        .filter(step -> step.kind() != StepKind.END || reached.contains(step.id()))
                        .toList());
    }

    public Optional<StepFacts> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** From 1; 0 for what is not told by itself. */
    public int number(String id) {
        return steps.stream().map(StepFacts::id).toList().indexOf(id) + 1;
    }

    /** Where it goes on, each once; more than one is a choice, and none is the end. */
    public List<StepFacts> after(StepFacts step) {
        return step.next().stream()
                .flatMap(next -> step(next.step()).stream())
                .distinct()
                .toList();
    }

    /** On the shortest way; or, where no arrow leads to it, by the order of the file. */
    public Optional<StepFacts> before(StepFacts step) {
        List<String> way = wayTo(step);
        int place = steps.indexOf(step) - 1;
        return way.isEmpty() ? Optional.of(place).filter(at -> at >= 0).map(steps::get) : step(way.get(way.size() - 1));
    }

    /** The ids on the shortest way from the beginning, without the step itself; empty where no arrow leads. */
    public List<String> wayTo(StepFacts goal) {
        Map<String, String> cameFrom = new LinkedHashMap<>();
        Deque<StepFacts> open = new ArrayDeque<>();
        steps.stream().filter(step -> step.kind() == StepKind.START).limit(1).forEach(open::add);
        Set<StepFacts> seen = new LinkedHashSet<>(open);
        while (!open.isEmpty()) {
            StepFacts from = open.remove();
            follow(from).filter(seen::add).forEach(next -> {
                cameFrom.put(next.id(), from.id());
                open.add(next);
            });
        }
        Deque<String> way = new ArrayDeque<>();
        for (String at = cameFrom.get(goal.id()); at != null; at = cameFrom.get(at)) {
            way.addFirst(at);
        }
        return List.copyOf(way);
    }

    private Stream<StepFacts> follow(StepFacts from) {
        return Stream.concat(from.next().stream(), from.timeLimit().stream().flatMap(limit -> limit.then().stream()))
                .flatMap(next -> step(next.step()).stream());
    }
}
