package org.tasuki.debrief;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.StepKind;
import org.tasuki.engine.StepPlace;
import org.tasuki.training.Scenario;
import org.tasuki.training.Scenarios;

/** Which named way a group is held against: the one that the trainer chose, else its script, else the one most like what it did. */
@Component
public class DebriefWay {

    private final Scenarios scenarios;
    private final ProcessCatalog catalog;

    DebriefWay(Scenarios scenarios, ProcessCatalog catalog) {
        this.scenarios = scenarios;
        this.catalog = catalog;
    }

    /** Those that may be chosen. */
    public List<Scenario> all() {
        return scenarios.all();
    }

    /** The chosen one; what is none is as if nothing was chosen. */
    public IdealWay chosen(String key, List<Group> groups) {
        return ideal(scenarios.of(key).orElseGet(() -> suggested(groups)));
    }

    /** What most of the scripted groups were to go; where none is, what most are most like. */
    private Scenario suggested(List<Group> groups) {
        List<Scenario> scripts =
                groups.stream().flatMap(group -> script(group).stream()).toList();
        Stream<Scenario> ways =
                scripts.isEmpty() ? groups.stream().flatMap(group -> of(group).stream()) : scripts.stream();
        return ways.collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<Scenario, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().key()))
                .map(Map.Entry::getKey)
                .orElseGet(() -> scenarios.all().get(0));
    }

    private Optional<Scenario> script(Group group) {
        return Optional.ofNullable(group.scripted()).flatMap(scenarios::of);
    }

    /** Of the ways, the one that shares most steps and decisions with a case; empty while nothing is done in it. */
    Optional<Scenario> of(Group group) {
        Set<String> done = group.doings().stream()
                .filter(Doing::done)
                .flatMap(doing -> traits(doing.at(), doing.chosen()))
                .collect(Collectors.toSet());
        return done.isEmpty()
                ? Optional.empty()
                : scenarios.all().stream().max(Comparator.comparingDouble(way -> likeness(way, done)));
    }

    private static double likeness(Scenario way, Set<String> done) {
        Set<String> ideal = way.way().stream()
                .flatMap(step -> traits(step.at(), step.answers()))
                .collect(Collectors.toSet());
        Set<String> shared = new HashSet<>(ideal);
        shared.retainAll(done);
        return shared.size() / (double) (ideal.size() + done.size() - shared.size());
    }

    private static Stream<String> traits(StepPlace at, Map<String, String> chosen) {
        return Stream.concat(
                Stream.of(at.toString()),
                chosen.entrySet().stream().map(one -> at + " " + one.getKey() + "=" + one.getValue()));
    }

    private IdealWay ideal(Scenario scenario) {
        List<IdealStep> steps = new ArrayList<>();
        Duration since = Duration.ZERO;
        for (Scenario.Step step : scenario.way()) {
            since = since.plus(step.after());
            if (isTask(step.at())) {
                steps.add(
                        new IdealStep(steps.size() + 1, step.at(), since, step.answers(), step.late(), step.silent()));
            }
        }
        return new IdealWay(scenario, List.copyOf(steps));
    }

    private boolean isTask(StepPlace at) {
        return catalog.step(at.process(), at.step())
                .filter(step -> step.kind() == StepKind.TASK)
                .isPresent();
    }
}
