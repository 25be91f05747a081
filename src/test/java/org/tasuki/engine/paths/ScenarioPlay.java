package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tasuki.engine.Rehearsals;
import org.tasuki.engine.StepKind;
import org.tasuki.training.Scenario;

/** Plays a scenario of the training with a real case: each answer where the scenario gives it, when the scenario gives it. */
final class ScenarioPlay {

    private static final List<String> AGENCIES = List.of("story-support", "story-school", "story-municipal");

    private final Rehearsals processes;
    private final Story story;

    ScenarioPlay(Rehearsals processes, Story story) {
        this.processes = processes;
        this.story = story;
    }

    Story play(Scenario scenario) {
        scenario.way().forEach(this::step);
        return story;
    }

    /** What runs beside the case has a beginning of its own; calls and the house's own steps are only passed. */
    private void step(Scenario.Step step) {
        if (step.silent()) {
            story.at(step.at().step()).timesOut();
            return;
        }
        if (!step.after().isZero()) {
            story.letPass(step.after());
        }
        if (ofTheCase(step)) {
            Story.Step task = story.at(step.at().step());
            assertThat(task.isOver()).as("%s is late", step.at()).isEqualTo(step.late());
            task.answers(typed(step));
        }
    }

    private boolean ofTheCase(Scenario.Step step) {
        boolean beside = List.of("matter", "question", "emergency-access")
                .contains(step.at().process());
        return !beside && processes.step(step.at()).orElseThrow().kind() == StepKind.TASK;
    }

    private static String[] typed(Scenario.Step step) {
        Map<String, String> typed = new LinkedHashMap<>(step.onTheForm());
        for (int i = 0; i < step.services(); i++) {
            typed.put("services[" + i + "].agency", AGENCIES.get(i));
            typed.put("services[" + i + "].purpose", "支援");
        }
        return typed.entrySet().stream()
                .flatMap(answer -> List.of(answer.getKey(), answer.getValue()).stream())
                .toArray(String[]::new);
    }
}
