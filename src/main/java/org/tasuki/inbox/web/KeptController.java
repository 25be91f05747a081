package org.tasuki.inbox.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.DeviceKeys;
import org.tasuki.inbox.KeptOnDevice;
import org.tasuki.web.Notice;

/** What a device kept while the line was bad: its key, the list of it, and its way here. */
@Controller
class KeptController {

    /** By when what a page types next is newer than what was saved. */
    static final String SAVED = "Tasuki-Saved";

    private final DeviceKeys keys;
    private final KeptOnDevice kept;
    private final KeptPages pages;
    private final LeftPages left;
    private final Clock clock;

    KeptController(DeviceKeys keys, KeptOnDevice kept, KeptPages pages, LeftPages left, Clock clock) {
        this.keys = keys;
        this.kept = kept;
        this.pages = pages;
        this.left = left;
        this.clock = clock;
    }

    /** The device's list is drawn by the device: only there is what stands in it. Beside it, what was left in steps of moved cases. */
    @GetMapping("/kept")
    String kept(Locale language, Model model) {
        model.addAttribute("left", left.all(language));
        return "inbox/kept";
    }

    /** Two lines, for a script: whose device it is, and the key. */
    @PostMapping("/device-key")
    ResponseEntity<String> key() {
        DeviceKeys.DeviceKey mine = keys.mine();
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(mine.owner() + "\n" + mine.key());
    }

    /** From a script: a bare status. From the person, who looks at what became of it: the page that says so. */
    @PostMapping("/tasks/{id}/kept")
    ModelAndView send(
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inBackground,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale language,
            RedirectAttributes flash,
            HttpServletResponse answer) {
        Map<String, List<String>> typed = FormParameters.of(parameters);
        if (!keys.mayBeMine(parameters.getFirst("_owner"))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Completion outcome = kept.send(id, typed);
        answer.setHeader(SAVED, clock.instant().toString());
        if (inBackground) {
            return new ModelAndView("inbox/heard", Map.of(), status(outcome));
        }
        if (outcome instanceof Completion.Done done) {
            flash.addFlashAttribute(
                    "notice", Notice.done("inbox.kept.sent", done.number().value()));
            flash.addFlashAttribute(
                    "heard", typed.getOrDefault("_entry", List.of("")).get(0));
            return new ModelAndView("redirect:/kept");
        }
        if (status(outcome) == HttpStatus.UNPROCESSABLE_CONTENT) {
            flash.addFlashAttribute("notice", Notice.caution("inbox.kept.incomplete"));
            return new ModelAndView("redirect:/tasks/" + id);
        }
        return new ModelAndView(
                "inbox/kept-conflict", pages.conflict(id, outcome, typed, language), HttpStatus.CONFLICT);
    }

    private static HttpStatus status(Completion outcome) {
        if (outcome instanceof Completion.Done) {
            return HttpStatus.OK;
        }
        return outcome instanceof Completion.Invalid || outcome instanceof Completion.Rearranged
                ? HttpStatus.UNPROCESSABLE_CONTENT
                : HttpStatus.CONFLICT;
    }
}
