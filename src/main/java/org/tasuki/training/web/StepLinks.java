package org.tasuki.training.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.StepFacts;
import org.tasuki.training.Route;

/** From one step to the next: forward along the way that somebody chose, back by the way they came, into what is called and out of it. */
@Component
class StepLinks {

    private final ProcessCatalog catalog;

    StepLinks(ProcessCatalog catalog) {
        this.catalog = catalog;
    }

    /** A link to somewhere in the walk. */
    public record Link(String name, String address) {}

    /** Where the way parts, forward is a choice: the page takes none by itself. */
    void put(Route route, StepFacts step, Trail trail, Locale language, Model model) {
        List<StepFacts> after = route.after(step);
        model.addAttribute("branches", after.size() > 1);
        model.addAttribute(
                "forward", after.size() == 1 ? link(route, after.get(0), trail.on(step.id()), language) : null);
        Optional<StepFacts> came = came(route, trail);
        Optional<StepFacts> before = came.or(() -> route.before(step));
        model.addAttribute("cameFrom", before.map(StepFacts::id).orElse(null));
        model.addAttribute("back", back(route, before, trail, language));
        model.addAttribute("up", up(trail, language).orElse(null));
        model.addAttribute("inside", inside(route, step, trail, language).orElse(null));
    }

    private static @Nullable Link back(Route route, Optional<StepFacts> before, Trail trail, Locale language) {
        return before.map(step -> link(route, step, trail.back(), language)).orElse(null);
    }

    /** An address may say anything. */
    private static Optional<StepFacts> came(Route route, Trail trail) {
        List<String> came = trail.came();
        return came.isEmpty() ? Optional.empty() : route.step(came.get(came.size() - 1));
    }

    private static Link link(Route route, StepFacts step, Trail trail, Locale language) {
        return new Link(Outline.name(step, language), trail.address(route.process(), step.id()));
    }

    /** Back up: on to what follows the call, or to the call itself where nothing does, or a choice. */
    private Optional<Link> up(Trail trail, Locale language) {
        return trail.entrance().flatMap(site -> catalog.process(site.process()).flatMap(caller -> {
            Route route = Route.of(caller);
            Trail above = trail.upTo(trail.sites().size() - 1);
            return route.step(site.step()).map(call -> afterCall(route, call, above, language));
        }));
    }

    private static Link afterCall(Route route, StepFacts call, Trail above, Locale language) {
        List<StepFacts> after = route.after(call);
        return after.size() == 1
                ? link(route, after.get(0), above.on(call.id()), language)
                : link(route, call, above, language);
    }

    private Optional<Link> inside(Route route, StepFacts step, Trail trail, Locale language) {
        return Optional.ofNullable(step.called())
                .flatMap(catalog::process)
                .map(called ->
                        new Link(called.name().in(language), first(called, trail.into(route.process(), step.id()))));
    }

    private static String first(ProcessFacts called, Trail trail) {
        return Route.of(called).steps().stream()
                .findFirst()
                .map(step -> trail.address(called.key(), step.id()))
                .orElse(trail.address(called.key()));
    }
}
