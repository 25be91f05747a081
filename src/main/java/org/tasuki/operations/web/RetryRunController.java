package org.tasuki.operations.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.operations.RetryRun;
import org.tasuki.operations.RetryRuns;
import org.tasuki.operations.RetryRuns.Begun;
import org.tasuki.operations.RetryWatch;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** All of one cause tried again: begun, left, found again. */
@Controller
class RetryRunController {

    /** Of a few the result is there with the answer. */
    private static final int AT_ONCE = 20;

    private static final String RUN = "/operations/runs/{run}";

    private final OperationsDoor door;
    private final RetryRuns runs;
    private final RetryWatch watch;
    private final RetryRunPages pages;

    RetryRunController(OperationsDoor door, RetryRuns runs, RetryWatch watch, RetryRunPages pages) {
        this.door = door;
        this.runs = runs;
        this.watch = watch;
        this.pages = pages;
    }

    @PostMapping("/operations/retry-all")
    String begin(@RequestParam(defaultValue = "") String cause, RedirectAttributes flash) {
        door.enter();
        Optional<Begun> begun = runs.begin(cause);
        if (begun.isEmpty()) {
            flash.addFlashAttribute("notice", Notice.caution("operations.again.gone"));
            return "redirect:/operations";
        }
        RetryRun run = begun.get().run();
        if (begun.get().already()) {
            flash.addFlashAttribute("notice", Notice.caution("operations.run.already"));
        } else {
            watch.begin(run, AT_ONCE);
        }
        return "redirect:/operations/runs/" + run.id();
    }

    @GetMapping(RUN)
    String show(@PathVariable String run, Locale language, Model model) {
        pages.run(find(run), language, model);
        return "operations/run";
    }

    /** How far it is, for a page that asks again. */
    @GetMapping(RUN + "/progress")
    String progress(@PathVariable String run, Locale language, Model model, HttpServletResponse answer) {
        RetryRun found = find(run);
        if (found.state() != RetryRun.State.RUNNING) {
            answer.setHeader("HX-Refresh", "true");
        }
        pages.progress(found, model);
        return "operations/run-progress";
    }

    private RetryRun find(String id) {
        door.enter();
        try {
            return runs.find(UUID.fromString(id)).orElseThrow(NotFound::new);
        } catch (IllegalArgumentException none) {
            throw new NotFound();
        }
    }
}
