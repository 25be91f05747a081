package org.tasuki.inbox.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.casefile.Refusal;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.Priority;
import org.tasuki.inbox.Push;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** A supervisor puts one task first, or takes that back (優先). */
@Controller
class PriorityController {

    private final InboxList inbox;
    private final Push push;
    private final Priority priority;
    private final Joined joined;

    PriorityController(InboxList inbox, Push push, Priority priority, Joined joined) {
        this.inbox = inbox;
        this.push = push;
        this.priority = priority;
        this.joined = joined;
    }

    /** @param reason why it is put first; without {@code raised} it is no longer */
    @PostMapping("/tasks/{id}/priority")
    String set(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String raised,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "_number", defaultValue = "") String number,
            RedirectAttributes flash) {
        InboxItem item = inbox.find(id).orElse(null);
        if (item != null && !push.allowed(item)) {
            throw new NotFound();
        }
        try {
            Completion set = raised.isEmpty() ? priority.lower(id) : priority.raise(id, reason);
            boolean done = set instanceof Completion.Done;
            flash.addFlashAttribute(
                    "notice",
                    !done
                            ? joined.gone(number)
                            : Notice.done(raised.isEmpty() ? "inbox.raised.lowered" : "inbox.raised.done"));
            return done ? "redirect:/tasks/" + id : "redirect:/inbox";
        } catch (Refusal refusal) {
            flash.addFlashAttribute("notice", Notice.caution(refusal.messageKey()));
            return "redirect:/tasks/" + id;
        }
    }
}
