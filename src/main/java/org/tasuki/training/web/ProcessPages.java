package org.tasuki.training.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.training.ProcessStories;
import org.tasuki.training.ProcessStory;
import org.tasuki.training.Route;

/** The list of the processes, and a process as a whole: the opening, the diagram, the numbered outline. */
@Component
class ProcessPages {

    private final ProcessCatalog catalog;
    private final ProcessStories stories;
    private final Outline outline;
    private final Surroundings around;

    ProcessPages(ProcessCatalog catalog, ProcessStories stories, Outline outline, Surroundings around) {
        this.catalog = catalog;
        this.stories = stories;
        this.outline = outline;
        this.around = around;
    }

    public record Entry(String key, String name, String intro, int steps) {}

    List<Entry> all(Locale language) {
        return catalog.processes().stream()
                .map(facts -> new Entry(
                        facts.key(),
                        facts.name().in(language),
                        intro(facts, language),
                        Route.of(facts).steps().size()))
                .toList();
    }

    void one(ProcessFacts facts, Trail trail, Locale language, Model model) {
        List<Outline.Line> lines = outline.of(facts, null, trail, language);
        model.addAttribute("process", facts.key());
        model.addAttribute(
                "asked",
                stories.of(facts.key())
                        .filter(story -> !story.questions().isEmpty())
                        .isPresent());
        model.addAttribute("name", facts.name().in(language));
        model.addAttribute("intro", intro(facts, language));
        model.addAttribute("lines", lines);
        model.addAttribute("begin", lines.isEmpty() ? null : lines.get(0).address());
        around.put(
                trail,
                trail.address(facts.key()),
                trail.shown(!trail.presenter()).address(facts.key()),
                model,
                language);
    }

    private String intro(ProcessFacts facts, Locale language) {
        return stories.of(facts.key())
                .map(ProcessStory::intro)
                .orElse(facts.documentation())
                .in(language);
    }
}
