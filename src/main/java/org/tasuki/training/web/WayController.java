package org.tasuki.training.web;

import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tasuki.training.BroughtWays;
import org.tasuki.training.Scenarios;
import org.tasuki.web.NotFound;

/** A named way of a case through the processes, told from its first step to its last. */
@Controller
class WayController {

    static final String PATH = TrainingController.PATH + "/ways";

    private final Scenarios scenarios;
    private final ObjectProvider<BroughtWays> brought;
    private final WayPages pages;

    WayController(Scenarios scenarios, ObjectProvider<BroughtWays> brought, WayPages pages) {
        this.scenarios = scenarios;
        this.brought = brought;
        this.pages = pages;
    }

    @GetMapping(PATH + "/{way}")
    String way(@PathVariable String way, Locale language, Model model) {
        pages.one(scenarios.of(way).orElseThrow(NotFound::new), language, model);
        return "training/way";
    }

    /** One that a course brings. */
    @GetMapping(PATH + "/{course}/{way}")
    String way(@PathVariable String course, @PathVariable String way, Locale language, Model model) {
        pages.one(
                brought.stream()
                        .flatMap(ways -> ways.find(course, way).stream())
                        .findFirst()
                        .orElseThrow(NotFound::new),
                language,
                model);
        return "training/way";
    }
}
