package org.tasuki.practice.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.inbox.InboxItem;
import org.tasuki.practice.PracticeClass;
import org.tasuki.practice.Scripted;
import org.tasuki.practice.Scripts;
import org.tasuki.training.Scenarios;

/** The named ways that a class's cases are led along, and what happens next on each. */
@Component
class ScriptPages {

    private final Scripts scripts;
    private final Scenarios scenarios;
    private final StepWords steps;

    ScriptPages(Scripts scripts, Scenarios scenarios, StepWords steps) {
        this.scripts = scripts;
        this.scenarios = scenarios;
        this.steps = steps;
    }

    record WayChoice(String key, String name) {}

    /** @param happens null when nothing of the way waits */
    record ScriptRow(String number, String way, @Nullable String step, @Nullable String happens, boolean silent) {}

    void add(PracticeClass held, List<InboxItem> waiting, Locale language, Model model) {
        model.addAttribute(
                "ways",
                scenarios.all().stream()
                        .map(way -> new WayChoice(way.key(), way.name().in(language)))
                        .toList());
        model.addAttribute(
                "scripts",
                scripts.of(held, waiting).stream()
                        .map(script -> row(script, language))
                        .toList());
    }

    private ScriptRow row(Scripted script, Locale language) {
        Scripted.Next next = script.next();
        String number = script.number().value();
        String way = script.scenario().name().in(language);
        if (next == null) {
            return new ScriptRow(number, way, null, null, false);
        }
        InboxItem task = next.task();
        return new ScriptRow(
                number,
                way,
                steps.step(task.process(), task.step()).in(language),
                next.step().happens().in(language),
                next.step().silent());
    }
}
