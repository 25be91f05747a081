package org.tasuki.training.web;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.StepFacts;
import org.tasuki.training.Route;
import org.tasuki.web.NotFound;

/** The processes at work, walked through a step at a time. There is no case in it: whoever has signed in may read it. */
@Controller
class TrainingController {

    static final String PATH = "/training";
    static final String WALK = PATH + "/walkthrough";

    private final ProcessCatalog catalog;
    private final ProcessPages processes;
    private final StepPages steps;
    private final WayPages ways;

    TrainingController(ProcessCatalog catalog, ProcessPages processes, StepPages steps, WayPages ways) {
        this.catalog = catalog;
        this.processes = processes;
        this.steps = steps;
        this.ways = ways;
    }

    @GetMapping(PATH)
    String all(Locale language, Model model) {
        model.addAttribute("processes", processes.all(language));
        model.addAttribute("ways", ways.all(language));
        return "training/processes";
    }

    @GetMapping(WALK + "/{process}")
    String process(
            @PathVariable String process,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String view,
            Locale language,
            Model model) {
        processes.one(find(process), Trail.read(from, view, ""), language, model);
        return "training/process";
    }

    @GetMapping(WALK + "/{process}/{step}")
    String step(
            @PathVariable String process,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String came,
            Locale language,
            Model model) {
        ProcessFacts facts = find(process);
        StepFacts shown = Route.of(facts).step(step).orElseThrow(NotFound::new);
        steps.one(facts, shown, Trail.read(from, view, came), language, model);
        return "training/step";
    }

    private ProcessFacts find(String process) {
        return catalog.process(process).orElseThrow(NotFound::new);
    }
}
