package org.tasuki.training.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.StepPlace;
import org.tasuki.training.Scenario;
import org.tasuki.training.Scenarios;

/** The list of the ways, and one of them, each step with the way to its own page. */
@Component
class WayPages {

    private final Scenarios scenarios;
    private final StepWords words;
    private final ProcessCatalog catalog;

    WayPages(Scenarios scenarios, StepWords words, ProcessCatalog catalog) {
        this.scenarios = scenarios;
        this.words = words;
        this.catalog = catalog;
    }

    public record Entry(String key, String name, String about, int steps) {}

    /**
     * @param address the step's own page; null where the process at work has it no more
     * @param after how long after the step before; null at the beginning
     */
    public record Line(
            String process,
            String step,
            @Nullable String address,
            @Nullable Duration after,
            String happens,
            boolean late,
            boolean silent,
            boolean beside) {}

    List<Entry> all(Locale language) {
        return scenarios.all().stream()
                .map(way -> new Entry(
                        way.key(),
                        way.name().in(language),
                        way.about().in(language),
                        way.way().size()))
                .toList();
    }

    void one(Scenario way, Locale language, Model model) {
        model.addAttribute("name", way.name().in(language));
        model.addAttribute("about", way.about().in(language));
        model.addAttribute(
                "lines", way.way().stream().map(step -> line(step, language)).toList());
    }

    private Line line(Scenario.Step step, Locale language) {
        StepPlace at = step.at();
        return new Line(
                words.process(at.process()).in(language),
                words.step(at.process(), at.step()).in(language),
                address(at),
                step.after().isZero() ? null : step.after(),
                step.happens().in(language),
                step.late(),
                step.silent(),
                step.beside());
    }

    private @Nullable String address(StepPlace at) {
        return Optional.of(at)
                .filter(place -> catalog.process(place.process())
                        .flatMap(process -> process.step(place.step()))
                        .isPresent())
                .map(place -> TrainingController.WALK + "/" + place)
                .orElse(null);
    }
}
