package org.tasuki.board.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tasuki.board.Waiting;
import org.tasuki.board.Waiting.Which;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.StepKind;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.web.NotFound;

/** The cases behind a number of the board. */
@Controller
class StepController {

    private static final int A_PAGE = 50;

    private final Waiting waiting;
    private final InboxList inbox;
    private final TaskRows tasks;
    private final ProcessCatalog catalog;
    private final StepWords words;
    private final Clock clock;

    StepController(
            Waiting waiting, InboxList inbox, TaskRows tasks, ProcessCatalog catalog, StepWords words, Clock clock) {
        this.waiting = waiting;
        this.inbox = inbox;
        this.tasks = tasks;
        this.catalog = catalog;
        this.words = words;
        this.clock = clock;
    }

    /** @param after the last task of the page before; one that is done since begins anew */
    @GetMapping("/board/steps/{process}/{step}")
    String step(
            @PathVariable String process,
            @PathVariable String step,
            @RequestParam(defaultValue = "all") String which,
            @RequestParam @Nullable String after,
            Locale language,
            Model model) {
        StepFacts facts = catalog.step(process, step)
                .filter(found -> found.kind() == StepKind.TASK)
                .orElseThrow(NotFound::new);
        Which asked = which(which);
        InboxItem last = after == null ? null : inbox.find(after).orElse(null);
        List<InboxItem> found = waiting.at(process, step, asked, last, A_PAGE + 1);
        List<InboxItem> shown = found.stream().limit(A_PAGE).toList();
        model.addAttribute("process", process);
        model.addAttribute("processName", words.process(process).in(language));
        model.addAttribute("step", step);
        model.addAttribute("stepName", facts.name().in(language));
        model.addAttribute("which", asked.name().toLowerCase(Locale.ROOT));
        model.addAttribute("rows", tasks.of(shown, language));
        model.addAttribute(
                "after", found.size() > A_PAGE ? shown.get(A_PAGE - 1).taskId() : null);
        model.addAttribute("now", clock.instant());
        return "board/step";
    }

    private static Which which(String asked) {
        return Stream.of(Which.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst()
                .orElse(Which.ALL);
    }
}
