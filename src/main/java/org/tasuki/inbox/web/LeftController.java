package org.tasuki.inbox.web;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.casefile.LeftDrafts;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.LeftBehind;
import org.tasuki.people.People;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** What was typed before a case was moved: into the form again, or away. */
@Controller
class LeftController {

    private final LeftBehind left;
    private final LeftDrafts drafts;
    private final People people;

    LeftController(LeftBehind left, LeftDrafts drafts, People people) {
        this.left = left;
        this.drafts = drafts;
        this.people = people;
    }

    @PostMapping("/tasks/{id}/left")
    String takeOver(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String left,
            Locale language,
            RedirectAttributes flash) {
        Completion outcome = this.left.takeOver(id, left).orElseThrow(NotFound::new);
        flash.addFlashAttribute("notice", notice(outcome, language));
        return "redirect:/tasks/" + id;
    }

    private Notice notice(Completion outcome, Locale language) {
        if (outcome instanceof Completion.Done) {
            return Notice.done("inbox.left.taken");
        }
        return outcome instanceof Completion.HeldBy held
                ? Notice.caution("inbox.held", people.name(held.account()).in(language))
                : Notice.caution("inbox.unclaimed");
    }

    @PostMapping("/tasks/{id}/left/removal")
    String discard(@PathVariable String id, RedirectAttributes flash) {
        if (!drafts.discard(id)) {
            throw new NotFound();
        }
        flash.addFlashAttribute("notice", Notice.done("inbox.left.discarded"));
        return "redirect:/kept";
    }
}
