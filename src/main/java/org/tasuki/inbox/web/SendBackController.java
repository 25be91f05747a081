package org.tasuki.inbox.web;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.casefile.Refusal;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.SendingBack;
import org.tasuki.people.People;
import org.tasuki.web.Notice;

/** Sends a task back to the desk before it, with a reason. What cannot stand comes back to the page with what was typed. */
@Controller
class SendBackController {

    private final SendingBack sending;
    private final TaskController tasks;
    private final People people;
    private final Joined joined;

    SendBackController(SendingBack sending, TaskController tasks, People people, Joined joined) {
        this.sending = sending;
        this.tasks = tasks;
        this.people = people;
        this.joined = joined;
    }

    @PostMapping("/tasks/{id}/send-back")
    ModelAndView send(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "_number", defaultValue = "") String number,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        try {
            flash.addFlashAttribute("notice", notice(sending.send(id, to, reason), number, language));
            return new ModelAndView("redirect:/inbox");
        } catch (Refusal refusal) {
            // Drawn at once: no word of a case goes into a session.
            boolean ofReason = "reason".equals(refusal.field());
            String problem = refusal.messageKey();
            model.addAttribute("notice", Notice.caution(problem));
            model.addAttribute(
                    "sendBackTyped",
                    new SendBackPages.Typed(to, reason, ofReason ? problem : null, ofReason ? null : problem));
            return tasks.refused(id, language, model);
        }
    }

    private Notice notice(Completion outcome, String number, Locale language) {
        if (outcome instanceof Completion.Done done) {
            return Notice.done("inbox.sendBack.done", done.number().value());
        }
        if (outcome instanceof Completion.HeldBy held) {
            return Notice.caution("inbox.held", people.name(held.account()).in(language));
        }
        if (outcome instanceof Completion.Gone gone && gone.completedBy() != null) {
            return Notice.caution(
                    "inbox.gone.completed", people.name(gone.completedBy()).in(language));
        }
        return outcome instanceof Completion.Unclaimed ? Notice.caution("inbox.unclaimed") : joined.gone(number);
    }
}
