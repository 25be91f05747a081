package org.tasuki.training.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.engine.NextStep;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.StepFacts;
import org.tasuki.forms.FormView;
import org.tasuki.forms.Forms;
import org.tasuki.forms.Lookups;
import org.tasuki.forms.Option;
import org.tasuki.terms.Text;
import org.tasuki.training.ProcessStories;
import org.tasuki.training.Route;
import org.tasuki.training.StepStory;

/** One step as it is told: everything that its file, its form, its limit's rule and its story say. */
@Component
class StepPages {

    /** What an office has of its own is chosen from its own list: no name of anybody stands in a training. */
    private static final Lookups ANY_OFFICE =
            source -> List.of(new Option("office", new Text("（各事務所の一覧から選びます）", "(from the office’s own list)")));

    private final ProcessStories stories;
    private final Outline outline;
    private final LimitWords limits;
    private final Forms forms;
    private final StepWords words;
    private final StepLinks links;
    private final Surroundings around;

    StepPages(
            ProcessStories stories,
            Outline outline,
            LimitWords limits,
            Forms forms,
            StepWords words,
            StepLinks links,
            Surroundings around) {
        this.stories = stories;
        this.outline = outline;
        this.limits = limits;
        this.forms = forms;
        this.words = words;
        this.links = links;
        this.around = around;
    }

    /**
     * What can follow.
     *
     * @param when the choice that leads there; empty where nothing is chosen
     * @param address null for an end that is not told by itself
     */
    public record Way(String when, int number, String name, String who, @Nullable String address) {}

    void one(ProcessFacts facts, StepFacts step, Trail trail, Locale language, Model model) {
        Route route = Route.of(facts);
        Trail on = trail.on(step.id());
        model.addAttribute("process", facts.key());
        model.addAttribute("processName", facts.name().in(language));
        model.addAttribute("processAddress", trail.address(facts.key()));
        model.addAttribute("lines", outline.of(facts, step, trail, language));
        model.addAttribute("number", route.number(step.id()));
        model.addAttribute("id", step.id());
        model.addAttribute("name", Outline.name(step, language));
        model.addAttribute("kind", Outline.kind(step));
        model.addAttribute("who", outline.who(step.roles(), language));
        tell(facts, step, language, model);
        form(step, language, model);
        model.addAttribute(
                "limit",
                step.timeLimit().flatMap(limit -> limits.of(limit, language)).orElse(null));
        model.addAttribute(
                "late",
                step.timeLimit()
                        .map(limit -> ways(limit.then(), facts, route, on, language))
                        .orElse(List.of()));
        model.addAttribute("ways", ways(step.next(), facts, route, on, language));
        model.addAttribute("undo", step.undo());
        model.addAttribute("sendBack", names(step.sendBackTo(), facts, language));
        model.addAttribute("notBy", names(step.notBy(), facts, language));
        model.addAttribute("marks", Outline.marks(route, step, trail.came()));
        links.put(route, step, trail, language, model);
        around.put(
                trail,
                trail.address(facts.key(), step.id()),
                trail.shown(!trail.presenter()).address(facts.key(), step.id()),
                model,
                language);
    }

    private void tell(ProcessFacts facts, StepFacts step, Locale language, Model model) {
        Optional<StepStory> story = stories.of(facts.key()).flatMap(told -> told.step(step.id()));
        model.addAttribute("story", outline.story(facts.key(), step, language));
        model.addAttribute("why", story.isPresent() ? step.documentation().in(language) : "");
        model.addAttribute(
                "wrong",
                story.map(StepStory::wrong).orElse(List.of()).stream()
                        .map(text -> text.in(language))
                        .toList());
        model.addAttribute(
                "passesOn", story.map(told -> told.passesOn().in(language)).orElse(null));
        model.addAttribute("notes", story.map(told -> told.notes().in(language)).orElse(null));
    }

    private void form(StepFacts step, Locale language, Model model) {
        model.addAttribute(
                "form",
                step.formKey() == null || !forms.knows(step.formKey())
                        ? null
                        : FormView.of(forms.form(step.formKey()), Map.of(), List.of(), language, ANY_OFFICE));
    }

    private List<Way> ways(List<NextStep> next, ProcessFacts facts, Route route, Trail trail, Locale language) {
        return next.stream()
                .map(one -> new Way(
                        one.when().in(language),
                        route.number(one.step()),
                        one.name().in(language),
                        outline.who(facts.step(one.step()).map(StepFacts::roles).orElse(List.of()), language),
                        route.number(one.step()) == 0 ? null : trail.address(facts.key(), one.step())))
                .toList();
    }

    private List<String> names(List<String> steps, ProcessFacts facts, Locale language) {
        return steps.stream()
                .map(step -> words.step(facts.key(), step).in(language))
                .toList();
    }
}
