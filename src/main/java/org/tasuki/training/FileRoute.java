package org.tasuki.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tasuki.engine.ForeignFile;
import org.tasuki.engine.ForeignFile.Next;
import org.tasuki.engine.ForeignFile.Step;
import org.tasuki.terms.Text;

/**
 * The ways through a file from elsewhere: along its arrows, into a part and out of it again. Where nothing leads on, and something else
 * stands there that nothing leads to, it comes next by the order of the file: a draft has arrows last.
 */
public final class FileRoute {

    private final Map<Integer, Step> steps = new HashMap<>();
    private final Map<Integer, List<Step>> inside = new HashMap<>();
    private final Map<Integer, List<Step>> edges = new HashMap<>();
    private final Map<Integer, Set<Integer>> cameFrom = new HashMap<>();
    private final Set<Integer> reached = new TreeSet<>();

    public FileRoute(ForeignFile file) {
        file.parts().forEach(part -> part.steps().forEach(this::place));
        steps.values().forEach(step -> step.next().forEach(next -> reached.add(next.number())));
        steps.values().forEach(step -> Stream.concat(ways(step).stream(), edges(step).stream())
                .forEach(way -> cameFrom.computeIfAbsent(way.number(), first -> new TreeSet<>())
                        .add(step.number())));
    }

    private void place(Step step) {
        steps.put(step.number(), step);
        (step.edge() > 0 ? edges : inside)
                .computeIfAbsent(step.edge() > 0 ? step.edge() : step.scope(), first -> new ArrayList<>())
                .add(step);
    }

    /** Where it goes on; more than one is a choice. What the file does not have is no way. */
    public List<Next> ways(Step step) {
        List<Next> into = entrances(step);
        return into.isEmpty() ? onFrom(step) : into;
    }

    /** What may happen while it lasts. */
    public List<Next> edges(Step step) {
        return edges.getOrDefault(step.number(), List.of()).stream()
                .map(FileRoute::plainly)
                .toList();
    }

    /** From which steps one comes to it. */
    public List<Next> before(Step step) {
        return cameFrom.getOrDefault(step.number(), Set.of()).stream()
                .map(number -> plainly(known(number)))
                .toList();
    }

    private List<Next> onFrom(Step step) {
        List<Next> along =
                step.next().stream().filter(next -> next.number() > 0).toList();
        if (!along.isEmpty()) {
            return along;
        }
        if (!step.next().isEmpty() || step.edge() > 0) {
            return List.of();
        }
        List<Next> loose = step.kind().equals("endEvent") ? List.of() : loose(step);
        return loose.isEmpty() && step.scope() > 0 ? onFrom(known(step.scope())) : loose;
    }

    /** By the order of the file, where no arrow says it. */
    private List<Next> loose(Step step) {
        return inside.getOrDefault(step.scope(), List.of()).stream()
                .filter(other -> other.number() > step.number() && !reached.contains(other.number()))
                .filter(other -> !other.kind().equals("startEvent"))
                .limit(1)
                .map(FileRoute::plainly)
                .toList();
    }

    /** Into a part one comes by its start; one that has none begins with what it has first. */
    private List<Next> entrances(Step part) {
        List<Step> within = inside.getOrDefault(part.number(), List.of());
        List<Step> starts =
                within.stream().filter(step -> step.kind().equals("startEvent")).toList();
        List<Step> first = starts.isEmpty()
                ? within.stream()
                        .filter(step -> !reached.contains(step.number()))
                        .limit(1)
                        .toList()
                : starts;
        return first.stream().map(FileRoute::plainly).toList();
    }

    private Step known(int number) {
        Step step = steps.get(number);
        if (step == null) {
            throw new IllegalArgumentException("no such step");
        }
        return step;
    }

    private static Next plainly(Step step) {
        return new Next(new Text("", ""), step.number(), step.name());
    }
}
