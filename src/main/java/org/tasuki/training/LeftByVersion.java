package org.tasuki.training;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.ProcessSource;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.StepKind;
import org.tasuki.engine.StepPlace;
import org.tasuki.terms.Text;
import org.tasuki.versions.LeftBehind;

/** The named ways, the texts of the walkthrough and the questions that a version of a process would leave behind. */
@Component
class LeftByVersion implements LeftBehind {

    private static final Set<StepKind> TOLD = Set.of(StepKind.TASK, StepKind.CALL, StepKind.AUTOMATIC);

    private final ProcessCatalog catalog;
    private final StaleScenarios stale;
    private final Scenarios scenarios;
    private final ProcessStories stories;

    LeftByVersion(ProcessCatalog catalog, StaleScenarios stale, Scenarios scenarios, ProcessStories stories) {
        this.catalog = catalog;
        this.stale = stale;
        this.scenarios = scenarios;
        this.stories = stories;
    }

    @Override
    public List<Left> by(String process, ProcessSource version) {
        try {
            Stream<Left> told = catalog.rehearsals().with(version).process(process).stream()
                    .flatMap(facts -> stories.of(process).stream().flatMap(story -> story(facts, story)));
            return Stream.concat(ways(process, version), told).toList();
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    /** Those that come through the process; at the first place where they do not fit. */
    private Stream<Left> ways(String process, ProcessSource version) {
        Set<String> through =
                scenarios.through(process).stream().map(Scenario::key).collect(Collectors.toSet());
        return stale.by(version).stream()
                .filter(fault -> through.contains(fault.scenario()))
                .map(fault -> new Left(
                        "way",
                        scenarios.of(fault.scenario()).map(Scenario::name).orElse(plainly(fault.scenario())),
                        fault.step().step(),
                        name(fault.step()),
                        fault.problem()));
    }

    private Stream<Left> story(ProcessFacts facts, ProcessStory story) {
        Stream<Left> lost = story.steps().keySet().stream()
                .filter(step -> facts.step(step).isEmpty())
                .map(step -> left("text", facts, step, Problems.textOfNothing()));
        Stream<Left> missing = facts.steps().stream()
                .filter(step ->
                        TOLD.contains(step.kind()) && story.step(step.id()).isEmpty())
                .map(step -> new Left("text", facts.name(), step.id(), name(step), Problems.noText()));
        Stream<Left> asked = story.questions().stream()
                .filter(question -> question.kind() == Question.Kind.MARK)
                .flatMap(question -> question.answer().stream()
                        .filter(step -> facts.step(step).isEmpty())
                        .map(step -> new Left(
                                "question",
                                question.text(),
                                step,
                                name(new StepPlace(facts.key(), step)),
                                Problems.asksForNothing())));
        return Stream.of(lost, missing, asked).flatMap(each -> each);
    }

    private Left left(String kind, ProcessFacts facts, String step, Text said) {
        return new Left(kind, facts.name(), step, name(new StepPlace(facts.key(), step)), said);
    }

    /** As the process at work calls it, or one before did. */
    private Text name(StepPlace place) {
        return catalog.step(place.process(), place.step())
                .map(LeftByVersion::name)
                .orElse(plainly(place.step()));
    }

    private static Text name(StepFacts step) {
        return step.name().ja().isEmpty() ? plainly(step.id()) : step.name();
    }

    private static Text plainly(String key) {
        return new Text(key, key);
    }
}
