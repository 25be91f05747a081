package org.tasuki.training;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tasuki.engine.StepFacts;
import org.tasuki.forms.Forms;
import org.tasuki.terms.Text;

/** Whether a form asks what a scenario answers. */
final class AnswerCheck {

    /** What a form sets where nothing was answered. */
    private static final String NOTHING = "none";

    private final Forms forms;

    AnswerCheck(Forms forms) {
        this.forms = forms;
    }

    Optional<Text> problem(StepFacts facts, Scenario.Step step) {
        String form = String.valueOf(facts.formKey());
        Set<String> asked = forms.routingOf(form);
        if (!step.silent() && !asked.isEmpty() && step.answers().isEmpty()) {
            return Optional.of(Problems.noAnswer(form, asked));
        }
        return step.answers().entrySet().stream()
                .flatMap(answer -> problem(form, asked, answer).stream())
                .findFirst();
    }

    /** With what the form sets besides, so that no earlier round's answer stays. */
    Map<String, String> all(StepFacts facts, Scenario.Step step) {
        Map<String, String> all = new HashMap<>();
        forms.routingOf(String.valueOf(facts.formKey())).forEach(variable -> all.put(variable, NOTHING));
        all.putAll(step.answers());
        return all;
    }

    private Optional<Text> problem(String form, Set<String> asked, Map.Entry<String, String> answer) {
        if (!asked.contains(answer.getKey())) {
            return Optional.of(Problems.notAsked(form, answer.getKey()));
        }
        // What is computed has no options; neither has what the office's own lists decide.
        Set<String> options = forms.form(form).routes().getOrDefault(answer.getKey(), Set.of());
        return options.isEmpty() || options.contains(answer.getValue())
                ? Optional.empty()
                : Optional.of(Problems.noSuchOption(form, answer.getKey(), answer.getValue()));
    }
}
