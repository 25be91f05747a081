package org.tasuki.courses;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tasuki.terms.Text;
import org.tasuki.terms.Typing;
import org.tasuki.training.Scenario;
import org.tasuki.training.StaleScenarios;

/** Whether a named way that comes with a course can be told, and be walked through the processes at work as the house's own can. */
@Component
class ScenarioRules {

    private static final int STEPS_MOST = 100;
    private static final int NAME_MOST = 100;
    private static final int WORDS_MOST = 1_000;
    private static final Duration AFTER_MOST = Duration.ofDays(3_650);

    private final StaleScenarios processes;

    ScenarioRules(StaleScenarios processes) {
        this.processes = processes;
    }

    /** What is wrong with it, each with its place; only what can be told is walked. */
    List<Text> problems(String file, Scenario scenario) {
        List<Text> problems = new ArrayList<>();
        if (words(scenario).anyMatch(MaterialCheck::isTrap)) {
            problems.add(MaterialCheck.odd(file));
        }
        if (scenario.way().size() > STEPS_MOST) {
            problems.add(new Text(file + ": way は100段階までです", file + ": way has up to 100 steps"));
        }
        if (isLong(scenario.name(), NAME_MOST)
                || Stream.concat(Stream.of(scenario.about()), happens(scenario))
                        .anyMatch(text -> isLong(text, WORDS_MOST))) {
            problems.add(new Text(
                    file + ": name は100文字まで、about と happens は1000文字までです",
                    file + ": name has up to 100 characters, about and happens up to 1,000"));
        }
        if (scenario.way().stream().anyMatch(step -> step.after().compareTo(AFTER_MOST) > 0)) {
            problems.add(new Text(file + ": after は P3650D までです", file + ": after is up to P3650D"));
        }
        return problems.isEmpty() ? fault(file, scenario).map(List::of).orElse(List.of()) : problems;
    }

    private Optional<Text> fault(String file, Scenario scenario) {
        return processes
                .now(scenario)
                .map(fault -> new Text(
                        "%s: way の %d番目（%s）: %s"
                                .formatted(
                                        file,
                                        fault.place(),
                                        fault.step(),
                                        fault.problem().ja()),
                        "%s: way, %d (%s): %s"
                                .formatted(
                                        file,
                                        fault.place(),
                                        fault.step(),
                                        fault.problem().en())));
    }

    private static Stream<Text> happens(Scenario scenario) {
        return scenario.way().stream().map(Scenario.Step::happens);
    }

    private static Stream<String> words(Scenario scenario) {
        Stream<String> answers = scenario.way().stream()
                .flatMap(step -> Stream.concat(step.answers().keySet().stream(), step.answers().values().stream()));
        Stream<String> texts = Stream.concat(Stream.of(scenario.name(), scenario.about()), happens(scenario))
                .flatMap(text -> Stream.of(text.ja(), text.en()));
        return Stream.concat(Stream.concat(answers, texts), Stream.of(scenario.begins()));
    }

    private static boolean isLong(Text text, int most) {
        return Typing.length(text.ja()) > most || Typing.length(text.en()) > most;
    }
}
