package org.tasuki.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tasuki.engine.Rehearsal;
import org.tasuki.engine.Rehearsals;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.StepKind;
import org.tasuki.forms.Forms;
import org.tasuki.terms.Text;

/**
 * Whether a scenario can be walked through these processes: each step is there, is reached by the answers before it, and asks what is
 * answered. What does not fit is told at the first place where it does not; what follows would only follow from that.
 */
public final class ScenarioCheck {

    private final Rehearsals processes;
    private final AnswerCheck answers;

    public ScenarioCheck(Rehearsals processes, Forms forms) {
        this.processes = processes;
        this.answers = new AnswerCheck(forms);
    }

    public Optional<ScenarioFault> fault(Scenario scenario) {
        if (!processes.knows(scenario.begins())) {
            return Optional.of(told(scenario, 1, Problems.noProcess(scenario.begins())));
        }
        List<Rehearsal> begun = new ArrayList<>();
        List<Scenario.Step> way = scenario.way();
        for (int i = 0; i < way.size(); i++) {
            Optional<Text> problem = tried(begun, scenario, way.get(i));
            if (problem.isPresent()) {
                return Optional.of(told(scenario, i + 1, problem.get()));
            }
        }
        return Optional.empty();
    }

    /** Of all of these, those that do not fit. */
    public List<ScenarioFault> faults(List<Scenario> scenarios) {
        return scenarios.stream().flatMap(each -> fault(each).stream()).toList();
    }

    /** A version that the linter refuses may lead nowhere, or round in a circle. */
    private Optional<Text> tried(List<Rehearsal> begun, Scenario scenario, Scenario.Step step) {
        try {
            if (begun.isEmpty()) {
                begun.add(processes.begin(scenario.begins()));
            }
            return walk(begun, step);
        } catch (IllegalArgumentException | IllegalStateException broken) {
            return Optional.of(Problems.leadsNowhere());
        }
    }

    private Optional<Text> walk(List<Rehearsal> begun, Scenario.Step step) {
        Optional<StepFacts> facts = processes.step(step.at());
        if (facts.isEmpty()) {
            return Optional.of(Problems.gone());
        }
        if (step.beside()) {
            begun.add(processes.begin(step.at().process()));
        }
        return facts.get().kind() == StepKind.TASK ? task(begun, facts.get(), step) : passed(begun, step);
    }

    private static Optional<Text> passed(List<Rehearsal> begun, Scenario.Step step) {
        return begun.stream().anyMatch(each -> each.passed().contains(step.at()))
                ? Optional.empty()
                : Optional.of(Problems.notPassed());
    }

    private Optional<Text> task(List<Rehearsal> begun, StepFacts facts, Scenario.Step step) {
        Optional<Rehearsal> waits =
                begun.stream().filter(each -> each.open().contains(step.at())).findFirst();
        if (waits.isEmpty()) {
            return Optional.of(Problems.notOpen(
                    begun.stream().flatMap(each -> each.open().stream()).toList()));
        }
        Optional<Text> problem = limit(facts, step).or(() -> answers.problem(facts, step));
        if (problem.isEmpty()) {
            goOn(waits.get(), facts, step);
        }
        return problem;
    }

    private static Optional<Text> limit(StepFacts facts, Scenario.Step step) {
        boolean ends = facts.timeLimit().filter(limit -> limit.ends()).isPresent();
        if (step.silent() && !ends) {
            return Optional.of(Problems.staysWhenLate());
        }
        if (step.late() && (ends || facts.timeLimit().isEmpty())) {
            return Optional.of(Problems.cannotBeLate());
        }
        return Optional.empty();
    }

    private void goOn(Rehearsal rehearsal, StepFacts facts, Scenario.Step step) {
        if (step.silent() || step.late()) {
            rehearsal.passLimit(step.at());
        }
        if (!step.silent()) {
            Map<String, String> given = new HashMap<>(answers.all(facts, step));
            if (step.services() > 0) {
                given.put("services", String.valueOf(step.services()));
            }
            rehearsal.answer(step.at(), given);
        }
    }

    private static ScenarioFault told(Scenario scenario, int place, Text problem) {
        return new ScenarioFault(
                scenario.key(), place, scenario.way().get(place - 1).at(), problem);
    }
}
